import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const trafficManagement: AiSystem = {
  id: 'traffic-management',
  name: 'Intelligent traffic management',
  nameUrdu: 'ذہین ٹریفک نظام',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Counts vehicles, measures speed and queues, notices blocked roads and proposes better timings for traffic signals. It can only set a signal within safe limits that engineers fixed.',
    ur: 'گاڑیاں گنتا ہے، رفتار اور قطاریں ناپتا ہے، بند سڑک کی خبر دیتا ہے اور ٹریفک سگنل کے بہتر اوقات تجویز کرتا ہے۔ وہ سگنل کو صرف ان محفوظ حدود میں بدل سکتا ہے جو انجینئروں نے مقرر کی ہیں۔',
  },
  intendedUse:
    'To give traffic engineers figures, and to adapt signal timings within a safety envelope that they own.',
  purposes: ['traffic-measurement', 'signal-control'],
  prohibited: [
    'Touch a real signal outside its safety envelope: minimum greens, clearance and conflict times.',
    'Store a vehicle’s plate or follow one vehicle through the city.',
  ],
  affectedGroups: [
    'Drivers, and people on foot or bicycle whose waiting time a timing may worsen.',
    'Crews of ambulances and fire engines.',
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: 'annex III 2',
      why: 'Software that is a safety component in managing road traffic is listed as critical infrastructure.',
    },
    reasons: [
      'A wrong signal can hurt people, so conflicts are excluded by the controller, not by this system.',
      'Timings that please cars may fail people on foot; both are measured.',
    ],
  },
  data: {
    reads: ['Tracks of vehicles without identity, loop and signal states.'],
    keeps: [
      { what: 'Counts, speeds and queues per road and minute.', howLong: '5 years; they name nobody.' },
    ],
  },
  humanOversight: [
    'Engineers set the envelope and can return any junction to its fixed plan at once.',
    'Every change of a timing is recorded with what it was based on.',
  ],
  limits: ['Not built: no signal is touched.', 'Speeds from cameras need a calibration per camera.'],
  models: [],
  thresholds: {},
  settings: {},
};
