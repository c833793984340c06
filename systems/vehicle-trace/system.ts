import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const vehicleTrace: AiSystem = {
  id: 'vehicle-trace',
  name: 'Vehicle trace',
  nameUrdu: 'گاڑیوں کی تلاش',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Looks for a vehicle on a hotlist and puts together where a vehicle was seen, for an investigation with a stated reason. It also notices plates that were at two places at once.',
    ur: 'فہرست میں شامل گاڑی تلاش کرتا ہے اور بیان کردہ وجہ پر دکھاتا ہے کہ گاڑی کہاں کہاں دیکھی گئی۔ وہ نمبر بھی پکڑتا ہے جو بیک وقت دو جگہ نظر آئیں۔',
  },
  intendedUse: 'To find stolen or wanted vehicles and to reconstruct journeys for a named case.',
  purposes: ['hotlist-match', 'journey-search', 'cloned-plate-detection'],
  prohibited: [
    'Search without a stated reason and, beyond a hotlist, without a case.',
    'Follow a vehicle for whom its owner meets, what they believe or say.',
    'Infer who drives.',
  ],
  affectedGroups: [
    'Owners and users of vehicles.',
    'People who drive often past cameras: couriers, taxi drivers.',
    'Owners whose plate was cloned.',
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: 'not listed',
      why: 'Not named by annex III. Treated as high here since journeys show a life.',
    },
    reasons: [
      'Where a vehicle goes shows home, work, faith and illness.',
      'A hit on a hotlist that is out of date stops an innocent driver.',
    ],
  },
  data: {
    reads: ['Plate readings, hotlists.'],
    keeps: [
      { what: 'Hits on a hotlist with their review.', howLong: 'As long as the alert.' },
      { what: 'Results of journey searches.', howLong: 'As long as the case.' },
      { what: 'The record of each search with its reason.', howLong: 'For ever, in the ledger.' },
    ],
  },
  humanOversight: [
    'Every search needs a reason; its record names who asked.',
    'A hit is compared with the picture by a person before anybody is stopped.',
  ],
  limits: ['Not built: nothing is searched.', 'It can be no better than the plate readings that it joins.'],
  models: [],
  thresholds: {},
  settings: {},
};
