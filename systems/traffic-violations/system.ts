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
  intendedUse: {
    en: 'To prepare evidence of traffic violations for human review.',
    ur: 'ٹریفک خلاف ورزیوں کی شہادت تیار کرنا، تاکہ ایک فرد اس پر فیصلہ کرے۔',
  },
  purposes: ['violation-evidence'],
  prohibited: [
    {
      en: 'Issue a fine that no human confirmed.',
      ur: 'ایسا چالان جاری کرنا جس کی کسی فرد نے تصدیق نہ کی ہو۔',
    },
    { en: 'Judge anything but the vehicle’s movement.', ur: 'گاڑی کی حرکت کے سوا کسی چیز پر رائے دینا۔' },
    { en: 'Hide from the citizen what it was based on.', ur: 'شہری سے یہ چھپانا کہ چالان کس بنیاد پر ہوا۔' },
  ],
  affectedGroups: [
    {
      en: 'Owners of vehicles, who are fined for what somebody else may have driven.',
      ur: 'گاڑیوں کے مالک، جن پر جرمانہ ہوتا ہے چاہے گاڑی کوئی اور چلا رہا ہو۔',
    },
    { en: 'Drivers of vehicles with cloned plates.', ur: 'نقل شدہ پلیٹ والی گاڑیوں کے ڈرائیور۔' },
    {
      en: 'People for whom a fine is a week’s income.',
      ur: 'وہ لوگ جن کے لیے ایک جرمانہ ہفتے بھر کی کمائی ہے۔',
    },
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'Not named by annex III; treated as high here since its output leads to a penalty.',
        ur: 'ضمیمہ III میں اس کا ذکر نہیں؛ یہاں اسے زیادہ خطرے والا سمجھا جاتا ہے کیونکہ اس کا نتیجہ سزا تک پہنچتا ہے۔',
      },
    },
    reasons: [
      {
        en: 'A wrong fine costs money and time, most for those who have least.',
        ur: 'غلط جرمانہ پیسہ اور وقت لیتا ہے، سب سے زیادہ ان سے جن کے پاس سب سے کم ہے۔',
      },
      {
        en: 'Errors would come in thousands, from one wrongly set camera.',
        ur: 'ایک غلط لگے کیمرے سے ہزاروں غلطیاں ہو سکتی ہیں۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures and tracks of vehicles, signal states, plate readings.',
        ur: 'گاڑیوں کی تصویریں اور نقل و حرکت، سگنل کی حالت، پڑھے ہوئے نمبر۔',
      },
    ],
    keeps: [
      {
        what: { en: 'Evidence of a confirmed violation.', ur: 'تصدیق شدہ خلاف ورزی کی شہادت۔' },
        howLong: {
          en: 'Until the fine is paid or its appeal is over, then as the law says.',
          ur: 'جب تک جرمانہ ادا نہ ہو یا اپیل مکمل نہ ہو، پھر قانون کے مطابق۔',
        },
      },
      { what: { en: 'Rejected evidence.', ur: 'رد کی گئی شہادت۔' }, howLong: { en: '7 days.', ur: '7 دن۔' } },
    ],
  },
  humanOversight: [
    {
      en: 'A traffic reviewer confirms or rejects each case with the pictures in view.',
      ur: 'ٹریفک افسر تصویریں دیکھ کر ہر معاملے کی تصدیق کرتا یا اسے رد کرتا ہے۔',
    },
    {
      en: 'Citizens see the evidence and contest it; cancelled fines are published as errors.',
      ur: 'شہری شہادت دیکھ کر اعتراض کر سکتے ہیں؛ منسوخ جرمانے غلطی کے طور پر شائع ہوتے ہیں۔',
    },
  ],
  limits: [
    { en: 'Not built: no violation is reported.', ur: 'ابھی نہیں بنا: کسی خلاف ورزی کی اطلاع نہیں دی جاتی۔' },
    {
      en: 'A camera that is moved makes its lines wrong; until its tamper is noticed its cases are too.',
      ur: 'کیمرہ ہل جائے تو اس کی لکیریں غلط ہو جاتی ہیں؛ جب تک یہ پتا نہ چلے، اس کے معاملات بھی غلط ہوتے ہیں۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
