import type { Point } from '@amaan/contracts/geometry';
import { describe, expect, test } from 'vitest';
import { closed, type DrawnShape, withDefaultShape, withoutPoint, withPoint } from './drawn-shape.ts';

const rectangle: DrawnShape = { shape: 'zone', points: [], closed: false, corners: 4 };
const clicks: Point[] = [
  [0.1, 0.1],
  [0.9, 0.1],
  [0.9, 0.9],
  [0.1, 0.9],
  [0.5, 0.5],
];

describe('an area with a fixed number of corners', () => {
  test('is finished by its last corner and takes no more', () => {
    const drawn = clicks.reduce(withPoint<DrawnShape>, rectangle);
    expect(drawn).toMatchObject({ closed: true, points: clicks.slice(0, 4) });
  });

  test('cannot be closed before, and loses no corner after', () => {
    const three = clicks.slice(0, 3).reduce(withPoint<DrawnShape>, rectangle);
    expect(closed(three).closed).toBe(false);
    expect(withoutPoint(three, 0).points).toHaveLength(2);
    expect(withoutPoint(withDefaultShape(rectangle), 0).points).toHaveLength(4);
  });

  test('has no default of another number of corners', () => {
    expect(withDefaultShape({ ...rectangle, corners: 6 })).toMatchObject({ closed: false, points: [] });
  });
});

describe('a path', () => {
  const path: DrawnShape = { shape: 'path', points: [], closed: false };

  test('takes points until it is finished, and keeps two', () => {
    expect(closed(clicks.slice(0, 1).reduce(withPoint<DrawnShape>, path)).closed).toBe(false);
    const drawn = closed(clicks.reduce(withPoint<DrawnShape>, path));
    expect(drawn).toMatchObject({ closed: true, points: clicks });
    let shorter = drawn;
    for (let count = 0; count < 9; count += 1) shorter = withoutPoint(shorter, 0);
    expect(shorter.points).toHaveLength(2);
  });
});
