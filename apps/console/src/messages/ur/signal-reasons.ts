import type { Messages } from '../en.ts';

export const signalReasons: Messages['signalReasons'] = {
  'highest-pressure':
    'وہاں سب سے زیادہ انتظار ہے اور آگے جگہ ہے: دباؤ {{pressure}}، موجودہ مرحلے کا {{present}}۔',
  'waited-longest': '{{lane}} نے سب سے زیادہ انتظار کیا: {{seconds}} سیکنڈ۔',
  'nobody-else-waits': 'کہیں اور کوئی منتظر نہیں؛ {{seconds}} سیکنڈ سے سبز۔',
  'gap-out': '{{seconds}} سیکنڈ سے کوئی گاڑی نہیں آئی۔',
  'max-out': 'سبز بتی کی حد پوری ہوئی: {{seconds}} سیکنڈ۔',
  'vehicles-come': 'گاڑیاں ابھی آ رہی ہیں، {{gap}} سیکنڈ کے وقفے سے۔',
  'no-change-yet': 'ابھی کوئی اور مرحلہ شروع نہیں ہو سکتا۔',
  'goes-on-loses-least':
    'اگلے {{horizon}} سیکنڈ میں جاری رکھنا سب سے سستا ہے: {{other}} یا زیادہ کے مقابلے میں {{lost}} گاڑی سیکنڈ۔',
  'change-loses-least':
    'اگلے {{horizon}} سیکنڈ میں یہ تبدیلی سب سے سستی ہے: {{other}} یا زیادہ کے مقابلے میں {{lost}} گاڑی سیکنڈ۔',
  'no-better-stage': 'کوئی اور مرحلہ بہتر نہیں: اگلے {{horizon}} سیکنڈ میں {{lost}} گاڑی سیکنڈ۔',
  'lets-queue-go': '{{lane}} پر کھڑی {{vehicles}} گاڑیاں جا سکتی ہیں۔',
  'emergency-wave': 'ہنگامی گاڑی {{seconds}} سیکنڈ میں متوقع ہے۔',
};
