import { createHash, randomInt } from 'node:crypto';

export const RECOVERY_CODE_COUNT = 10;
/** Without letters and digits that are mistaken for one another when read from paper. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const GROUPS = 4;
const GROUP_LENGTH = 5;

/** Codes for the day on which the phone is lost: 20 characters of 31, 99 bits each. */
export function newRecoveryCodes(): string[] {
  const group = () =>
    Array.from({ length: GROUP_LENGTH }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
  return Array.from({ length: RECOVERY_CODE_COUNT }, () => Array.from({ length: GROUPS }, group).join('-'));
}

/**
 * What is stored of a code. A slow hash guards secrets that can be guessed; nobody guesses 99 random bits.
 * Case, spaces and hyphens do not matter.
 */
export function recoveryCodeDigest(code: string): Uint8Array {
  const plain = code.toLowerCase().replaceAll(/[\s-]/g, '');
  return createHash('sha256').update(`recovery-code ${plain}`).digest();
}
