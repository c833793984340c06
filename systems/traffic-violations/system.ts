import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of a system that is described and not built: its stage is proposed, and it has no models. */
export const trafficViolations: AiSystem = {
  id: 'traffic-violations',
  name: 'Violations and e-challan',
  nameUrdu: 'ٹریفک خلاف ورزیاں اور ای چالان',
  version: '0.1.0',
  built: false,
  about: {
    en: 'Notices vehicles that run a red light, go the wrong way or too fast, and puts the pictures before a traffic reviewer. Only what a person confirmed becomes a fine, and the citizen sees the same pictures and can contest it.',
    ur: 'ان گاڑیوں کی نشان دہی کرتا ہے جو سرخ بتی توڑیں، غلط سمت چلیں یا حد سے تیز ہوں، اور تصویریں ٹریفک افسر کے سامنے رکھتا ہے۔ چالان صرف تب بنتا ہے جب ایک فرد تصدیق کرے، اور شہری وہی تصویریں دیکھ کر اعتراض کر سکتا ہے۔',
  },
  intendedUse: 'To prepare evidence of traffic violations for human review.',
  purposes: ['violation-evidence'],
  prohibited: [
    'Issue a fine that no human confirmed.',
    'Judge anything but the vehicle’s movement.',
    'Hide from the citizen what it was based on.',
  ],
  affectedGroups: [
    'Owners of vehicles, who are fined for what somebody else may have driven.',
    'Drivers of vehicles with cloned plates.',
    'People for whom a fine is a week’s income.',
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: 'not listed',
      why: 'Not named by annex III; treated as high here since its output leads to a penalty.',
    },
    reasons: [
      'A wrong fine costs money and time, most for those who have least.',
      'Errors would come in thousands, from one wrongly set camera.',
    ],
  },
  data: {
    reads: ['Pictures and tracks of vehicles, signal states, plate readings.'],
    keeps: [
      {
        what: 'Evidence of a confirmed violation.',
        howLong: 'Until the fine is paid or its appeal is over, then as the law says.',
      },
      { what: 'Rejected evidence.', howLong: '7 days.' },
    ],
  },
  humanOversight: [
    'A traffic reviewer confirms or rejects each case with the pictures in view.',
    'Citizens see the evidence and contest it; cancelled fines are published as errors.',
  ],
  limits: [
    'Not built: no violation is reported.',
    'A camera that is moved makes its lines wrong; until its tamper is noticed its cases are too.',
  ],
  models: [],
  thresholds: {},
  settings: {},
};
