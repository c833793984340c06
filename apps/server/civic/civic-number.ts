import { randomInt } from 'node:crypto';

/** Crockford's base 32: no I, L, O or U, so that a number can be read over the telephone. */
const SYMBOLS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** A new ticket's number, for example `C-7K2M-9QXD`; forty random bits, so that it tells nothing about how many there are. */
export function newCivicNumber(): string {
  const code = Array.from({ length: LENGTH }, () => SYMBOLS[randomInt(SYMBOLS.length)]).join('');
  return `C-${code.slice(0, 4)}-${code.slice(4)}`;
}
