import type { trafficProblems as english } from '../en/traffic-problems.ts';
import type { Messages } from '../en.ts';

export const trafficProblems: Pick<Messages['problems']['code'], keyof typeof english> = {
  CALIBRATION_COLLINEAR: 'تین نشان ایک ہی لکیر پر ہیں؛ سڑک کے کسی حصے کے چار کونے نشان زد کریں۔',
  CALIBRATION_CROSSING: 'نشانوں کا خاکہ اپنے آپ کو کاٹتا ہے؛ کونے مستطیل کے گرد ترتیب سے لگائیں۔',
  CALIBRATION_HORIZON: 'افق نشانوں میں سے گزرتا ہے؛ ان کی ترتیب دیکھیں اور یہ کہ وہ سڑک کی سطح پر ہوں۔',
  CALIBRATION_TINY: 'نشان ایک دوسرے کے بہت قریب ہیں؛ بڑا حصہ چنیں۔',
  CALIBRATION_MARKS_DISAGREE:
    'نشان برابر فاصلے پر نہیں بیٹھتے؛ دیکھیں کہ کوئی رہ تو نہیں گیا، اور لمبائیاں درست ہیں۔',
  CALIBRATION_LANE_OUTSIDE: 'ایک لین پیمائش بندی سے باہر ہے۔',
  CALIBRATION_NOWHERE_GOOD: 'اس تصویر میں کہیں بھی رفتار کافی درست نہیں۔',
  CORRIDOR_STOP_UNKNOWN: 'ان میں سے آمد کے ایک راستے کو کوئی کیمرہ نہیں ناپتا۔',
  TRAVEL_CAMERAS_REFUSED: 'ان میں سے ایک کیمرہ آپ کی جگہوں کا نہیں۔',
  TRAVEL_PERIOD_REFUSED: 'ان وقفوں کے لیے یہ وقت بہت لمبا ہے۔',
  TRAFFIC_MANAGEMENT_NOT_RUNNING: 'ٹریفک کا نظام نافذ نہیں؛ کچھ نہیں نکالا گیا۔',
  JUNCTION_NOT_FOUND: 'ایسا کوئی چوراہا نہیں۔',
  JUNCTION_CHANGED: 'کسی اور نے یہ چوراہا بدل دیا ہے۔',
  JUNCTION_CONTRADICTION: 'چوراہے کی تعریف متضاد ہے، یہ مقررہ اوقات پر رہے گا۔',
  JUNCTION_CONTROLLED: 'چوراہا کنٹرول میں ہے؛ پہلے اسے مقررہ اوقات پر واپس لائیں۔',
  SIGNALS_NOT_RUNNING: 'سگنل کنٹرول نہیں چل رہا۔',
  STAGE_UNKNOWN: 'چوراہے میں ایسا کوئی مرحلہ نہیں۔',
  APPROVAL_DECIDED: 'اس پر فیصلہ ہو چکا ہے۔',
  APPROVAL_ENDED: 'یہ منظوری ختم ہو چکی ہے۔',
  WAVE_ENDED: 'یہ ہنگامی راستہ ختم ہو چکا ہے۔',
  WHAT_IF_ENDED: 'یہ آزمائش ختم ہو چکی ہے۔',
  WHAT_IF_NOT_FOUND: 'ایسی کوئی آزمائش نہیں۔',
};
