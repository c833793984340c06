import type { Point, Polygon } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personAt } from './testing/tracked-object.ts';
import { ZoneEntry } from './zone-entry.ts';

const ZONE: Polygon = [
  [0.4, 0.4],
  [0.8, 0.4],
  [0.8, 0.8],
  [0.4, 0.8],
];

/** Numbers of the frames in which one person comes in, who is seen at these points. */
function entries(path: readonly Point[]): number[] {
  const analyser = new ZoneEntry(ZONE, 0.05);
  return path.flatMap((foot, index) => analyser.update([personAt(foot)], index / 5).map(() => index));
}

describe('ZoneEntry', () => {
  it('reports each time that somebody comes in', () => {
    expect(
      entries([
        [0.2, 0.6],
        [0.3, 0.6],
        [0.5, 0.6],
        [0.6, 0.6],
      ]),
    ).toEqual([2]);
    expect(
      entries([
        [0.2, 0.6],
        [0.5, 0.6],
        [0.2, 0.6],
        [0.5, 0.6],
      ]),
    ).toEqual([1, 3]);
  });

  it('does not report who walks past', () => {
    expect(
      entries([
        [0.2, 0.2],
        [0.5, 0.2],
        [0.9, 0.2],
      ]),
    ).toEqual([]);
  });

  it('reports a box that jitters on the outline once', () => {
    const jitter = fc.array(fc.double({ min: -0.0018, max: 0.0018, noNaN: true }), { minLength: 1 });
    fc.assert(
      fc.property(jitter, (steps) => {
        const path: Point[] = [[0.3, 0.6], [0.41, 0.6], ...steps.map((step): Point => [0.4 + step, 0.6])];
        expect(entries(path)).toEqual([1]);
      }),
    );
  });

  it('leaves alone what stands inside from the beginning, until it moves', () => {
    expect(
      entries([
        [0.6, 0.6],
        [0.601, 0.6],
        [0.599, 0.6],
        [0.6, 0.602],
      ]),
    ).toEqual([]);
    expect(
      entries([
        [0.6, 0.6],
        [0.61, 0.6],
        [0.64, 0.6],
        [0.7, 0.6],
      ]),
    ).toEqual([2]);
  });

  it('reports who leaves and comes back, also when first seen inside', () => {
    expect(
      entries([
        [0.6, 0.6],
        [0.2, 0.6],
        [0.6, 0.6],
      ]),
    ).toEqual([2]);
  });

  it('keeps the memory of a track that is out of sight for a while', () => {
    const analyser = new ZoneEntry(ZONE, 0.05);
    expect(analyser.update([personAt([0.3, 0.6])], 0)).toHaveLength(0);
    expect(analyser.update([personAt([0.5, 0.6])], 0.2)).toHaveLength(1);
    for (let second = 1; second < 30; second += 1) expect(analyser.update([], second)).toEqual([]);
    expect(analyser.update([personAt([0.6, 0.6])], 30)).toEqual([]);
  });
});
