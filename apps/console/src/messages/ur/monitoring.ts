import type { Messages } from '../en.ts';

export const monitoring: Messages['monitoring'] = {
  title: 'نگرانی',
};
