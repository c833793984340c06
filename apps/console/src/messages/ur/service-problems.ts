import type { serviceProblems as english } from '../en/service-problems.ts';
import type { Messages } from '../en.ts';

export const serviceProblems: Pick<Messages['problems']['code'], keyof typeof english> = {
  CALL_SOURCE_EXISTS: 'اس نام کا ذریعہ پہلے سے ہے۔',
  CALL_FEED_NOT_FOUND: 'ایسی کوئی فیڈ نہیں، یا پہلے ختم ہو چکی ہے۔',
  CALL_SOURCE_IS_FEED: 'یہ ذریعہ فیڈ سے اطلاع دیتا ہے؛ فائل کو دوسرا ذریعہ دیں۔',
  CALL_SOURCE_SIMULATED: 'اصلی اور فرضی کالیں ایک ذریعے میں نہیں ملائی جا سکتیں۔',
  COLUMN_UNKNOWN: 'فائل میں اس نام کا کالم نہیں؛ کچھ نہیں رکھا گیا۔',
  COLUMN_PERSONAL: 'کالم کا نام بتاتا ہے کہ اس میں افراد ہیں: یہ کبھی نہیں پڑھا جاتا۔',
  TIME_ZONE_UNKNOWN: 'ایسا کوئی ٹائم زون نہیں؛ کچھ نہیں رکھا گیا۔',
  PHASE_NOT_TIMED: 'یہ مرحلہ یہاں نہیں ناپا جاتا۔',
  SERVICE_REPORT_NOT_FOUND: 'ایسی کوئی رپورٹ نہیں۔',
  SERVICE_REPORT_FAILED: 'کوئی غیر متوقع خرابی ہوئی؛ تفصیل سرور کے لاگ میں ہے۔',
  OBJECT_STORE_FULL: 'فائلوں کے ذخیرے کی ڈسک بھر گئی ہے؛ جو محفوظ تھا وہ محفوظ ہے۔ اس پر جگہ بنائیں۔',
  OBJECT_STORE_FAILED: 'فائلوں کا ذخیرہ استعمال نہیں ہو سکتا۔ اس کا فولڈر اور اجازتیں دیکھیں۔',
};
