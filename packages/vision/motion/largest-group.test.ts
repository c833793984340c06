import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { largestGroup } from './largest-group.ts';

/** Cells from a drawing: `#` is set. */
function cells(...rows: string[]): Uint8Array {
  return Uint8Array.from([...rows.join('')], (character) => (character === '#' ? 1 : 0));
}

describe('largestGroup', () => {
  it('joins cells that touch, at corners too, and takes the largest group', () => {
    expect(largestGroup(cells('#..#', '.#..', '#..#', '...#'), 4)).toBe(3);
    expect(largestGroup(cells('....', '....'), 4)).toBe(0);
  });

  it('does not join the right edge to the left edge of the next row', () => {
    expect(largestGroup(cells('...#', '....', '#...'), 4)).toBe(1);
    expect(largestGroup(cells('...#', '#...'), 4)).toBe(1);
  });

  it('is the same for the mirrored grid, and never more than the cells that are set', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer({ min: 0, max: 1 }), { minLength: 6, maxLength: 6 })),
        (rows) => {
          const size = largestGroup(Uint8Array.from(rows.flat()), 6);
          expect(largestGroup(Uint8Array.from(rows.flatMap((row) => row.toReversed())), 6)).toBe(size);
          expect(size).toBeLessThanOrEqual(rows.flat().reduce((sum, cell) => sum + cell, 0));
        },
      ),
    );
  });
});
