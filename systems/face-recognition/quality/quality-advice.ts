import type { LocalText } from '@amaan/contracts/ai-system';
import { type FaceQuality, failedPart, type QualityFloor, type QualityPart } from './face-quality.ts';

/** What to do about the part that is too bad, one sentence each. */
const ADVICE: Readonly<Record<QualityPart, LocalText>> = {
  size: {
    en: 'The face is too small: take a picture from nearer, or one of higher resolution.',
    ur: 'چہرہ بہت چھوٹا ہے: قریب سے یا زیادہ ریزولوشن والی تصویر لیں۔',
  },
  pose: {
    en: 'The face is turned too far away: take a picture in which it looks towards the camera.',
    ur: 'چہرہ کیمرے سے بہت ہٹا ہوا ہے: ایسی تصویر لیں جس میں چہرہ کیمرے کی طرف ہو۔',
  },
  sharpness: {
    en: 'The face is blurred: take a sharper picture, without movement and in focus.',
    ur: 'چہرہ دھندلا ہے: واضح تصویر لیں جس میں حرکت نہ ہو اور فوکس درست ہو۔',
  },
  light: {
    en: 'The face is too dark, too bright or lit from one side: take a picture in even light.',
    ur: 'چہرے پر روشنی بہت کم، بہت زیادہ یا ایک طرف سے ہے: یکساں روشنی میں تصویر لیں۔',
  },
  visibility: {
    en: 'Something covers a part of the face: take a picture in which eyes, nose and mouth are free.',
    ur: 'چہرے کا کچھ حصہ ڈھکا ہوا ہے: ایسی تصویر لیں جس میں آنکھیں، ناک اور منہ صاف دکھائی دیں۔',
  },
};

/**
 * What to do so that a face can be compared, in one sentence.
 * @returns null when its quality is enough.
 */
export function qualityAdvice(quality: FaceQuality, floor: QualityFloor): LocalText | null {
  const part = failedPart(quality, floor);
  return part === null ? null : ADVICE[part];
}
