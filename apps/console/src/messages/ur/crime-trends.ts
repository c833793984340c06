import type { Messages } from '../en.ts';

export const crimeTrends: Messages['crimeTrends'] = {
  title: 'جرائم کا رجحان',
  hint: 'وقت کے ساتھ تعداد، موسم کے بغیر رجحان، اور یہ کہ کیا یہ اتفاق سے زیادہ ہے۔',
  step: 'وقفہ',
  steps: { day: 'دن', week: 'ہفتے', month: 'مہینے' },
  all: 'تمام جرائم',
  trend: 'رجحان',
  change: 'نئی سطح',
  from: 'سے',
  kind: 'جرم',
  perYear: 'سالانہ تبدیلی',
  verdict: 'اتفاق سے زیادہ',
  lastChange: 'سطح کی آخری تبدیلی',
  changed: '{{at}}: {{before}} ← {{after}}',
  yearly: '{{change}} فیصد ({{low}} تا {{high}})',
  word: { rising: 'بڑھ رہا ہے', falling: 'گھٹ رہا ہے', steady: 'کوئی تبدیلی نہیں', unknown: 'مدت بہت کم' },
  finding: {
    rising: '{{name}}: سالانہ {{change}} فیصد اضافہ (95 فیصد وقفہ {{low}} تا {{high}} فیصد)۔',
    falling: '{{name}}: سالانہ {{change}} فیصد کمی (95 فیصد وقفہ {{low}} تا {{high}} فیصد)۔',
    steady: '{{name}}: اتفاق سے زیادہ کوئی تبدیلی نہیں (95 فیصد وقفہ سالانہ {{low}} تا {{high}} فیصد)۔',
    unknown: '{{name}}: تبدیلی بتانے کے لیے وقفے بہت کم ہیں۔',
  },
};
