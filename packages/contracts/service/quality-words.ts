import type { LocalText } from '../ai-system.ts';
import type { QualityFlag } from './data-quality.ts';
import { spanWords } from './span-words.ts';

/** What a flag says, and what to do about it: one sentence each, without the place. */
export function qualityWords(flag: QualityFlag): LocalText {
  const { code, count, of } = flag;
  const span = spanWords(Math.abs(flag.seconds ?? 0));
  const share = { en: `${count} of ${of} calls`, ur: `${of} میں سے ${count} کالیں` };
  switch (code) {
    case 'negative-times':
      return {
        en: `${share.en} have times that run backwards; they are left out of all figures. Correct them at their source.`,
        ur: `${share.ur} ایسی ہیں جن کے اوقات الٹے ہیں؛ وہ کسی شمار میں شامل نہیں۔ اصل نظام میں درست کریں۔`,
      };
    case 'clock-offset':
      return {
        en: `${share.en} run backwards by about ${span.en}: a clock or a time zone is set wrongly. They are left out of all figures.`,
        ur: `${share.ur} تقریباً ${span.ur} الٹی ہیں: کوئی گھڑی یا ٹائم زون غلط ہے۔ وہ کسی شمار میں شامل نہیں۔`,
      };
    case 'missing-arrivals':
      return {
        en: `${share.en} were closed without an arrival, though a unit was sent: the share in time may be lower than shown.`,
        ur: `${share.ur} پہنچنے کا وقت لکھے بغیر بند ہوئیں حالانکہ یونٹ بھیجا گیا: بروقت کا تناسب دکھائے گئے سے کم ہو سکتا ہے۔`,
      };
    case 'round-times':
      return {
        en: `${count} of ${of} arrivals and closures lie on full five minutes: times seem to be written from memory.`,
        ur: `پہنچنے اور بند ہونے کے ${of} میں سے ${count} اوقات پورے پانچ منٹ پر ہیں: لگتا ہے اوقات یادداشت سے لکھے گئے۔`,
      };
    case 'closure-batches':
      return {
        en: `${share.en} were closed many within one minute: their closures say when somebody tidied up.`,
        ur: `${share.ur} ایک ہی منٹ میں اکٹھی بند کی گئیں: بند ہونے کا وقت اصل وقت نہیں۔`,
      };
    case 'clock-jump':
      return {
        en: `The clock of the feed jumped by ${span.en}: times around it may be wrong by as much.`,
        ur: `فیڈ کی گھڑی ${span.ur} آگے پیچھے ہوئی: اس کے آس پاس کے اوقات اتنے ہی غلط ہو سکتے ہیں۔`,
      };
    case 'coverage-gap':
      return {
        en: `No call came for ${span.en} in which some were to be expected: what happened then is not in these figures.`,
        ur: `${span.ur} تک کوئی کال نہیں آئی حالانکہ متوقع تھی: اس دوران کا کام ان اعداد میں شامل نہیں۔`,
      };
    case 'feed-silent':
      return {
        en: `The feed was silent for ${span.en}, without a sign of life.`,
        ur: `فیڈ ${span.ur} خاموش رہی، کوئی رابطہ نہیں ہوا۔`,
      };
    case 'contradictions':
      return {
        en: `${share.en} have reports that contradict each other; what was said last counts.`,
        ur: `${share.ur} کی رپورٹیں ایک دوسرے سے متضاد ہیں؛ آخری بات شمار ہوئی۔`,
      };
    case 'late-reports':
      return {
        en: `${share.en} were first told of more than a day late: figures of the last days will still change.`,
        ur: `${share.ur} کی اطلاع ایک دن سے زیادہ دیر سے ملی: آخری دنوں کے اعداد ابھی بدلیں گے۔`,
      };
    case 'without-beginning':
      return {
        en: `${count} calls were reported without the time or the place at which they came in; they count nowhere.`,
        ur: `${count} کالوں کے آنے کا وقت یا شہر نہیں بتایا گیا؛ وہ کہیں شمار نہیں ہوئیں۔`,
      };
  }
}
