import type { RiskGuide } from '@amaan/contracts/governance/risk';

type Step = RiskGuide['likelihood'][number];

const step = (en: string, ur: string, anchorEn: string, anchorUr: string): Step => ({
  name: { en, ur },
  anchor: { en: anchorEn, ur: anchorUr },
});

/** How often the event is expected over all cameras of the deployment, with an example to hold on to. */
export const LIKELIHOOD_SCALE: readonly Step[] = [
  step(
    'Rare',
    'نایاب',
    'Not known from any city; needs several protections to fail at once.',
    'کسی شہر میں معلوم نہیں؛ کئی حفاظتیں ایک ساتھ ناکام ہوں تب ممکن۔',
  ),
  step(
    'Unlikely',
    'غیر متوقع',
    'Known from elsewhere, once in some years: a key is stolen.',
    'کہیں اور چند برس میں ایک بار: چابی چوری ہو جائے۔',
  ),
  step(
    'Possible',
    'ممکن',
    'About once a year here: a changed camera angle goes unnoticed for a week.',
    'یہاں سال میں ایک بار: کیمرے کا بدلا ہوا زاویہ ہفتہ بھر نظر نہ آئے۔',
  ),
  step(
    'Likely',
    'متوقع',
    'Every month: an operator confirms without looking when the queue is long.',
    'ہر مہینے: لمبی قطار میں آپریٹر بغیر دیکھے تصدیق کر دے۔',
  ),
  step(
    'Almost certain',
    'تقریباً یقینی',
    'Every week: rain at night makes false detections.',
    'ہر ہفتے: رات کی بارش میں غلط شناخت۔',
  ),
];

/** What it would do to the people it hits. */
export const SEVERITY_SCALE: readonly Step[] = [
  step(
    'Slight',
    'معمولی',
    'Nobody outside the control room notices.',
    'کنٹرول روم سے باہر کسی کو پتا نہ چلے۔',
  ),
  step(
    'Minor',
    'چھوٹا',
    'Somebody is asked a question they need not have been asked.',
    'کسی سے ایسا سوال ہو جو نہیں ہونا چاہیے تھا۔',
  ),
  step(
    'Serious',
    'سنجیدہ',
    'Somebody is stopped or fined wrongly; a private moment is seen by strangers.',
    'کسی کو غلط روکا یا جرمانہ کیا جائے؛ نجی لمحہ اجنبی دیکھ لیں۔',
  ),
  step(
    'Severe',
    'شدید',
    'Wrongful arrest; a group is watched more than others for months.',
    'غلط گرفتاری؛ کسی گروہ پر مہینوں زیادہ نظر۔',
  ),
  step(
    'Gravest',
    'انتہائی',
    'Loss of life, or people stop using a public right.',
    'جانی نقصان، یا لوگ کوئی عوامی حق استعمال کرنا چھوڑ دیں۔',
  ),
];
