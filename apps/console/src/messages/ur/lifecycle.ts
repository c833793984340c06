import type { Messages } from '../en.ts';

export const lifecycle: Messages['lifecycle'] = {
  title: 'دورِ حیات',
};
