import type { PlateReading } from '@amaan/contracts/plates/plate-reading';
import { expect, test } from 'vitest';
import { otherReadings } from './plate-doubt.ts';

const reading = (text: string, change: Partial<PlateReading> = {}): PlateReading => ({
  ...{ text, confidence: 0.93, format: null, rows: 1, characters: [] },
  ...change,
});
/** Characters of which one was doubted. */
const spelt = (text: string, at: number, other: string, confidence: number) =>
  reading(text, {
    characters: [...text].map((character, index) => ({
      text: character,
      confidence: 0.98,
      others: index === at ? [{ text: other, confidence }] : [],
    })),
  });

test.each([
  ['LEO1234', 2, '0', 'LE01234'],
  ['LEB1234', 2, '8', 'LE81234'],
  ['LES1234', 2, '5', 'LE51234'],
])('%s may be misread where the reader thought of %i as %s', (text, at, other, expected) => {
  expect(otherReadings(spelt(text, at, other, 0.2))).toEqual([expected]);
});

test('what the reader did not think of, hardly thought of, or nobody confuses is no doubt', () => {
  expect(otherReadings(spelt('LEB1234', 2, '8', 0.01))).toEqual([]);
  expect(otherReadings(spelt('LEB1234', 2, 'X', 0.4))).toEqual([]);
  expect(otherReadings(spelt('LEB1234', 0, 'E', 0.4))).toEqual([]);
});

test('frames that read otherwise count, unless they read another plate altogether', () => {
  const sure = spelt('LEB1234', 2, '8', 0);
  const vote = (text: string) => ({ text, confidence: 0.6 });
  expect(otherReadings(sure, [vote('LE81234'), vote('LEB1234'), vote('LEB123'), vote('XYZ9999')])).toEqual([
    'LE81234',
  ]);
});

test('a reader that says nothing of single characters is doubted where it is not sure, the likeliest first', () => {
  expect(otherReadings(reading('LEC1347', { confidence: 0.99 }))).toEqual([]);
  expect(otherReadings(reading('LEC3347', { confidence: 0.93 }))).toEqual([]);
  expect(otherReadings(reading('LEB0', { confidence: 0.93 })).sort()).toEqual(['LE80', 'LEBD', 'LEBO']);
  expect(otherReadings(reading('B8B8B8B8B8', { confidence: 0.9 }))).toHaveLength(8);
});
