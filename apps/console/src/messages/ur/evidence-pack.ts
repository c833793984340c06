import type { Messages } from '../en.ts';

export const evidencePack: Messages['evidencePack'] = {
  title: 'ثبوتوں کا مجموعہ',
};
