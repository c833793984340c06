import type { crimeProblems as english } from '../en/crime-problems.ts';
import type { Messages } from '../en.ts';

export const crimeProblems: Pick<Messages['problems']['code'], keyof typeof english> = {
  FORECAST_NOT_OFFERED: 'یہ پیش گوئی گنتی سے یقیناً بہتر نہیں: اس سے منصوبہ نہیں بنتا۔',
  PLAN_DECIDED: 'اس منصوبے پر کوئی فیصلہ کر چکا ہے۔',
  PLAN_NOT_APPROVED: 'یہ منصوبہ منظور نہیں ہوا۔',
  PLAN_NOT_OVER: 'اس منصوبے کے دن ابھی پورے نہیں ہوئے۔',
  SYSTEM_NOT_RUNNING: 'جرائم کا تجزیہ ابھی نہیں چل رہا۔',
  NO_INCIDENTS: 'پوچھنے کے لیے کوئی واقعہ نہیں۔',
  IMPORT_ALREADY_STORED: 'یہ فائل پہلے ہی درآمد ہو چکی ہے۔',
  IMPORT_TAKEN_BACK: 'یہ درآمد پہلے ہی واپس لی جا چکی ہے۔',
  IMPORT_EMPTY: 'فائل خالی ہے۔',
  IMPORT_TOO_LARGE: 'فائل بہت بڑی ہے؛ اسے تقسیم کریں۔',
  IMPORT_MAPPING: 'خانے ٹھیک نہیں بیٹھتے؛ دیکھیں کون سا خانہ کیا ہے۔',
  BOUNDARIES_INVALID: 'یہ حدود محفوظ نہیں ہو سکتیں؛ فائل دیکھیں۔',
};
