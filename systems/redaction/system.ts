import type { AiSystem } from '@amaan/contracts/ai-system';
import type { CoverOptions } from './covers/cover-plan.ts';
import type { PlateRule } from './finding/plausible-plates.ts';

/**
 * Register entry of redaction. Everything in `thresholds` and `settings` changes what is covered and is therefore part of
 * the configuration that a permit covers.
 */
export const redaction = {
  id: 'redaction',
  name: 'Privacy redaction',
  nameUrdu: 'چہروں اور پلیٹوں کو چھپانا',
  version: '0.3.0',
  built: true,
  about: {
    en: 'Covers faces and number plates in pictures that leave the control room and in what operators see by default. Seeing the uncovered picture needs a right and a reason, and is recorded.',
    ur: 'کنٹرول روم سے باہر جانے والی اور آپریٹر کو عام طور پر دکھائی جانے والی تصویروں میں چہرے اور نمبر پلیٹیں چھپاتا ہے۔ اصل تصویر دیکھنے کے لیے اختیار اور وجہ درکار ہے، اور اس کا اندراج ہوتا ہے۔',
  },
  intendedUse: {
    en: 'To protect bystanders in exports and on screens.',
    ur: 'باہر جانے والی تصویروں اور اسکرین پر راہ گیروں کی حفاظت کرنا۔',
  },
  purposes: ['masking'],
  prohibited: [
    {
      en: 'Be the only protection of a picture that must not be shared.',
      ur: 'ایسی تصویر کا واحد تحفظ ہونا جو کسی کو نہیں دی جا سکتی۔',
    },
    { en: 'Recognise whom it covers.', ur: 'جسے چھپائے اسے پہچاننا۔' },
  ],
  affectedGroups: [
    { en: 'Bystanders in evidence.', ur: 'شہادت کی تصویروں میں آنے والے راہ گیر۔' },
    {
      en: 'People who are missed by it and shown to others.',
      ur: 'وہ لوگ جو اس سے رہ جائیں اور دوسروں کو دکھا دیے جائیں۔',
    },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'It finds faces only to cover them and identifies nobody.',
        ur: 'یہ چہرے صرف چھپانے کے لیے تلاش کرتا ہے اور کسی کی شناخت نہیں کرتا۔',
      },
    },
    reasons: [
      {
        en: 'A face that it misses is published, so people check an export before it leaves.',
        ur: 'جو چہرہ رہ جائے وہ ظاہر ہو جاتا ہے، اس لیے باہر بھیجنے سے پہلے لوگ جانچتے ہیں۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures and clips that are shown or exported.',
        ur: 'وہ تصویریں اور ویڈیو جو دکھائی یا باہر بھیجی جاتی ہیں۔',
      },
    ],
    keeps: [
      {
        what: { en: 'Which areas of which frames were covered.', ur: 'کس تصویر کے کون سے حصے چھپائے گئے۔' },
        howLong: { en: 'With the export.', ur: 'بھیجی گئی تصویر یا ویڈیو کے ساتھ۔' },
      },
      {
        what: {
          en: 'The record of who saw what uncovered, for which case and why.',
          ur: 'یہ اندراج کہ کس نے کیا بے پردہ دیکھا، کس مقدمے میں اور کیوں۔',
        },
        howLong: {
          en: 'For ever, in the ledger, without pictures.',
          ur: 'ہمیشہ، کھاتے میں، تصویروں کے بغیر۔',
        },
      },
    ],
  },
  humanOversight: [
    {
      en: 'Whoever exports looks through the frames that it marks as doubtful.',
      ur: 'باہر بھیجنے والا ان تصویروں کو دیکھتا ہے جنہیں یہ مشکوک قرار دے۔',
    },
    {
      en: 'Un-masking a named clip is a decision of a person with a right, a case and a reason; it ends by itself, and a longer one needs two people.',
      ur: 'کسی نامزد ویڈیو سے پردہ ہٹانا ایک بااختیار فرد کا فیصلہ ہے، مقدمے اور وجہ کے ساتھ؛ یہ خود ختم ہو جاتا ہے، اور زیادہ دیر کے لیے دو افراد درکار ہیں۔',
    },
  ],
  limits: [
    {
      en: 'It misses faces. Of those of 20 pixels of height and more it covered 97.5 to 98.7 % on sample photographs, 95.5 % where these were dark, and 97.9 % frame by frame in a made-up recording of them, where the aim is 98 %. Smaller ones often stay bare: three of nine on a public square.',
      ur: 'اس سے چہرے رہ جاتے ہیں۔ نمونے کی تصویروں میں 20 پکسل یا اس سے اونچے چہروں میں سے 97.5 سے 98.7 فیصد چھپے، تاریک تصویروں میں 95.5 فیصد، اور ان سے بنائی گئی فرضی ویڈیو میں ہر فریم کے حساب سے 97.9 فیصد، جبکہ ہدف 98 فیصد ہے۔ اس سے چھوٹے چہرے اکثر کھلے رہتے ہیں: ایک عوامی چوک میں نو میں سے تین۔',
    },
    {
      en: 'Turned, half-hidden and reflected faces will be missed, and faces on screens and posters may be.',
      ur: 'مڑے ہوئے، آدھے چھپے اور عکس میں نظر آنے والے چہرے رہ جائیں گے، اور اسکرین اور پوسٹر کے چہرے بھی رہ سکتے ہیں۔',
    },
    {
      en: 'A plate is covered where it is on a vehicle that was found, or where it is clear and wide: a two-row plate on a vehicle that was not found may stay bare, and some things that look like plates are covered.',
      ur: 'نمبر پلیٹ تب چھپتی ہے جب وہ ملی ہوئی گاڑی پر ہو، یا واضح اور چوڑی ہو: جو گاڑی نہ ملی اس کی دو سطری پلیٹ کھلی رہ سکتی ہے، اور پلیٹ جیسی کچھ چیزیں بھی چھپ جاتی ہیں۔',
    },
    {
      en: 'Gait, clothes, tattoos, voices and places still tell who somebody is.',
      ur: 'چال، لباس، گودے ہوئے نشان، آواز اور جگہ سے پھر بھی کسی کی پہچان ہو سکتی ہے۔',
    },
  ],
  models: ['face-detector', 'plate-finder', 'nanodet-g-416'],
  thresholds: {
    /** Least confidence of a face that is covered; a face that is missed costs more than a hand that is covered. */
    faceCovered: 0.25,
    plateCovered: 0.3,
    bodyCovered: 0.3,
    screenCovered: 0.3,
    /** Least confidence of what is not covered but may be something: a person is asked to look. */
    faceFaint: 0.17,
    plateFaint: 0.2,
    bodyFaint: 0.2,
    screenFaint: 0.2,
    /** What was covered without ever reaching this confidence needs a look. */
    faceSure: 0.6,
    plateSure: 0.6,
    bodySure: 0.5,
    screenSure: 0.5,
    /** Of two bodies with a larger intersection over union, one goes. */
    bodyOverlap: 0.6,
    /** How much larger than its sighting a cover is on each side, as a part of its size. */
    faceMargin: 0.3,
    plateMargin: 0.15,
    bodyMargin: 0.08,
    screenMargin: 0.08,
    /** Least confidence of a vehicle, on which a plate may be. */
    vehicleFound: 0.25,
    /** What a plate is at most, as parts of its vehicle, whose box is taken so much larger on each side; and how many there are. */
    plateOnVehicleRoom: 0.2,
    plateOnVehicleWidth: 0.8,
    plateOnVehicleHeight: 0.5,
    platesOnVehicle: 2,
    /** Where no vehicle was found: least confidence, least width over height, and greatest part of the picture's width. */
    plateAlone: 0.7,
    plateAloneAspect: 1.8,
    plateAloneWidth: 0.25,
    /** Growth on each side for every second beyond a sighting, as a part of its size. */
    growth: 0.5,
  },
  settings: {
    /** Frames of a second that are looked at. */
    analyseRate: 5,
    /** Height in pixels of the smallest face that is looked for. */
    leastFace: 20,
    /** Height that it has when the detector sees it, in pictures and in frames of a recording. */
    pictureSeenAs: 20,
    frameSeenAs: 12.5,
    /** Frames of a recording are looked at no smaller than this, along the longer side in pixels, if they are so large. */
    leastLook: 800,
    /** Pixels that the detector's neighbouring views share. */
    viewOverlap: 20,
    /** Height in the view up to which a face counts where the picture is looked at smaller, too. */
    seenUpTo: 64,
    /** Grey levels by which a square of a view may change before it is looked at anew. */
    viewTolerance: 2,
    /** Long sides in pixels at which pictures, and frames in turn, are looked at for plates. */
    pictureFinderSides: '1280 640 320',
    fineFinderSides: '768',
    coarseFinderSides: '384',
    /** Of the frames that are looked at, every so many one is looked at closely, the others for what is twice as large. */
    fineEvery: 2,
    /** Seconds that something may go unseen and still be the same. */
    gapSeconds: 0.8,
    /** Seconds that a cover lasts before the first and after the last sighting. */
    beyondSeconds: 0.4,
    /** The live view: at most so many pixels along its longer side and frames a second, covered in this style. */
    liveSide: 1280,
    liveRate: 12,
    liveStyle: 'fill',
  },
} as const satisfies AiSystem;

