import type { Point, Polygon } from '@amaan/contracts/geometry';
import { describe, expect, it } from 'vitest';
import { Loitering } from './loitering.ts';
import { personAt } from './testing/tracked-object.ts';

const ZONE: Polygon = [
  [0.4, 0.4],
  [0.8, 0.4],
  [0.8, 0.8],
  [0.4, 0.8],
];
const IN: Point = [0.6, 0.6];
const OUT: Point = [0.2, 0.6];

/** Feeds one person's places, by stream second; null is out of sight. */
function reports(path: readonly (readonly [number, Point | null])[]): [number, number][] {
  const analyser = new Loitering({ zone: ZONE, seconds: 10, gapSeconds: 3, margin: 0.05 });
  return path.flatMap(([second, foot]) =>
    analyser
      .update(foot ? [personAt(foot)] : [], second)
      .map((finding): [number, number] => [
        second,
        finding.kind === 'loitering' ? finding.seconds : Number.NaN,
      ]),
  );
}

/** Once a second from `from` up to and with `to`. */
function at(foot: Point | null, from: number, to: number): [number, Point | null][] {
  return Array.from({ length: to - from + 1 }, (_, index) => [from + index, foot]);
}

describe('Loitering', () => {
  it('reports a stay once, with its length', () => {
    expect(reports([...at(OUT, 0, 4), ...at(IN, 5, 60)])).toEqual([[15, 10]]);
  });

  it('counts by the stream’s time, not by frames', () => {
    expect(
      reports([
        [0, IN],
        [2, IN],
        [4.5, IN],
        [7, IN],
        [9.9, IN],
        [10.2, IN],
      ]),
    ).toEqual([[10.2, 10.2]]);
  });

  it('does not report a stay that is too short', () => {
    expect(reports([...at(IN, 0, 9), ...at(OUT, 10, 20)])).toEqual([]);
  });

  it('bears with a step outside and with a moment out of sight', () => {
    expect(reports([...at(IN, 0, 4), ...at(OUT, 5, 6), ...at(IN, 7, 12)])).toEqual([[10, 10]]);
    expect(reports([...at(IN, 0, 4), ...at(null, 5, 6), ...at(IN, 7, 12)])).toEqual([[10, 10]]);
  });

  it('counts a new stay after a longer absence, and reports it too', () => {
    const twice = [...at(IN, 0, 12), ...at(OUT, 13, 17), ...at(IN, 18, 40)];
    expect(reports(twice)).toEqual([
      [10, 10],
      [28, 10],
    ]);
    expect(reports([...at(IN, 0, 8), ...at(null, 9, 12), ...at(IN, 13, 22)])).toEqual([]);
  });
});
