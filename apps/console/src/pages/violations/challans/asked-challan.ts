import { ChallanNumber } from '@amaan/contracts/violations/challan';

/** What somebody looks for: a challan by its number, or those of a plate. */
export type AskedChallan = { readonly number: string } | { readonly plate: string };

/**
 * What was typed: a challan's number where it looks like one, else a plate without its separators.
 * @returns null where it can be neither
 */
export function askedChallan(typed: string): AskedChallan | null {
  const text = typed.trim().toUpperCase();
  if (ChallanNumber.safeParse(text).success) return { number: text };
  const plate = text.replaceAll(/[^A-Z0-9]/g, '');
  return /^[A-Z0-9]{2,12}$/.test(plate) ? { plate } : null;
}
