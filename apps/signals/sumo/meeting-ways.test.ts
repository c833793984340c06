import { expect, test } from 'vitest';
import { meetingOf } from './meeting-ways.ts';
import type { Connection, Network } from './network.ts';

/** A network of which only the lanes' roads and the side of driving count. */
function network(isLeftHand: boolean): Network {
  const lane = (id: string) =>
    [id, { id, edge: id.slice(0, -2), length: 100, speed: 14, isFootpath: false }] as const;
  return {
    isLeftHand,
    lanes: new Map(['east_0', 'east_1', 'north_0'].map(lane)),
    edges: new Map(),
    connections: [],
    programmes: new Map(),
    junctions: new Map(),
  };
}

const way = (direction: string, to: string): Connection => ({
  from: 'x_0',
  to,
  via: null,
  direction,
  signal: null,
});

test.each([
  ['other roads', false, way('s', 'east_0'), way('s', 'north_0'), 'cross'],
  ['one lane', false, way('r', 'east_0'), way('l', 'east_0'), 'merge'],
  [
    'a right turn into the outer lane and a left turn into the inner one',
    false,
    way('r', 'east_0'),
    way('l', 'east_1'),
    'side-by-side',
  ],
  ['the same, told the other way round', false, way('l', 'east_1'), way('r', 'east_0'), 'side-by-side'],
  ['the same lanes crossed', false, way('r', 'east_1'), way('l', 'east_0'), 'merge'],
  ['two of one direction', false, way('s', 'east_0'), way('s', 'east_1'), 'merge'],
  [
    'driving on the left, a left turn into the outer lane',
    true,
    way('l', 'east_0'),
    way('r', 'east_1'),
    'side-by-side',
  ],
  ['driving on the left, a right turn into it', true, way('r', 'east_0'), way('l', 'east_1'), 'merge'],
])('ways onto %s', (_, isLeftHand, one, other, meeting) => {
  expect(meetingOf(network(isLeftHand), one, other)).toBe(meeting);
});
