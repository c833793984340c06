import type { civicProblems as english } from '../en/civic-problems.ts';
import type { Messages } from '../en.ts';

export const civicProblems: Pick<Messages['problems']['code'], keyof typeof english> = {
  TICKET_NOT_FOUND: 'ایسی کوئی شکایت نہیں۔',
  TICKET_CHANGED: 'کسی اور نے اس شکایت پر قدم اٹھایا ہے؛ دوبارہ دیکھیں۔',
  TICKET_ENDED: 'یہ شکایت ختم ہو چکی ہے؛ پہلے دوبارہ کھولیں۔',
  TICKET_HAS_NO_CAMERA: 'اس شکایت کا کوئی کیمرا نہیں؛ تصویر فائل سے لائیں۔',
  CIVIC_STEP_IMPOSSIBLE: 'شکایت کی موجودہ حالت میں یہ نہیں ہو سکتا۔',
  CIVIC_SETTINGS_CHANGED: 'کسی اور نے محکمے یا قواعد بدل دیے ہیں؛ دوبارہ دیکھیں۔',
  DEPARTMENT_UNKNOWN: 'ایسا کوئی محکمہ نہیں۔',
  DEADLINE_NEEDED: 'ترتیبات میں اس محکمے کے لیے کوئی وقت نہیں؛ میعاد چنیں۔',
  DEADLINE_PASSED: 'یہ میعاد گزر چکی ہے۔',
  PROOF_NEEDED: 'کام کے بعد کی تصویر لگائیں، یا لکھیں کہ آپ کو کیسے معلوم ہے۔',
  PICTURES_ENOUGH: 'اس موقعے کی کافی تصویریں ہیں؛ پہلے ایک ہٹائیں۔',
  CAMERA_HAS_NO_PLACE: 'نقشے پر اس کیمرے کی کوئی جگہ نہیں؛ نقشے پر چنیں۔',
  CAMERA_UNFIT: 'اس شہر میں ایسا کوئی کیمرا نہیں۔',
};
