import type { Messages } from '../en.ts';

export const incidents: Messages['incidents'] = {
  title: 'واقعات',
};
