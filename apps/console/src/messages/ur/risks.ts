import type { Messages } from '../en.ts';

export const risks: Messages['risks'] = {
  title: 'اے آئی کے خطرات',
};
