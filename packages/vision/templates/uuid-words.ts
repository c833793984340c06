import type { Uuid } from './segment.ts';

/**
 * A UUID as four numbers of 32 bits.
 * @throws RangeError for another text.
 */
export function wordsOfUuid(text: string): Uuid {
  const hex = text.replaceAll('-', '');
  if (!/^[0-9a-fA-F]{32}$/.test(hex)) throw new RangeError(`${JSON.stringify(text)} is not a UUID.`);
  const word = (index: number) => Number.parseInt(hex.slice(index * 8, index * 8 + 8), 16);
  return [word(0), word(1), word(2), word(3)];
}

/** Its text, in small letters. */
export function uuidFromWords(words: Uuid): string {
  const hex = words.map((word) => word.toString(16).padStart(8, '0')).join('');
  return [0, 8, 12, 16, 20].map((begin, index) => hex.slice(begin, [8, 12, 16, 20, 32][index])).join('-');
}
