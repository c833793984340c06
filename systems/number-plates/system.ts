import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const numberPlates: AiSystem = {
  id: 'number-plates',
  name: 'Number-plate recognition (ANPR)',
  nameUrdu: 'نمبر پلیٹ شناسی',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Finds number plates on vehicles and reads them, Pakistani formats first, so that other systems can look for a stolen vehicle or count traffic. A reading is a guess with a confidence, and a person checks it before it matters.',
    ur: 'گاڑیوں کی نمبر پلیٹیں تلاش کر کے پڑھتا ہے، پہلے پاکستانی طرز کی، تاکہ چوری شدہ گاڑی تلاش ہو سکے یا ٹریفک گنی جا سکے۔ ہر پڑھا ہوا نمبر ایک اندازہ ہوتا ہے، اور کسی نتیجے سے پہلے ایک فرد اسے جانچتا ہے۔',
  },
  intendedUse: 'To read plates on roads for hotlists, journeys and violations that people judge afterwards.',
  purposes: ['plate-reading'],
  prohibited: [
    'Decide alone: a reading has no consequence before a person compared it with the picture.',
    'Read plates inside homes or private grounds that a camera happens to see.',
    'Report who drives or sits in a vehicle.',
  ],
  affectedGroups: [
    'Every driver who passes a camera.',
    'Owners of vehicles whose plate looks like a wanted one, is dirty, home-made or cloned.',
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: 'not listed',
      why: 'Plates are personal data but no biometrics; reading them falls under no entry of annex III. What is done with a reading may.',
    },
    reasons: [
      'A misread digit points to somebody else’s vehicle.',
      'Plate readings of a whole city show where everybody goes; only short retention and stated reasons keep that in bounds.',
    ],
  },
  data: {
    reads: ['Pictures of vehicles from cameras that it is permitted for.'],
    keeps: [
      { what: 'Readings: text, confidence, place, time.', howLong: '90 days, unless a case needs them.' },
      { what: 'The picture of a reading that raised an alert.', howLong: 'As long as the alert.' },
    ],
  },
  humanOversight: [
    'The picture stands beside every reading; people correct it.',
    'Corrections are counted as errors and watched per camera.',
  ],
  limits: [
    'Not built: nothing is read.',
    'Two-row, faded and home-made plates are read worse than new ones.',
    'Of the public sets, European and Brazilian plates were tried; Pakistani plates have not been measured.',
  ],
  models: [],
  thresholds: {},
  settings: {},
};
