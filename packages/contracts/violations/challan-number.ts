import type { ChallanNumber } from './challan.ts';
import { PROVINCES, type Province } from './law.ts';

/** Crockford's base 32, then the five symbols that only the check character may be. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U';
const CODE_BYTES = 5;
const CODES: readonly string[] = Object.values(PROVINCES);

/**
 * A challan's number from five random bytes: forty bits say eight characters, so that nobody can guess or count numbers.
 * @param random from a cryptographic source
 * @param year of the issue, four digits
 */
export function challanNumber(province: Province, year: number, random: Uint8Array): ChallanNumber {
  if (random.length !== CODE_BYTES)
    throw new RangeError(`A challan's number takes ${CODE_BYTES} random bytes.`);
  let value = 0n;
  for (const byte of random) value = (value << 8n) | BigInt(byte);
  let code = '';
  for (let shift = 35n; shift >= 0n; shift -= 5n) code += SYMBOLS[Number((value >> shift) & 31n)];
  const head = PROVINCES[province];
  const years = String(year % 100).padStart(2, '0');
  return `${head}-${years}-${code}-${checkCharacter(head, years, code)}`;
}

/**
 * A number as somebody typed it, in its one spelling: small letters, other separators, O for 0 and I or L for 1 in the
 * code do not matter. Null: it is none, or the check character says that a character is wrong or two are swapped.
 */
export function readChallanNumber(text: string): ChallanNumber | null {
  const plain = text.toUpperCase().replace(/[^0-9A-Z*~$=]/g, '');
  const parts = /^([A-Z]{2})([0-9OIL]{2})([0-9A-Z]{8})([0-9A-Z*~$=])$/.exec(plain);
  if (parts === null) return null;
  const [, head = '', years = '', code = '', check = ''] = parts;
  const number = { years: meant(years), code: meant(code), check: meant(check) };
  if (!CODES.includes(head) || number.code.includes('U')) return null;
  if (checkCharacter(head, number.years, number.code) !== number.check) return null;
  return `${head}-${number.years}-${number.code}-${number.check}`;
}

/** Crockford: O is read as 0, I and L as 1. */
function meant(text: string): string {
  return text.replaceAll('O', '0').replaceAll(/[IL]/g, '1');
}

/**
 * Modulo 37 over province (base 36), year (base 10) and code (base 32), as one number. 37 is a prime above all of these
 * bases, so that no single wrong character, and no two neighbours of the code that are swapped, pass.
 * Crockford, "Base 32" (crockford.com/base32.html), section "Check Symbol".
 */
function checkCharacter(head: string, years: string, code: string): string {
  let rest = Number.parseInt(head, 36) % 37;
  for (const digit of years) rest = (rest * 10 + Number(digit)) % 37;
  for (const symbol of code) rest = (rest * 32 + SYMBOLS.indexOf(symbol)) % 37;
  return SYMBOLS.charAt(rest);
}
