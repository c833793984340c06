import type { AiSystem } from '@amaan/contracts/ai-system';
import type { FaceReaderOptions } from './face-reader.ts';
import type { QualityFloor } from './quality/face-quality.ts';
import { IMPOSTOR_TAIL } from './threshold/impostor-distribution.ts';

/**
 * Register entry of facial recognition. Everything in `thresholds` and `settings` changes what is found or matched and is
 * therefore part of the configuration that a permit covers.
 */
export const faceRecognition = {
  id: 'face-recognition',
  name: 'Facial recognition',
  nameUrdu: 'چہرہ شناسی',
  version: '0.3.0',
  built: true,
  about: {
    en: 'Compares faces on a camera or in a recording with a lawful list of wanted or missing people, and only under an authorisation for a case. Two people confirm a match before anybody acts. Faces that match nobody are forgotten at once.',
    ur: 'کیمرے یا ریکارڈنگ کے چہروں کا موازنہ مطلوب یا لاپتہ افراد کی قانونی فہرست سے کرتا ہے، اور وہ بھی صرف کسی مقدمے کی تحریری اجازت پر۔ کسی کارروائی سے پہلے دو افراد مماثلت کی تصدیق کرتے ہیں۔ جو چہرے کسی سے نہ ملیں وہ فوراً بھلا دیے جاتے ہیں۔',
  },
  intendedUse: {
    en: 'To help investigators find a person who is on a lawful watchlist, for a named case, within the place and time of a written authorisation.',
    ur: 'تفتیش کاروں کی مدد کرنا کہ وہ کسی نامزد مقدمے میں، تحریری اجازت کی جگہ اور مدت کے اندر، قانونی فہرست میں شامل کسی شخص کو تلاش کر سکیں۔',
  },
  purposes: ['watchlist-search-after-the-event', 'watchlist-search-live'],
  prohibited: [
    {
      en: 'Search without a case and an authorisation that is in force.',
      ur: 'مقدمے اور نافذ اجازت کے بغیر تلاش کرنا۔',
    },
    {
      en: 'Keep a template of anybody who did not match.',
      ur: 'ایسے شخص کے چہرے کا نمونہ رکھنا جو کسی سے نہ ملا۔',
    },
    {
      en: 'Guess or report ethnicity, religion, emotion, age or sex.',
      ur: 'نسل، مذہب، جذبات، عمر یا جنس کا اندازہ لگانا یا بتانا۔',
    },
    {
      en: 'Lead to any act before two people have confirmed the match.',
      ur: 'دو افراد کی تصدیق سے پہلے کسی کارروائی کا سبب بننا۔',
    },
    {
      en: 'Be used to follow people for what they say, believe or whom they meet.',
      ur: 'لوگوں کی بات، عقیدے یا میل جول کی وجہ سے ان کا پیچھا کرنے کے لیے استعمال ہونا۔',
    },
  ],
  affectedGroups: [
    {
      en: 'Everybody whose face a camera catches while a search runs, children included.',
      ur: 'ہر وہ شخص جس کا چہرہ تلاش کے دوران کیمرے میں آ جائے، بچوں سمیت۔',
    },
    {
      en: 'People on the watchlist, some of whom are wanted in error.',
      ur: 'فہرست میں شامل لوگ، جن میں سے کچھ غلطی سے مطلوب ہیں۔',
    },
    {
      en: 'People who resemble somebody on the list, and groups for whom the model errs more often.',
      ur: 'وہ لوگ جن کی شکل فہرست کے کسی فرد سے ملتی ہے، اور وہ گروہ جن کے بارے میں ماڈل زیادہ غلطی کرتا ہے۔',
    },
    { en: 'People at protests and places of worship.', ur: 'احتجاج اور عبادت گاہوں میں موجود لوگ۔' },
  ],
  risk: {
    tier: 'high',
    euAiAct: {
      category: {
        en: 'annex III 1(a); live search: article 5(1)(h) exception',
        ur: 'ضمیمہ III، نکتہ 1(a)؛ براہِ راست تلاش: دفعہ 5(1)(h) کا استثنا',
      },
      why: {
        en: 'Remote biometric identification is high-risk there; in real time, in public and by the police it is prohibited but for narrow exceptions with a prior authorisation.',
        ur: 'دور سے بائیومیٹرک شناخت وہاں زیادہ خطرے والی شمار ہوتی ہے؛ عوامی جگہ پر پولیس کی طرف سے براہِ راست شناخت ممنوع ہے، سوائے چند محدود استثناؤں کے جن کے لیے پیشگی اجازت لازم ہے۔',
      },
    },
    reasons: [
      {
        en: 'A false match can end in an arrest of somebody innocent.',
        ur: 'غلط مماثلت کسی بے گناہ کی گرفتاری پر ختم ہو سکتی ہے۔',
      },
      {
        en: 'Error rates of face models differ between groups, and lawful ground truth to measure that is rare.',
        ur: 'چہرہ شناسی کے ماڈلوں کی غلطی کی شرح مختلف گروہوں میں مختلف ہے، اور اسے ناپنے کے لیے قانونی طور پر درست معلومات کم ہی ملتی ہیں۔',
      },
      {
        en: 'The same means could follow anybody; only law, authorisation and record keep it from that.',
        ur: 'اسی ذریعے سے کسی کا بھی پیچھا ہو سکتا ہے؛ صرف قانون، اجازت اور اندراج اسے روکتے ہیں۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Faces in pictures that an authorisation covers.',
        ur: 'ان تصویروں کے چہرے جو اجازت کے دائرے میں ہیں۔',
      },
      { en: 'Templates of the lawful watchlist.', ur: 'قانونی فہرست کے چہروں کے نمونے۔' },
    ],
    keeps: [
      {
        what: { en: 'Templates of the watchlist.', ur: 'فہرست کے چہروں کے نمونے۔' },
        howLong: {
          en: 'While the listing is lawful; removed with it.',
          ur: 'جب تک فہرست میں نام رکھنا قانونی ہے؛ نام کے ساتھ ہی حذف ہوتے ہیں۔',
        },
      },
      {
        what: {
          en: 'Confirmed matches with both decisions.',
          ur: 'تصدیق شدہ مماثلتیں، دونوں فیصلوں کے ساتھ۔',
        },
        howLong: { en: 'As long as the case.', ur: 'جب تک مقدمہ ہے۔' },
      },
      {
        what: {
          en: 'Possible matches that were rejected or never decided, with both pictures.',
          ur: 'وہ ممکنہ مماثلتیں جو رد ہوئیں یا جن پر فیصلہ نہ ہوا، دونوں تصویروں کے ساتھ۔',
        },
        howLong: {
          en: '30 days, unless the authority sets another time; then only their number stays.',
          ur: '30 دن، جب تک ادارہ کوئی اور مدت مقرر نہ کرے؛ پھر صرف ان کی تعداد رہتی ہے۔',
        },
      },
      {
        what: {
          en: 'The record that a search took place, with its authorisation.',
          ur: 'یہ اندراج کہ تلاش ہوئی، اس کی اجازت کے ساتھ۔',
        },
        howLong: { en: 'For ever, in the ledger, without faces.', ur: 'ہمیشہ، کھاتے میں، چہروں کے بغیر۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'A search needs a case, a stated purpose and an authorisation by somebody else.',
      ur: 'تلاش کے لیے مقدمہ، بیان کردہ مقصد اور کسی دوسرے فرد کی اجازت لازم ہے۔',
    },
    {
      en: 'Two different people look at every match without knowing each other’s answer; where they differ, a supervisor decides.',
      ur: 'ہر مماثلت کو دو مختلف افراد ایک دوسرے کا جواب جانے بغیر دیکھتے ہیں؛ جہاں ان میں اختلاف ہو، وہاں نگران فیصلہ کرتا ہے۔',
    },
    {
      en: 'A supervisor reviews a list before it is searched, and an authorisation ends by itself.',
      ur: 'فہرست تلاش ہونے سے پہلے نگران اس کا جائزہ لیتا ہے، اور اجازت اپنے وقت پر خود ختم ہو جاتی ہے۔',
    },
    {
      en: 'Questions of fundamental rights are mandatory in its impact assessment.',
      ur: 'اس کے اثرات کے جائزے میں بنیادی حقوق کے سوال لازمی ہیں۔',
    },
  ],
  limits: [
    {
      en: 'No error rates per group of people exist: there was no lawful set to measure them on. Until the authority brings one it runs as a pilot at most.',
      ur: 'لوگوں کے گروہوں کے لحاظ سے غلطی کی شرحیں موجود نہیں: انہیں ناپنے کے لیے کوئی قانونی مجموعہ نہیں تھا۔ جب تک ادارہ ایسا مجموعہ نہ لائے، یہ زیادہ سے زیادہ آزمائشی طور پر چلتا ہے۔',
    },
    {
      en: 'Its false-match rate was measured on 92 people of sample photographs: thresholds for more than a few people are extrapolated, above about 10,000 entries they cannot be trusted, and they have to be measured where it is used.',
      ur: 'غلط مماثلت کی شرح نمونے کی تصویروں کے 92 افراد پر ناپی گئی: چند سے زیادہ افراد کی فہرست کی حد اندازے سے آگے بڑھائی گئی ہے، تقریباً 10,000 اندراجات سے اوپر اس پر بھروسا نہیں کیا جا سکتا، اور استعمال کی جگہ پر اسے ناپنا ہوگا۔',
    },
    {
      en: 'It misses many: at the threshold of a list of 100 people a quarter of the pairs of one person did not reach it. That nobody was found never means that somebody was not there.',
      ur: 'بہت سے لوگ اس سے رہ جاتے ہیں: 100 افراد کی فہرست کی حد پر ایک ہی شخص کی تصویروں کے ایک چوتھائی جوڑے اس حد تک نہ پہنچے۔ کسی کا نہ ملنا یہ ثابت نہیں کرتا کہ وہ وہاں نہیں تھا۔',
    },
    {
      en: 'Small, dark, turned or covered faces will be missed or are refused by their quality: below about 35 pixels of height a face is not compared.',
      ur: 'چھوٹے، تاریک، مڑے ہوئے یا ڈھکے ہوئے چہرے رہ جائیں گے یا معیار کی وجہ سے رد ہوں گے: تقریباً 35 پکسل سے کم اونچا چہرہ نہیں ملایا جاتا۔',
    },
    {
      en: 'A search that fails while the server is out of reach is not made up for later.',
      ur: 'جو تلاش سرور تک رسائی نہ ہونے سے ناکام ہو، وہ بعد میں دوبارہ نہیں ہوتی۔',
    },
    {
      en: 'The score that tells pictures of faces from faces was not measured on real attacks: it is a hint.',
      ur: 'چہرے اور چہرے کی تصویر میں فرق کرنے والا درجہ اصل دھوکوں پر نہیں ناپا گیا: یہ صرف ایک اشارہ ہے۔',
    },
  ],
  models: ['face-detector', 'face-landmarks', 'face-embedding', 'face-liveness'],
  thresholds: {
    /** Least confidence of the detector that a face is there. */
    faceConfidence: 0.35,
    /** Below this confidence a face counts only when its landmarks stay where they are in another cut of it. */
    sureConfidence: 0.85,
    /** How far they may move, as a part of the distance between the eyes. */
    mostInstability: 0.12,
    /** Least that each part of a face's quality must have for a search or an enrolment. */
    leastQualityPart: 0.35,
    /** Least total quality for the same. */
    leastQuality: 0.5,
    /**
     * Greatest probability that a search of somebody who is not on the list gives a false match at all. The similarity
     * that this asks for grows with the list: `threshold/search-threshold`.
     */
    falseMatchesPerSearch: 0.001,
    /** The fitted tail of the similarities of different people, from which that similarity follows. */
    impostorTailAbove: IMPOSTOR_TAIL.above,
    impostorTailShare: IMPOSTOR_TAIL.share,
    impostorTailShape: IMPOSTOR_TAIL.shape,
    impostorTailScale: IMPOSTOR_TAIL.scale,
  },
  settings: {
    /** Height in pixels of the smallest face that is looked for. */
    leastFace: 24,
    /** Height that this face has when the detector sees it, in whole pictures. */
    seenAs: 20,
    /** The same for frames of a camera, where a face is seen many times. */
    liveSeenAs: 14,
    /** Pixels that the detector's neighbouring views share. */
    viewOverlap: 40,
    /** Height in the view up to which a face counts where the picture is looked at smaller, too. */
    seenUpTo: 64,
  },
} as const satisfies AiSystem;

/**
 * How faces are found, as configured.
 * @param size at which the detector sees the smallest face: `seenAs` for pictures or `liveSeenAs` for frames.
 */
export function faceReaderOptions(size: 'seenAs' | 'liveSeenAs'): FaceReaderOptions {
  const { thresholds, settings } = faceRecognition;
  return {
    confidence: thresholds.faceConfidence,
    sureConfidence: thresholds.sureConfidence,
    mostInstability: thresholds.mostInstability,
    leastFace: settings.leastFace,
    seenAs: settings[size],
    overlap: settings.viewOverlap,
    seenUpTo: settings.seenUpTo,
  };
}

/** What a face must be worth to be searched or enrolled, as configured. */
export function qualityFloor(): QualityFloor {
  const { thresholds } = faceRecognition;
  return { part: thresholds.leastQualityPart, total: thresholds.leastQuality };
}
