import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const faceRecognition: AiSystem = {
  id: 'face-recognition',
  name: 'Facial recognition',
  nameUrdu: 'چہرہ شناسی',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Compares faces on a camera or in a recording with a lawful list of wanted or missing people, and only under an authorisation for a case. Two people confirm a match before anybody acts. Faces that match nobody are forgotten at once.',
    ur: 'کیمرے یا ریکارڈنگ کے چہروں کا موازنہ مطلوب یا لاپتہ افراد کی قانونی فہرست سے کرتا ہے، اور وہ بھی صرف کسی مقدمے کی تحریری اجازت پر۔ کسی کارروائی سے پہلے دو افراد مماثلت کی تصدیق کرتے ہیں۔ جو چہرے کسی سے نہ ملیں وہ فوراً بھلا دیے جاتے ہیں۔',
  },
  intendedUse:
    'To help investigators find a person who is on a lawful watchlist, for a named case, within the place and time of a written authorisation.',
  purposes: ['watchlist-search-after-the-event', 'watchlist-search-live'],
  prohibited: [
    'Search without a case and an authorisation that is in force.',
    'Keep a template of anybody who did not match.',
    'Guess or report ethnicity, religion, emotion, age or sex.',
    'Lead to any act before two people have confirmed the match.',
    'Be used to follow people for what they say, believe or whom they meet.',
  ],
  affectedGroups: [
    'Everybody whose face a camera catches while a search runs, children included.',
    'People on the watchlist, some of whom are wanted in error.',
    'People who resemble somebody on the list, and groups for whom the model errs more often.',
    'People at protests and places of worship.',
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: 'annex III 1(a); live search: article 5(1)(h) exception',
      why: 'Remote biometric identification is high-risk there; in real time, in public and by the police it is prohibited but for narrow exceptions with a prior authorisation.',
    },
    reasons: [
      'A false match can end in an arrest of somebody innocent.',
      'Error rates of face models differ between groups, and lawful ground truth to measure that is rare.',
      'The same means could follow anybody; only law, authorisation and record keep it from that.',
    ],
  },
  data: {
    reads: ['Faces in pictures that an authorisation covers.', 'Templates of the lawful watchlist.'],
    keeps: [
      { what: 'Templates of the watchlist.', howLong: 'While the listing is lawful; removed with it.' },
      { what: 'Confirmed matches with both decisions.', howLong: 'As long as the case.' },
      {
        what: 'The record that a search took place, with its authorisation.',
        howLong: 'For ever, in the ledger, without faces.',
      },
    ],
  },
  humanOversight: [
    'A search needs a case, a stated purpose and an authorisation by somebody else.',
    'Two different people look at every match; either can reject it.',
    'Questions of fundamental rights are mandatory in its impact assessment.',
  ],
  limits: [
    'Not built: nothing is searched.',
    'No error rates per group exist yet; without them it must not leave the stage designed.',
    'Small, dark, turned or covered faces will be missed.',
  ],
  models: [],
  thresholds: {},
  settings: {},
};
