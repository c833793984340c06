import type { AiSystem } from '@amaan/contracts/ai-system';

/** Register entry of vehicle-trace. It has no model: its stage and suspensions decide whether lists are matched. */
export const vehicleTrace: AiSystem = {
  id: 'vehicle-trace',
  name: 'Vehicle trace',
  nameUrdu: 'گاڑیوں کی تلاش',
  version: '0.2.0',
  built: true,
  about: {
    en: 'Looks for a vehicle on a hotlist and puts together where a vehicle was seen, for an investigation with a stated reason. It also notices plates that were at two places at once.',
    ur: 'فہرست میں شامل گاڑی تلاش کرتا ہے اور بیان کردہ وجہ پر دکھاتا ہے کہ گاڑی کہاں کہاں دیکھی گئی۔ وہ نمبر بھی پکڑتا ہے جو بیک وقت دو جگہ نظر آئیں۔',
  },
  intendedUse: {
    en: 'To find stolen or wanted vehicles and to reconstruct journeys for a named case.',
    ur: 'چوری شدہ یا مطلوب گاڑیاں تلاش کرنا، اور کسی نامزد مقدمے کے لیے گاڑی کا سفر ترتیب دینا۔',
  },
  purposes: ['hotlist-match', 'journey-search', 'cloned-plate-detection'],
  prohibited: [
    {
      en: 'Search without a stated reason and, beyond a hotlist, without a case.',
      ur: 'بیان کردہ وجہ کے بغیر تلاش کرنا، اور مطلوبہ گاڑیوں کی فہرست سے ہٹ کر مقدمے کے بغیر۔',
    },
    {
      en: 'Follow a vehicle for whom its owner meets, what they believe or say.',
      ur: 'مالک کے میل جول، عقیدے یا بات کی وجہ سے گاڑی کا پیچھا کرنا۔',
    },
    { en: 'Infer who drives.', ur: 'یہ اندازہ لگانا کہ گاڑی کون چلا رہا ہے۔' },
  ],
  affectedGroups: [
    { en: 'Owners and users of vehicles.', ur: 'گاڑیوں کے مالک اور استعمال کرنے والے۔' },
    {
      en: 'People who drive often past cameras: couriers, taxi drivers.',
      ur: 'وہ لوگ جو اکثر کیمروں کے سامنے سے گزرتے ہیں: ڈاک اور سامان پہنچانے والے، ٹیکسی ڈرائیور۔',
    },
    { en: 'Owners whose plate was cloned.', ur: 'وہ مالک جن کی پلیٹ نقل کی گئی۔' },
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'Not named by annex III. Treated as high here since journeys show a life.',
        ur: 'ضمیمہ III میں اس کا ذکر نہیں۔ یہاں اسے زیادہ خطرے والا سمجھا جاتا ہے کیونکہ سفر پوری زندگی دکھا دیتے ہیں۔',
      },
    },
    reasons: [
      {
        en: 'Where a vehicle goes shows home, work, faith and illness.',
        ur: 'گاڑی کہاں جاتی ہے، اس سے گھر، کام، عقیدہ اور بیماری ظاہر ہو جاتی ہے۔',
      },
      {
        en: 'A hit on a hotlist that is out of date stops an innocent driver.',
        ur: 'پرانی فہرست سے مماثلت ایک بے قصور ڈرائیور کو رکوا دیتی ہے۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Plate readings with time, camera and look of the vehicle; hotlists.',
        ur: 'پڑھے ہوئے نمبر، وقت، کیمرے اور گاڑی کی ظاہری شکل کے ساتھ؛ مطلوبہ گاڑیوں کی فہرستیں۔',
      },
      {
        en: 'Positions of cameras, roads, and a vehicle registry, where they are known.',
        ur: 'کیمروں کے مقام، سڑکیں اور گاڑیوں کا رجسٹر، جہاں معلوم ہوں۔',
      },
    ],
    keeps: [
      {
        what: {
          en: 'Sightings: plate, place, time, class and colour of the vehicle.',
          ur: 'گاڑی نظر آنے کے اندراج: نمبر، جگہ، وقت، گاڑی کی قسم اور رنگ۔',
        },
        howLong: {
          en: '30 days unless the organisation says otherwise; longer where a case holds them or an alert rests on them.',
          ur: '30 دن، اگر ادارہ کچھ اور طے نہ کرے؛ جہاں کسی مقدمے کو ضرورت ہو یا کوئی انتباہ ان پر قائم ہو وہاں زیادہ۔',
        },
      },
      {
        what: {
          en: 'Hits on a hotlist and suspicions of a cloned plate, with their review.',
          ur: 'فہرست سے مماثلتیں، نقل شدہ پلیٹ کے شبہات، اور ان پر فیصلہ۔',
        },
        howLong: { en: 'As long as the alert.', ur: 'جب تک انتباہ رکھا جائے۔' },
      },
      {
        what: {
          en: 'Hotlists and their entries, also closed and removed ones.',
          ur: 'فہرستیں اور ان کے اندراجات، بند شدہ اور نکالے ہوئے بھی۔',
        },
        howLong: {
          en: 'For ever; after their end they match nothing.',
          ur: 'ہمیشہ؛ میعاد ختم ہونے کے بعد ان سے کوئی مماثلت نہیں نکلتی۔',
        },
      },
      {
        what: {
          en: 'The record of each search: who, case, reason, what was asked and how much was found. Results are not kept.',
          ur: 'ہر تلاش کا اندراج: کس نے کی، مقدمہ، وجہ، کیا پوچھا گیا اور کتنا ملا۔ نتائج محفوظ نہیں ہوتے۔',
        },
        howLong: {
          en: 'For ever; the ledger has its digest.',
          ur: 'ہمیشہ؛ کھاتے میں اس کا ہیش ہے۔',
        },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Every search needs a reason; its record names who asked.',
      ur: 'ہر تلاش کے لیے وجہ لازم ہے؛ اندراج میں پوچھنے والے کا نام ہوتا ہے۔',
    },
    {
      en: 'A hit is compared with the picture by a person before anybody is stopped.',
      ur: 'کسی کو روکنے سے پہلے ایک فرد مماثلت کا تصویر سے موازنہ کرتا ہے۔',
    },
  ],
  limits: [
    {
      en: 'It can be no better than the plate readings that it joins.',
      ur: 'یہ ان پڑھے ہوئے نمبروں سے بہتر نہیں ہو سکتا جنہیں یہ جوڑتا ہے۔',
    },
    {
      en: 'A search covers the site of its case, and others only where the searcher asks for them and may search them.',
      ur: 'تلاش اپنے مقدمے کے مقام تک ہوتی ہے، اور دوسرے مقامات پر صرف تب جب تلاش کرنے والا کہے اور اسے وہاں تلاش کی اجازت ہو۔',
    },
    {
      en: 'Where no roads are known, a journey is drawn in straight lines, which nobody drove.',
      ur: 'جہاں سڑکیں معلوم نہ ہوں وہاں سفر سیدھی لکیروں میں دکھایا جاتا ہے، جن پر کوئی نہیں چلا۔',
    },
    {
      en: 'A cloned plate is noticed only where both readings are sure and the cameras have positions, or where a registry is connected.',
      ur: 'نقل شدہ پلیٹ صرف وہاں پکڑی جاتی ہے جہاں دونوں بار نمبر یقین سے پڑھا گیا ہو اور کیمروں کے مقام معلوم ہوں، یا جہاں گاڑیوں کا رجسٹر جڑا ہو۔',
    },
    {
      en: 'Matching was measured on made-up plates; how often a real driver is wrongly matched has to be measured where it is used.',
      ur: 'موازنے کی پیمائش فرضی نمبروں پر ہوئی؛ اصل ڈرائیوروں سے کتنی بار غلط مماثلت ہوتی ہے، یہ استعمال کی جگہ پر ناپنا ہے۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
