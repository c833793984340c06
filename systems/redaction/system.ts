import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const redaction: AiSystem = {
  id: 'redaction',
  name: 'Privacy redaction',
  nameUrdu: 'چہروں اور پلیٹوں کو چھپانا',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Covers faces and number plates in pictures that leave the control room and in what operators see by default. Seeing the uncovered picture needs a right and a reason, and is recorded.',
    ur: 'کنٹرول روم سے باہر جانے والی اور آپریٹر کو عام طور پر دکھائی جانے والی تصویروں میں چہرے اور نمبر پلیٹیں چھپاتا ہے۔ اصل تصویر دیکھنے کے لیے اختیار اور وجہ درکار ہے، اور اس کا اندراج ہوتا ہے۔',
  },
  intendedUse: 'To protect bystanders in exports and on screens.',
  purposes: ['masking'],
  prohibited: ['Be the only protection of a picture that must not be shared.', 'Recognise whom it covers.'],
  affectedGroups: ['Bystanders in evidence.', 'People who are missed by it and shown to others.'],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: 'not listed',
      why: 'It finds faces only to cover them and identifies nobody.',
    },
    reasons: ['A face that it misses is published, so people check an export before it leaves.'],
  },
  data: {
    reads: ['Pictures and clips that are shown or exported.'],
    keeps: [{ what: 'Which areas of which frames were covered.', howLong: 'With the export.' }],
  },
  humanOversight: [
    'Whoever exports looks through the frames that it marks as doubtful.',
    'Un-masking is a decision of a person with a reason.',
  ],
  limits: [
    'Not built: exports are not masked by this version.',
    'Small, turned and reflected faces will be missed.',
  ],
  models: [],
  thresholds: {},
  settings: {},
};
