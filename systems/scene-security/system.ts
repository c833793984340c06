import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const sceneSecurity: AiSystem = {
  id: 'scene-security',
  name: 'Scene security',
  nameUrdu: 'منظر کی حفاظت',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Notices things that stay or go where they should not: a bag left behind, a vehicle that stopped on a motorway, somebody inside a closed perimeter. A person looks before anything happens.',
    ur: 'ایسی چیزوں کی خبر دیتا ہے جو وہاں رہ جائیں یا ہٹ جائیں جہاں نہیں ہونی چاہییں: چھوڑا ہوا تھیلا، موٹروے پر رکی گاڑی، بند احاطے میں کوئی شخص۔ کسی کارروائی سے پہلے ایک فرد دیکھتا ہے۔',
  },
  intendedUse: 'To point operators to left objects, stopped vehicles and entries into closed areas.',
  purposes: ['left-object', 'removed-object', 'perimeter', 'stopped-vehicle'],
  prohibited: ['Tell who left an object, or follow whoever did.', 'Decide that an object is dangerous.'],
  affectedGroups: [
    'Travellers and traders who put their things down.',
    'People without a home, whose belongings lie in public.',
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: 'not listed',
      why: 'It is about things and places and evaluates no person.',
    },
    reasons: [
      'An alarm about a bag can close a station; a missed one can be worse.',
      'Alarms fall on those who live in public first.',
    ],
  },
  data: {
    reads: ['Pictures of the cameras that it is permitted for, in memory only.'],
    keeps: [{ what: 'Observations and the pictures of alerts.', howLong: 'As long as the alert.' }],
  },
  humanOversight: ['An operator judges each alert by the picture before anybody is sent.'],
  limits: [
    'Not built: nothing is reported.',
    'Shadows, rain and parked stalls look like things left behind.',
  ],
  models: [],
  thresholds: {},
  settings: {},
};
