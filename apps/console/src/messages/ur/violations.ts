import type { Messages } from '../en.ts';
import { violationEvidence } from './violation-evidence.ts';
import { violationReview } from './violation-review.ts';

export const violations: Messages['violations'] = {
  title: 'خلاف ورزیاں',
  nav: {
    review: 'جائزہ',
    challans: 'چالان',
    contests: 'اعتراضات',
    enforcement: 'نفاذ',
    bulkCancel: 'اجتماعی منسوخی',
    statistics: 'اعداد و شمار',
  },
  nothingForYou: 'آپ کے کردار کے لیے یہاں کچھ نہیں',
  nothingForYouHint: 'مشتبہ خلاف ورزیوں پر ٹریفک کا جائزہ لینے والے اور نگران فیصلہ کرتے ہیں۔',
  more: 'مزید دکھائیں',
  evidence: violationEvidence,
  review: violationReview,
  kind: {
    'red-light': 'سرخ بتی',
    'stop-line': 'رکنے کی لکیر',
    'wrong-way': 'غلط سمت',
    speed: 'رفتار',
    'average-speed': 'اوسط رفتار',
    lane: 'لین',
    'prohibited-turn': 'ممنوع موڑ',
    'no-parking': 'ممنوع جگہ پر کھڑی گاڑی',
    helmet: 'ہیلمٹ',
    'seat-belt': 'سیٹ بیلٹ',
  },
  seconds: '{{value}} سیکنڈ',
  rupees: '{{value}} روپے',
};
