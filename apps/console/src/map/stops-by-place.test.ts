import { expect, test } from 'vitest';
import { areaBetween } from './route-layers.ts';
import { type MapStop, stopsByPlace } from './stops-by-place.ts';

const stop = (number: number, longitude: number, changes: Partial<MapStop> = {}): MapStop => ({
  id: `stop-${number}`,
  position: [longitude, 31.5],
  number,
  title: `Stop ${number}`,
  ...changes,
});

test('what is at one place is one mark with its first numbers', () => {
  const places = stopsByPlace([stop(1, 74.1), stop(2, 74.2), stop(3, 74.1), stop(4, 74.1)]);
  expect(places.map(({ mark }) => mark)).toEqual(['1, 3 …', '2']);
  expect(places[0]?.title).toBe('Stop 1\nStop 3\nStop 4');
});

test('the worst of a place gives it its colour, and simulated shows', () => {
  const [place] = stopsByPlace([
    stop(1, 74.1, { tone: 'critical' }),
    stop(2, 74.1, { tone: 'quiet', simulated: true }),
  ]);
  expect(place).toMatchObject({ tone: 'critical', simulated: true });
});

test('two corners give the same area in any order', () => {
  expect(areaBetween([74.3, 31.6], [74.1, 31.4])).toEqual([74.1, 31.4, 74.3, 31.6]);
  expect(areaBetween([74.1, 31.4], [74.3, 31.6])).toEqual([74.1, 31.4, 74.3, 31.6]);
});
