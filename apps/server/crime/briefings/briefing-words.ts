import type { LocalText } from '@amaan/contracts/ai-system';
import type { PRINTED_KINDS } from '@amaan/contracts/crime/briefing';

export const BRIEFING_TITLE: LocalText = { en: 'Beat briefing', ur: 'گشت کی بریفنگ' };

export const BRIEFING_SIMULATED: LocalText = {
  en: 'SIMULATED: made from incidents that a program made up. Not for use.',
  ur: 'فرضی: ایسے واقعات سے بنی ہے جو ایک پروگرام نے بنائے۔ استعمال کے لیے نہیں۔',
};

/** Stands on the first page of every briefing. */
export const NO_GROUND: LocalText = {
  en: 'These are places and times, not people. Being in a marked place is no ground to stop, question or search anybody.',
  ur: 'یہ جگہیں اور اوقات ہیں، لوگ نہیں۔ نشان زدہ جگہ پر ہونا کسی کو روکنے، پوچھنے یا تلاشی لینے کی وجہ نہیں۔',
};

export const SECTION_TITLES: Readonly<Record<(typeof PRINTED_KINDS)[number] | 'plan', LocalText>> = {
  density: { en: 'Where reports are dense', ur: 'رپورٹیں کہاں زیادہ ہیں' },
  'hot-spots': { en: 'More than chance', ur: 'اتفاق سے زیادہ' },
  clusters: { en: 'Clusters in place and time', ur: 'جگہ اور وقت کے جھرمٹ' },
  'near-repeat': { en: 'After an incident', ur: 'ایک واقعے کے بعد' },
  comparison: { en: 'Compared with before', ur: 'پہلے کے مقابلے میں' },
  emerging: { en: 'What is new, and what stays', ur: 'کیا نیا ہے، اور کیا برقرار' },
  forecast: { en: 'The coming days', ur: 'آنے والے دن' },
  'heat-map': { en: 'Hours of the week', ur: 'ہفتے کے اوقات' },
  trend: { en: 'Over time', ur: 'وقت کے ساتھ' },
  plan: { en: 'Planned visits', ur: 'منصوبے کے دورے' },
};

export const LEGEND = {
  dense: { en: 'dense', ur: 'زیادہ' },
  lessDense: { en: 'less', ur: 'کم' },
  hot: { en: 'more than chance', ur: 'اتفاق سے زیادہ' },
  cold: { en: 'less than chance', ur: 'اتفاق سے کم' },
  outlier: { en: 'unlike its neighbours', ur: 'پڑوس سے مختلف' },
  cluster: { en: 'cluster', ur: 'جھرمٹ' },
  window: { en: 'look here more often', ur: 'یہاں زیادہ نظر رکھیں' },
  more: { en: 'more than before', ur: 'پہلے سے زیادہ' },
  fewer: { en: 'fewer than before', ur: 'پہلے سے کم' },
  fresh: { en: 'new or growing', ur: 'نیا یا بڑھتا ہوا' },
  steady: { en: 'persistent', ur: 'برقرار' },
  marked: { en: 'marked cell', ur: 'نشان زدہ خانہ' },
  fewVisits: { en: 'few visits', ur: 'کم دورے' },
  manyVisits: { en: 'many visits', ur: 'زیادہ دورے' },
} as const satisfies Record<string, LocalText>;

export const DAYS: readonly LocalText[] = [
  { en: 'Mon', ur: 'پیر' },
  { en: 'Tue', ur: 'منگل' },
  { en: 'Wed', ur: 'بدھ' },
  { en: 'Thu', ur: 'جمعرات' },
  { en: 'Fri', ur: 'جمعہ' },
  { en: 'Sat', ur: 'ہفتہ' },
  { en: 'Sun', ur: 'اتوار' },
];
