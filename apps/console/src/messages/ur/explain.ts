import type { Messages } from '../en.ts';

export const explain: Messages['explain'] = {
  title: 'وضاحت',
};
