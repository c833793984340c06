import type { Messages } from '../en.ts';

export const signalReasons: Messages['signalReasons'] = {
  'highest-pressure':
    'وہاں سب سے زیادہ انتظار ہے اور آگے جگہ ہے: دباؤ {{pressure}}، موجودہ مرحلے کا {{present}}۔',
  'waited-longest': '{{lane}} نے سب سے زیادہ انتظار کیا: {{seconds}} سیکنڈ۔',
  'nobody-else-waits': 'کہیں اور کوئی منتظر نہیں؛ {{seconds}} سیکنڈ سے سبز۔',
  'gap-out': '{{seconds}} سیکنڈ سے کوئی گاڑی نہیں آئی۔',
  'max-out': 'سبز بتی کی حد پوری ہوئی: {{seconds}} سیکنڈ۔',
  'vehicles-come': 'گاڑیاں ابھی آ رہی ہیں، {{gap}} سیکنڈ کے وقفے سے۔',
};
