import { expect, test } from 'vitest';
import { wrapLines } from './wrap-lines.ts';

const letters = (text: string) => text.length;

test('a text is broken between words, and a word that is too long stands alone', () => {
  expect(wrapLines('one two  three', 7, letters)).toEqual(['one two', 'three']);
  expect(wrapLines('a aggregated b', 4, letters)).toEqual(['a', 'aggregated', 'b']);
  expect(wrapLines('  ', 4, letters)).toEqual([]);
});
