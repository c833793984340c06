import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const crimeAnalytics: AiSystem = {
  id: 'crime-analytics',
  name: 'Crime analytics',
  nameUrdu: 'جرائم کا تجزیہ',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Shows where and when reported offences gather on the map, and how well yesterday’s forecast did. It works with places and times only; it cannot say anything about a person.',
    ur: 'نقشے پر دکھاتا ہے کہ درج شدہ جرائم کہاں اور کب زیادہ ہوتے ہیں، اور پچھلی پیش گوئی کتنی درست نکلی۔ یہ صرف جگہ اور وقت پر کام کرتا ہے؛ کسی شخص کے بارے میں کچھ نہیں کہہ سکتا۔',
  },
  intendedUse:
    'To help planners see patterns of reported offences in place and time and to judge their own measures.',
  purposes: ['hotspots', 'forecast-of-places'],
  prohibited: [
    'Score, rank or predict persons, families or groups.',
    'Take the make-up of a neighbourhood’s people as an input.',
    'Send anybody anywhere: it shows figures, people plan.',
  ],
  affectedGroups: [
    'People who live in places that it marks, and who may be stopped more often because of it.',
    'Victims of offences that are seldom reported, whose places it does not see.',
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: 'not listed',
      why: 'Article 5(1)(d) prohibits predicting the offences of persons, which this system cannot do; annex III 6 is about natural persons. Forecasts of places are not listed.',
    },
    reasons: [
      'Reported offences show where police looked and who trusts them, not where offences happen; acting on them can feed back.',
      'A forecast without its hit rate beside it is believed too much.',
    ],
  },
  data: {
    reads: ['Reported offences: kind, place rounded to a grid, time. No names.'],
    keeps: [{ what: 'Maps and scores per grid cell.', howLong: 'As long as the plan that used them.' }],
  },
  humanOversight: [
    'Analysts choose area and period, and see the baseline beside every forecast.',
    'Measures are decided by people in a meeting that is minuted.',
  ],
  limits: ['Not built: no forecast is made.', 'Offences that nobody reports are invisible to it.'],
  models: [],
  thresholds: {},
  settings: {},
};
