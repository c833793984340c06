import type { Messages } from '../en.ts';

export const concerns: Messages['concerns'] = {
  title: 'خدشات',
};