/** Where covers lie, as configured. */
export function coverOptions(): CoverOptions {
  const { thresholds, settings } = redaction;
  return {
    covered: {
      face: thresholds.faceCovered,
      plate: thresholds.plateCovered,
      body: thresholds.bodyCovered,
      screen: thresholds.screenCovered,
    },
    sure: {
      face: thresholds.faceSure,
      plate: thresholds.plateSure,
      body: thresholds.bodySure,
      screen: thresholds.screenSure,
    },
    margin: {
      face: thresholds.faceMargin,
      plate: thresholds.plateMargin,
      body: thresholds.bodyMargin,
      screen: thresholds.screenMargin,
    },
    growth: thresholds.growth,
    gapSeconds: settings.gapSeconds,
    beyondSeconds: settings.beyondSeconds,
  };
}

/** How faces are looked for. */
export interface FaceLook {
  readonly confidence: number;
  readonly leastFace: number;
  readonly seenAs: number;
  readonly overlap: number;
  readonly seenUpTo: number;
}

/**
 * What is looked at: a picture at its own size, or a frame that was made smaller before (`lookSize`), in turn closely for
 * the smallest faces or coarsely for those that are twice as large. What is small is far away and moves little in the
 * picture, so that half as many looks find it.
 */
export type LookKind = 'picture' | 'fine-frame' | 'coarse-frame';

