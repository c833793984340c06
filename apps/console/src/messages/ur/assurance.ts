import type { Messages } from '../en.ts';

export const assurance: Messages['assurance'] = {
  title: 'یقین دہانی',
};
