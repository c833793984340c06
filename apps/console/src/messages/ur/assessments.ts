import type { Messages } from '../en.ts';

export const assessments: Messages['assessments'] = {
  title: 'اثرات کے جائزے',
};
