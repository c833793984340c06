import { citizenProblems } from './citizen-problems.ts';
import { civicProblems } from './civic-problems.ts';
import { crimeProblems } from './crime-problems.ts';
import { faceProblems } from './face-problems.ts';
import { maskingProblems } from './masking-problems.ts';
import { serviceProblems } from './service-problems.ts';
import { trafficProblems } from './traffic-problems.ts';
import { violationProblems } from './violation-problems.ts';

export const problems = {
  code: {
    SIGN_IN_REQUIRED: 'پہلے داخل ہوں۔',
    CREDENTIALS_WRONG: 'صارف کا نام یا پاس ورڈ غلط ہے۔',
    ACTION_FORBIDDEN: 'آپ کا عہدہ اس کی اجازت نہیں دیتا۔',
    ACCOUNT_DISABLED: 'یہ کھاتہ بند ہے۔ منتظم سے رابطہ کریں۔',
    PASSWORD_CHANGE_REQUIRED: 'پہلے ایک بار کا پاس ورڈ بدلیں۔',
    SECOND_FACTOR_DUE: 'پہلے اپنے کھاتے کے صفحے پر دوسری تصدیق مقرر کریں۔',
    OUTSIDE_YOUR_SITES: 'یہ ایسے مقام کا ہے جو آپ کے دائرے میں نہیں۔',
    TRAINING_REQUIRED: 'آپ کے عہدے کے لیے لازمی تربیت باقی ہے یا پرانی ہو چکی ہے۔ اپنے نگران سے بات کریں۔',
    PURPOSE_REQUIRED: 'پہلے مقدمہ چنیں اور مقصد بتائیں۔ یہ درج کیا جاتا ہے۔',
    STEP_UP_REQUIRED: 'یہ حساس کام ہے: دوبارہ ثابت کریں کہ یہ آپ ہی ہیں۔',
    FOUR_EYES:
      'یہ فیصلہ کوئی اور کرے: آپ نے خود اس کی درخواست کی، اسے لکھا یا اس پر پہلے فیصلہ کیا (ایک شخص کے دو کھاتے ایک ہی گنے جاتے ہیں)۔',
    STEP_REFUSED: 'اس قدم کے لیے کچھ باقی ہے۔',
    TRANSITION_REFUSED: 'اس مرحلے کے لیے کچھ باقی ہے۔',
    RECORD_CHANGED: 'اس دوران کسی اور نے اسے بدل دیا ہے۔ صفحہ تازہ کر کے دوبارہ کوشش کریں۔',
    RECORD_CLOSED: 'یہ بند ہو چکا ہے۔',
    ALERT_ALREADY_REVIEWED: 'اس الرٹ پر فیصلہ ہو چکا ہے۔',
    SYSTEM_ALREADY_SUSPENDED: 'یہ پہلے ہی معطل ہے۔',
    SYSTEM_NOT_SUSPENDED: 'یہ معطل نہیں ہے۔',
    CLOCK_SET_BACK: 'سرور کی گھڑی پیچھے ہے۔ کچھ نہیں بدلا گیا۔ گھڑی درست کریں اور دوبارہ کوشش کریں۔',
    CLOCK_NOT_BEHIND: 'گھڑی پیچھے نہیں ہے۔',
    USERNAME_TAKEN: 'صارف کا یہ نام پہلے سے موجود ہے۔',
    TOO_MANY_REQUESTS: 'بہت زیادہ کوششیں ہوئیں؛ ایک منٹ انتظار کریں۔',
    REQUEST_INVALID: 'کچھ غلط بھرا گیا ہے۔',
    CAMERA_NOT_FOUND: 'ایسا کوئی کیمرا نہیں۔',
    ALERT_NOT_FOUND: 'ایسا کوئی الرٹ نہیں۔',
    CASE_CLOSED: 'یہ مقدمہ بند ہے۔',
    LAST_MEMBER: 'مقدمے میں کم از کم ایک رکن ہونا چاہیے۔',
    HOTLIST_HEADER: 'پہلی سطر میں کالموں کے نام ہوں، اور ان میں ⁨plate⁩ بھی۔ کچھ شامل نہیں ہوا۔',
    HOTLIST_EMPTY: 'فائل میں عنوان کے نیچے کوئی سطر نہیں؛ کچھ شامل نہیں ہوا۔',
    HOTLIST_CLOSED: 'یہ فہرست بند ہو چکی ہے؛ کچھ نہیں بدلا گیا۔',
    HOTLIST_EXPIRED: 'اس فہرست کی مدت ختم ہو چکی ہے؛ پہلے نئی مدت مقرر کریں۔',
    HOTLIST_DATES: 'فہرست کی تاریخیں آپس میں میل نہیں کھاتیں۔',
    HOTLIST_KIND_FIXED: 'فہرست کی قسم کبھی نہیں بدلتی۔ نئی فہرست بنائیں۔',
    HOTLIST_SITE_FIXED: 'فہرست کا مقام کبھی نہیں بدلتا۔ نئی فہرست بنائیں۔',
    HOTLIST_NOT_FOUND: 'ایسی کوئی فہرست نہیں۔',
    HOTLIST_ENTRY_NOT_FOUND: 'ایسا کوئی اندراج نہیں۔',
    PLATE_LISTED: 'یہ پلیٹ پہلے سے فہرست میں ہے؛ کچھ نہیں بدلا گیا۔',
    ENTRY_EXPIRY: 'اندراج آج کے بعد اور فہرست سے پہلے ختم ہونا چاہیے؛ کچھ نہیں بدلا گیا۔',
    ENTRY_DECIDED: 'اس اندراج پر فیصلہ ہو چکا ہے۔',
    ENTRY_NOT_IN_FORCE: 'یہ اندراج نافذ نہیں۔',
    VEHICLE_TRACE_NOT_RUNNING:
      'گاڑیوں کی تلاش کا نظام نہیں چل رہا؛ کچھ تلاش نہیں کیا گیا۔ نظم و نسق کے افسر سے بات کریں۔',
    JOURNEY_TOO_LONG: 'ایک سفر کے لیے اندراج بہت زیادہ ہیں۔ وقت کم کریں۔',
    CONVOY_TOO_LONG: 'ساتھیوں کی تلاش کے لیے وقت بہت لمبا ہے۔ وقت کم کریں۔',
    SIGHTING_NOT_FOUND: 'ایسا کوئی اندراج نہیں؛ شاید مدت گزرنے پر حذف ہو گیا۔',
    HOLD_NOT_FOUND: 'یہ پلیٹ محفوظ نہیں رکھی گئی، یا چھوڑ دی گئی ہے۔',
    INTERNAL_ERROR: 'سرور میں خرابی ہوئی؛ اس درخواست میں سے کچھ محفوظ نہیں ہوا۔',
    ...citizenProblems,
    ...faceProblems,
    ...maskingProblems,
    ...trafficProblems,
    ...violationProblems,
    ...civicProblems,
    ...crimeProblems,
    ...serviceProblems,
  },
  policy: {
    'administrators-see-no-citizen-data': 'منتظمین نظام چلاتے ہیں اور شہریوں کی معلومات نہیں دیکھتے۔',
    'governance-sees-no-pictures':
      'گورننس افسر نظاموں کو جانچتے ہیں؛ وہ تصویریں اور شہریوں کے الرٹ نہیں دیکھتے۔',
    'auditors-see-no-citizen-data': 'آڈیٹر نظام کا سب کچھ پڑھتے ہیں اور شہریوں کا کچھ نہیں۔',
    'analysts-see-no-citizen-data':
      'تجزیہ کار جگہوں اور اوقات کی گنتی سے کام کرتے ہیں اور شہریوں کی معلومات نہیں دیکھتے۔',
  },
};
