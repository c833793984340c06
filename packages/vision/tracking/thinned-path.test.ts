import type { Point } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { ThinnedPath } from './thinned-path.ts';

it('keeps the first and the last point, the order, and no more than it may', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 3000 }), fc.integer({ min: 3, max: 40 }), (count, limit) => {
      const path = new ThinnedPath(limit);
      const added: Point[] = Array.from({ length: count }, (_, index) => [index / count, 0]);
      for (const point of added) path.add(point);
      const kept = path.points;
      expect(kept.length).toBeLessThanOrEqual(limit);
      expect(kept.length).toBeGreaterThanOrEqual(Math.min(count, Math.floor(limit / 2)));
      expect(kept[0]).toBe(added[0]);
      expect(kept.at(-1)).toBe(added.at(-1));
      expect(kept).toEqual(kept.toSorted((a, b) => a[0] - b[0]));
      expect(new Set(kept).size).toBe(kept.length);
    }),
  );
});
