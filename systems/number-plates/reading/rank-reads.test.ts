import { expect, test } from 'vitest';
import { mostTrusted, onePerPlate, worthOf } from './rank-reads.ts';

const look = (text: string, confidence: number, format: string | null = 'punjab') => ({
  text,
  confidence,
  format,
  found: 0.9,
  box: { x: 0, y: 0, width: 100, height: 30 },
});

test('a read is worth more when it is surer, longer, or has a format', () => {
  const worth = worthOf(look('LEA1234', 0.8));
  expect(worthOf(look('LEA1234', 0.7))).toBeLessThan(worth);
  expect(worthOf(look('LEA123', 0.8))).toBeLessThan(worth);
  expect(worthOf(look('LEA1234', 0.8, null))).toBeLessThan(worth);
  expect(worthOf({ ...look('LEA1234', 0.8), found: 0.5 })).toBeLessThan(worth);
  expect(worthOf(look('LEA1234567', 0.8))).toBe(worthOf(look('LEA12345', 0.8)));
});

test('two looks that agree are trusted before one that is surer', () => {
  const [a, b, sure] = [look('LEA1234', 0.6), look('LEA1234', 0.7), look('LEA1284', 0.9)];
  expect(mostTrusted([a, sure, b])).toBe(b);
  expect(mostTrusted([a, sure])).toBe(sure);
  expect(mostTrusted([])).toBeNull();
});

test('of reads of one plate the one that holds most of it stays; other plates stay, surest first', () => {
  const whole = look('LEA1234', 0.8);
  const part = { ...look('1234', 0.95, null), box: { x: 55, y: 2, width: 45, height: 26 } };
  const beside = { ...look('ABC123', 0.9), box: { x: 300, y: 0, width: 90, height: 30 } };
  expect(onePerPlate([part, whole, beside])).toEqual([beside, whole]);
  expect(onePerPlate([])).toEqual([]);
});
