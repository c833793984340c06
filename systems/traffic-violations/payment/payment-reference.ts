import type { PaymentReference } from '@amaan/contracts/violations/payment';

/** Figures before the check digit. */
export const REFERENCE_FIGURES = 17;

/**
 * Appends the check digit to the figures of a reference, so that a mistyped figure or two that changed places are noticed
 * where people pay.
 *
 * Source: ISO/IEC 7812-1:2017, annex B (Luhn formula for computing modulus 10 double-add-double check digits).
 *
 * @param figures seventeen decimal figures
 * @throws RangeError when they are not
 */
export function paymentReference(figures: string): PaymentReference {
  if (!/^\d{17}$/.test(figures)) throw new RangeError('A payment reference is made of seventeen figures.');
  return `${figures}${(10 - (doubledSum(`${figures}0`) % 10)) % 10}`;
}

/** Reads a reference as somebody typed it, with spaces or hyphens; null: it is none, or was mistyped. */
export function readPaymentReference(typed: string): PaymentReference | null {
  const figures = typed.replaceAll(/[\s-]/g, '');
  return /^\d{18}$/.test(figures) && doubledSum(figures) % 10 === 0 ? figures : null;
}

/** Luhn's sum: every second figure from the right is doubled, and the figures of the products are added up. */
function doubledSum(figures: string): number {
  let sum = 0;
  for (const [index, figure] of [...figures].reverse().entries()) {
    const doubled = Number(figure) * (index % 2 === 1 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum;
}
