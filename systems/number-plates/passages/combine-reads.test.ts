import fc from 'fast-check';
import { expect, test } from 'vitest';
import { patternsOf } from '../formats/formats.ts';
import type { Reading } from '../reading/choose-reading.ts';
import { combineReads } from './combine-reads.ts';

const PUNJAB = patternsOf(['punjab']);

/** A reading of which each character is as sure; `others` by place. */
function reading(
  text: string,
  confidence: number,
  others: Readonly<Record<number, [string, number]>> = {},
): Reading {
  const characters = [...text].map((character, index) => {
    const other = others[index];
    return {
      text: character,
      confidence,
      others: other ? [{ text: other[0], confidence: other[1] }] : [],
    };
  });
  return { text, confidence, characters, format: null };
}

test('the characters that most confidence speaks for win, place by place', () => {
  const reads = [reading('LEA1284', 0.9), reading('LEA1234', 0.8), reading('1EA1234', 0.6)];
  const combined = combineReads(reads, []);
  expect(combined.text).toBe('LEA1234');
  expect(combined.characters[5]?.others[0]?.text).toBe('8');
});

test('second thoughts vote too', () => {
  const reads = [
    reading('LEA1284', 0.5, { 5: ['3', 0.45] }),
    reading('LEA1284', 0.5, { 5: ['3', 0.45] }),
    reading('LEA1234', 0.5),
  ];
  expect(combineReads(reads, []).text).toBe('LEA1234');
});

test('readings of another length do not vote, and the length that most speaks for is taken', () => {
  const reads = [reading('EA1234', 0.9), reading('LEA1234', 0.5), reading('LEA1234', 0.5)];
  expect(combineReads(reads, []).text).toBe('LEA1234');
  expect(combineReads([reading('EA1234', 0.95), reading('LEA1234', 0.5)], []).text).toBe('EA1234');
});

test('the format has the last word on what the votes left open', () => {
  const reads = [reading('LEAI234', 0.8, { 3: ['1', 0.16] }), reading('LEAI234', 0.8, { 3: ['1', 0.16] })];
  expect(combineReads(reads, PUNJAB)).toMatchObject({ text: 'LEA1234', format: 'punjab' });
  expect(combineReads(reads, [])).toMatchObject({ text: 'LEAI234', format: null });
});

test('a character on which they disagree is not left out to make a format fit', () => {
  const reads = [reading('LEA1284', 0.9), reading('LEA1234', 0.6), reading('LEA1234', 0.7)];
  expect(combineReads(reads, PUNJAB)).toMatchObject({ text: 'LEA1234', format: 'punjab' });
});

test('one reading, or one that is repeated, says what it says, as surely', () => {
  fc.assert(
    fc.property(
      fc.stringMatching(/^[A-Z0-9]{3,10}$/),
      fc.double({ min: 0.2, max: 1, noNaN: true }),
      fc.integer({ min: 1, max: 5 }),
      (text, confidence, times) => {
        const combined = combineReads(Array(times).fill(reading(text, confidence)), []);
        expect(combined.text).toBe(text);
        expect(combined.confidence).toBeCloseTo(confidence, 9);
      },
    ),
  );
});
