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
    reads: [{ en: 'Plate readings, hotlists.', ur: 'پڑھے ہوئے نمبر، مطلوبہ گاڑیوں کی فہرستیں۔' }],
    keeps: [
      {
        what: { en: 'Hits on a hotlist with their review.', ur: 'فہرست سے مماثلتیں اور ان پر فیصلہ۔' },
        howLong: { en: 'As long as the alert.', ur: 'جب تک انتباہ رکھا جائے۔' },
      },
      {
        what: { en: 'Results of journey searches.', ur: 'سفر کی تلاش کے نتائج۔' },
        howLong: { en: 'As long as the case.', ur: 'جب تک مقدمہ ہے۔' },
      },
      {
        what: { en: 'The record of each search with its reason.', ur: 'ہر تلاش کا اندراج، وجہ کے ساتھ۔' },
        howLong: { en: 'For ever, in the ledger.', ur: 'ہمیشہ، کھاتے میں۔' },
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
    { en: 'Not built: nothing is searched.', ur: 'ابھی نہیں بنا: کوئی تلاش نہیں ہوتی۔' },
    {
      en: 'It can be no better than the plate readings that it joins.',
      ur: 'یہ ان پڑھے ہوئے نمبروں سے بہتر نہیں ہو سکتا جنہیں یہ جوڑتا ہے۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
