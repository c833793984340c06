import { expect, test } from 'vitest';
import { quadOf } from '../finding/plate-quad.ts';
import { FORMAT_IDS, patternsOf } from '../formats/formats.ts';
import { joinRows } from './join-rows.ts';
import type { PlateRead } from './plate-read.ts';

const PATTERNS = patternsOf(FORMAT_IDS);

function read(text: string, x: number, y: number, width: number, height: number): PlateRead {
  const box = { x, y, width, height };
  return {
    text,
    confidence: 0.95,
    characters: [...text].map((character) => ({ text: character, confidence: 0.95, others: [] })),
    format: null,
    box,
    quad: quadOf(box),
    rows: 1,
    found: 0.9,
  };
}

test('two rows that together have a format are one plate, read from the top down', () => {
  const [joined, ...others] = joinRows(
    [read('1758', 100, 150, 120, 44), read('UMG', 105, 100, 110, 45)],
    PATTERNS,
  );
  expect(others).toEqual([]);
  expect(joined).toMatchObject({ text: 'UMG1758', format: 'punjab', rows: 2 });
  expect(joined?.box).toEqual({ x: 100, y: 100, width: 120, height: 94 });
});

test('plates beside each other, far apart or of other sizes stay two', () => {
  const upper = read('UMG', 100, 100, 110, 45);
  for (const other of [
    read('1758', 260, 100, 120, 44),
    read('1758', 100, 260, 120, 44),
    read('1758', 100, 150, 240, 100),
  ]) {
    expect(joinRows([upper, other], PATTERNS).map(({ text }) => text)).toEqual(['UMG', '1758']);
  }
});

test('signs over each other that no format joins stay two, and a plate of two rows takes no third', () => {
  const signs = [read('EXIT', 100, 100, 110, 45), read('NORTH', 100, 150, 120, 44)];
  expect(joinRows(signs, PATTERNS)).toHaveLength(2);
  const whole = { ...read('UMG1758', 100, 100, 110, 90), rows: 2 as const };
  expect(joinRows([whole, read('999', 100, 195, 110, 45)], PATTERNS)).toHaveLength(2);
});
