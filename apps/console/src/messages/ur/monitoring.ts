import type { Messages } from '../en.ts';

export const monitoring: Messages['monitoring'] = {
  title: 'نگرانی',
  chart: {
    asTable: 'جدول کی صورت میں دکھائیں',
    asChart: 'چارٹ کی صورت میں دکھائیں',
  },
};
