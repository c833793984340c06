import type { Messages } from '../en.ts';

export const suspension: Messages['suspension'] = {
  title: 'معطلیاں',
};
