import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EntryIndex } from './entry-index.ts';
import type { Uuid } from './segment.ts';

test('finds what a map finds, whatever is added and removed', () => {
  // Few different keys, so that they come again and again.
  const key = fc.nat(40);
  const change = fc.record({ key, isAdded: fc.boolean() });
  fc.assert(
    fc.property(fc.array(change, { maxLength: 3000 }), (changes) => {
      const keys: Uuid[] = [];
      const index = new EntryIndex((row) => keys[row]!);
      const expected = new Map<number, number>();
      for (const { key, isAdded } of changes) {
        const uuid: Uuid = [1, 7, 0, key];
        const row = expected.get(key);
        if (isAdded && row === undefined) {
          expected.set(key, keys.push(uuid) - 1);
          index.add(keys.length - 1);
        } else if (!isAdded && row !== undefined) {
          index.remove(row);
          expected.delete(key);
        }
      }
      for (let key = 0; key <= 40; key++) expect(index.find([1, 7, 0, key])).toBe(expected.get(key) ?? -1);
    }),
    { numRuns: 50 },
  );
});

test('grows to a hundred thousand and back', () => {
  const count = 100_000;
  const keyOf = (row: number): Uuid => [0x0190_0000, 0x7000, 0x8000_0000, row];
  const index = new EntryIndex(keyOf);
  for (let row = 0; row < count; row++) index.add(row);
  for (let row = 0; row < count; row++) expect(index.find(keyOf(row))).toBe(row);
  for (let row = 0; row < count; row += 2) index.remove(row);
  for (let row = 0; row < count; row++) expect(index.find(keyOf(row))).toBe(row % 2 === 0 ? -1 : row);
  expect(index.find([0, 0, 0, 0])).toBe(-1);
});
