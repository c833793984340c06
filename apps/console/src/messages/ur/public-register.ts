import type { Messages } from '../en.ts';

export const publicRegister: Messages['publicRegister'] = {
  title: 'عوامی رجسٹر',
};