/** How faces are looked for, as configured. */
export function faceLook(of: LookKind): FaceLook {
  const { thresholds, settings } = redaction;
  const least = { picture: settings.leastFace, 'fine-frame': settings.frameSeenAs };
  return {
    confidence: thresholds.faceFaint,
    leastFace: of === 'coarse-frame' ? 2 * settings.frameSeenAs : least[of],
    seenAs: of === 'picture' ? settings.pictureSeenAs : settings.frameSeenAs,
    overlap: settings.viewOverlap,
    seenUpTo: settings.seenUpTo,
  };
}

/** How plates are looked for, and what of it may be one, as configured. */
export function plateLook(of: LookKind) {
  const { thresholds, settings } = redaction;
  const sides = {
    picture: settings.pictureFinderSides,
    'fine-frame': settings.fineFinderSides,
    'coarse-frame': settings.coarseFinderSides,
  };
  const rule: PlateRule = {
    onVehicle: {
      room: thresholds.plateOnVehicleRoom,
      width: thresholds.plateOnVehicleWidth,
      height: thresholds.plateOnVehicleHeight,
      most: thresholds.platesOnVehicle,
    },
    alone: {
      confidence: thresholds.plateAlone,
      aspect: thresholds.plateAloneAspect,
      width: thresholds.plateAloneWidth,
    },
  };
  return {
    finder: { confidence: thresholds.plateFaint, sides: sides[of].split(' ').map(Number), vehicleSide: 320 },
    /** Least confidence of the vehicles on which plates may be; null: vehicles are not looked for. */
    vehicles: of === 'coarse-frame' ? null : thresholds.vehicleFound,
    rule,
  };
}

/** How bodies, screens and vehicles are looked for, as configured. */
export function thingLook() {
  const { bodyFaint, screenFaint, vehicleFound, bodyOverlap } = redaction.thresholds;
  return { confidence: Math.min(bodyFaint, screenFaint, vehicleFound), overlap: bodyOverlap };
}

/** What is found of bodies and screens, and from which confidence on, as configured. */
export function thingCovered() {
  const { bodyFaint, screenFaint } = redaction.thresholds;
  return {
    body: { class: 'person', confidence: bodyFaint },
    screen: { class: 'screen', confidence: screenFaint },
  };
}

/** The size at which a recording's frames are looked at: the smallest face keeps enough of its height. */
export function lookSize({ width, height }: { readonly width: number; readonly height: number }) {
  const { settings } = redaction;
  const scale = Math.max(
    settings.frameSeenAs / settings.leastFace,
    settings.leastLook / Math.max(width, height),
  );
  const by = Math.min(1, scale);
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
}
