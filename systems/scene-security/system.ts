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
  intendedUse: {
    en: 'To point operators to left objects, stopped vehicles and entries into closed areas.',
    ur: 'آپریٹروں کو چھوڑی ہوئی چیزوں، رکی گاڑیوں اور بند علاقوں میں داخلے کی طرف متوجہ کرنا۔',
  },
  purposes: ['left-object', 'removed-object', 'perimeter', 'stopped-vehicle'],
  prohibited: [
    {
      en: 'Tell who left an object, or follow whoever did.',
      ur: 'یہ بتانا کہ چیز کس نے چھوڑی، یا چھوڑنے والے کا پیچھا کرنا۔',
    },
    { en: 'Decide that an object is dangerous.', ur: 'یہ فیصلہ کرنا کہ کوئی چیز خطرناک ہے۔' },
  ],
  affectedGroups: [
    {
      en: 'Travellers and traders who put their things down.',
      ur: 'مسافر اور دکان دار جو اپنا سامان نیچے رکھتے ہیں۔',
    },
    {
      en: 'People without a home, whose belongings lie in public.',
      ur: 'بے گھر لوگ جن کا سامان عوامی جگہ پر پڑا رہتا ہے۔',
    },
  ],
  risk: {
    tier: 'limited',
    euAiAct: {
      category: { en: 'not listed', ur: 'فہرست میں شامل نہیں' },
      why: {
        en: 'It is about things and places and evaluates no person.',
        ur: 'یہ چیزوں اور جگہوں کے بارے میں ہے اور کسی فرد کو نہیں پرکھتا۔',
      },
    },
    reasons: [
      {
        en: 'An alarm about a bag can close a station; a missed one can be worse.',
        ur: 'ایک تھیلے کا الارم اسٹیشن بند کرا سکتا ہے؛ رہ جانے والا اس سے بھی برا ہو سکتا ہے۔',
      },
      {
        en: 'Alarms fall on those who live in public first.',
        ur: 'الارم سب سے پہلے ان پر آتے ہیں جو کھلی جگہوں پر رہتے ہیں۔',
      },
    ],
  },
  data: {
    reads: [
      {
        en: 'Pictures of the cameras that it is permitted for, in memory only.',
        ur: 'ان کیمروں کی تصویریں جن کی اسے اجازت ہے، وہ بھی صرف عارضی یادداشت میں۔',
      },
    ],
    keeps: [
      {
        what: { en: 'Observations and the pictures of alerts.', ur: 'مشاہدات اور انتباہات کی تصویریں۔' },
        howLong: { en: 'As long as the alert.', ur: 'جب تک انتباہ رکھا جائے۔' },
      },
    ],
  },
  humanOversight: [
    {
      en: 'An operator judges each alert by the picture before anybody is sent.',
      ur: 'کسی کو بھیجنے سے پہلے آپریٹر تصویر دیکھ کر ہر انتباہ پر فیصلہ کرتا ہے۔',
    },
  ],
  limits: [
    { en: 'Not built: nothing is reported.', ur: 'ابھی نہیں بنا: کوئی اطلاع نہیں دی جاتی۔' },
    {
      en: 'Shadows, rain and parked stalls look like things left behind.',
      ur: 'سائے، بارش اور کھڑے ٹھیلے چھوڑی ہوئی چیزوں جیسے لگتے ہیں۔',
    },
  ],
  models: [],
  thresholds: {},
  settings: {},
};
