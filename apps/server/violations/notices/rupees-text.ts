import type { LocalText } from '@amaan/contracts/ai-system';
import { held } from '../../pdf/local-times.ts';

const rupees = new Intl.NumberFormat('en-GB');

/** Whole rupees: `Rs 2,000`. */
export function rupeesText(amount: number): LocalText {
  const figure = rupees.format(amount);
  return { en: held(`Rs ${figure}`), ur: held(`${figure} روپے`) };
}
