import type { Messages } from '../en.ts';

export const controls: Messages['controls'] = {
  title: 'کنٹرول',
};
