import fc from 'fast-check';
import { expect, test } from 'vitest';
import { planLooks } from './plan-looks.ts';

const VIEW = { width: 320, height: 240 };
const OPTIONS = { leastFace: 24, seenAs: 18, overlap: 40, seenUpTo: 64 };

test('every face of at least the smallest size is seen whole by some view, at a size that counts', () => {
  const face = fc.record({
    width: fc.integer({ min: 60, max: 4000 }),
    height: fc.integer({ min: 60, max: 4000 }),
    x: fc.double({ min: 0, max: 1, noNaN: true }),
    y: fc.double({ min: 0, max: 1, noNaN: true }),
    size: fc.double({ min: 0, max: 1, noNaN: true }),
  });
  fc.assert(
    fc.property(face, ({ width, height, x, y, size }) => {
      const side = 24 + size * (Math.min(width, height) - 24);
      const left = x * (width - side);
      const top = y * (height - side);
      const isSeen = planLooks({ width, height }, VIEW, OPTIONS).some((look) => {
        const across = look.width / width;
        const down = look.height / height;
        if (side * down > look.mostFace) return false;
        return look.tiles.some(
          (tile) =>
            left * across >= tile.x &&
            top * down >= tile.y &&
            (left + side) * across <= tile.x + VIEW.width &&
            (top + side) * down <= tile.y + VIEW.height,
        );
      });
      expect(isSeen).toBe(true);
    }),
  );
});

test('tiles stay on the picture and the first look shows the smallest face as large as asked', () => {
  const looks = planLooks({ width: 1920, height: 1080 }, VIEW, OPTIONS);
  expect(looks[0]).toMatchObject({ width: 1440, height: 810, mostFace: 64 });
  expect(looks.at(-1)!.mostFace).toBe(Number.POSITIVE_INFINITY);
  for (const { width, height, tiles } of looks)
    for (const { x, y } of tiles) {
      expect(x).toBeGreaterThanOrEqual(0);
      expect(y).toBeGreaterThanOrEqual(0);
      expect(x).toBeLessThanOrEqual(Math.max(0, width - VIEW.width));
      expect(y).toBeLessThanOrEqual(Math.max(0, height - VIEW.height));
    }
});

test('a picture is never enlarged, and one pixel is a picture', () => {
  expect(planLooks({ width: 100, height: 80 }, VIEW, { ...OPTIONS, seenAs: 48 })[0]).toMatchObject({
    width: 100,
    height: 80,
  });
  expect(planLooks({ width: 1, height: 1 }, VIEW, OPTIONS)).toEqual([
    { width: 1, height: 1, tiles: [{ x: 0, y: 0 }], mostFace: Number.POSITIVE_INFINITY },
  ]);
});
