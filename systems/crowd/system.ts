import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const crowd: AiSystem = {
  id: 'crowd',
  name: 'Crowd monitoring',
  nameUrdu: 'ہجوم کی نگرانی',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Estimates how many people are in a place and how they move, to warn of a crush. It counts heads and knows nobody.',
    ur: 'اندازہ لگاتا ہے کہ کسی جگہ کتنے لوگ ہیں اور وہ کس طرف بڑھ رہے ہیں، تاکہ بھگدڑ سے پہلے خبردار کرے۔ یہ صرف گنتا ہے، کسی کو پہچانتا نہیں۔',
  },
  intendedUse: 'To warn stewards and control rooms of dangerous density at gatherings.',
  purposes: ['crowd-count', 'surge-warning'],
  prohibited: ['Identify anybody.', 'Tell what a gathering is for, or treat a peaceful one as a threat.'],
  affectedGroups: [
    'People at festivals, processions, matches and protests.',
    'People who fall where the picture is worst.',
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: 'not listed',
      why: 'Counting people without identifying or sorting them is not listed.',
    },
    reasons: [
      'A missed surge can cost lives, so it supports stewards and never replaces them.',
      'Counting protests can frighten people off; counts are rounded and not kept per person.',
    ],
  },
  data: {
    reads: ['Pictures of the places that it is permitted for, in memory only.'],
    keeps: [{ what: 'Counts and densities per area and minute.', howLong: '1 year.' }],
  },
  humanOversight: [
    'Stewards on the ground decide; the count is one of their sources.',
    'Warning levels are set by those who run the place.',
  ],
  limits: [
    'Not built: nothing is counted.',
    'Dense crowds at night are the hardest case and the one that matters.',
  ],
  models: [],
  thresholds: {},
  settings: {},
};
