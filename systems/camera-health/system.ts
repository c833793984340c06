import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const cameraHealth: AiSystem = {
  id: 'camera-health',
  name: 'Camera health and tamper',
  nameUrdu: 'کیمروں کی صحت',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Notices cameras that are offline, frozen, dark, blurred, covered or moved, so that somebody mends them and nobody relies on what they show.',
    ur: 'ایسے کیمروں کی خبر دیتا ہے جو بند، جامد، تاریک، دھندلے، ڈھکے ہوئے یا ہلے ہوئے ہوں، تاکہ انہیں ٹھیک کیا جائے اور کوئی ان پر بھروسا نہ کرے۔',
  },
  intendedUse: 'To keep cameras working and to tell other systems which pictures not to trust.',
  purposes: ['camera-fault', 'tamper'],
  prohibited: ['Look at people: it judges the picture, not what is in it.'],
  affectedGroups: ['Technicians.', 'Everybody who relies on a camera that does not see.'],
  risk: {
    tier: 'minimal',
    euAiAct: {
      category: 'not listed',
      why: 'It checks equipment.',
    },
    reasons: ['A fault that nobody noticed is a gap in safety and in evidence.'],
  },
  data: {
    reads: ['Small copies of pictures, stream timing.'],
    keeps: [{ what: 'Faults per camera with times.', howLong: '2 years.' }],
  },
  humanOversight: ['A technician confirms a fault; nothing is switched off by itself.'],
  limits: [
    'The parts that need no model (a silent or failing stream) work as camera status; the judgement of pictures is not built.',
  ],
  models: [],
  thresholds: {},
  settings: {},
};
