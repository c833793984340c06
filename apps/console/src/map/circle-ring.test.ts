import { expect, test } from 'vitest';
import { circleRing } from './circle-ring.ts';
import { metresBetween } from './distance.ts';

test('every corner of a circle is as far from its middle as its radius says, and the ring is closed', () => {
  const middle = [74.31, 31.56] as const;
  const ring = circleRing([...middle], 1500);
  expect(ring.at(0)).toEqual(ring.at(-1));
  for (const corner of ring) expect(metresBetween([...middle], corner)).toBeCloseTo(1500, 3);
  // Anticlockwise, as GeoJSON wants it: its signed area is positive.
  const area = ring.slice(1).reduce((sum, [x, y], index) => {
    const [lastX, lastY] = ring[index]!;
    return sum + (lastX * y - x * lastY) / 2;
  }, 0);
  expect(area).toBeGreaterThan(0);
});
