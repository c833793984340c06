import type { Messages } from '../en.ts';

export const performance: Messages['performance'] = {
  title: 'خدمت کی کارکردگی',
};
