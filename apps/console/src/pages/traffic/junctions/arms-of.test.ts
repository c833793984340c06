import type { ApproachLane } from '@amaan/contracts/traffic/junction';
import { expect, test } from 'vitest';
import { armsOf } from './arms-of.ts';

const lane = (id: string, approach: string): ApproachLane => ({
  ...{ id, name: id, approach, length: 80, speedLimitKmh: 50, movements: [] },
});
const lanes = [
  lane('n1', 'north'),
  lane('n2', 'north'),
  lane('e', 'east'),
  lane('s', 'south'),
  lane('w', 'west'),
];
const angles = (bearings: Record<string, number>, of = lanes) =>
  armsOf({ lanes: of }, new Map(Object.entries(bearings))).map(({ approach, angle }) => [approach, angle]);

test('approaches are spread evenly where nothing is known, each with its lanes', () => {
  expect(angles({})).toEqual([
    ['north', 0],
    ['east', 90],
    ['south', 180],
    ['west', 270],
  ]);
  expect(armsOf({ lanes }, new Map())[0]!.lanes.map(({ id }) => id)).toEqual(['n1', 'n2']);
});

test('traffic that drives south comes from the north', () => {
  expect(angles({ north: 180, south: 0, east: 270, west: 90 })).toEqual([
    ['north', 0],
    ['east', 90],
    ['south', 180],
    ['west', 270],
  ]);
});

test('approaches of unknown bearing take the widest gaps', () => {
  expect(angles({ north: 180 })).toEqual([
    ['north', 0],
    ['east', 90],
    ['south', 180],
    ['west', 270],
  ]);
  expect(angles({ north: 190, east: 260 }, lanes.slice(0, 4)).map(([, angle]) => angle)).toEqual([
    10, 80, 225,
  ]);
});

test('approaches that would lie on each other are spread too', () => {
  expect(angles({ north: 180, east: 170, south: 0, west: 90 })).toEqual([
    ['north', 0],
    ['east', 90],
    ['south', 180],
    ['west', 270],
  ]);
});
