import type { Messages } from '../en.ts';

export const access: Messages['access'] = {
  title: 'رسائی',
};
