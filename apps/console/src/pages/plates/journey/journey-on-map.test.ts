import type { Journey, JourneyLeg } from '@amaan/contracts/plates/journey';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { expect, test } from 'vitest';
import { kindOfLeg, legsOnMap, stopsOnMap } from './journey-on-map.ts';
import { parseJourneySearch } from './journey-search.ts';

const sighting = (id: string, position: [number, number] | null) =>
  ({ id, position, simulated: false }) as Sighting;

const leg = (fromId: string, toId: string, changes: Partial<JourneyLeg> = {}): JourneyLeg => ({
  fromId,
  toId,
  seconds: 60,
  metres: 900,
  speed: 54,
  route: [],
  onRoads: false,
  gap: false,
  impossible: false,
  ...changes,
});

const journey: Journey = {
  plate: 'LEA1234',
  sightings: [sighting('a', [74.1, 31.5]), sighting('b', null), sighting('c', [74.3, 31.5])],
  legs: [leg('a', 'b'), leg('b', 'c'), leg('a', 'c', { impossible: true, gap: true })],
};

test('what is impossible is drawn as such, also after a gap', () => {
  expect(kindOfLeg(leg('a', 'b', { impossible: true, gap: true }))).toBe('impossible');
  expect(kindOfLeg(leg('a', 'b', { gap: true, onRoads: true }))).toBe('gap');
  expect(kindOfLeg(leg('a', 'b', { onRoads: true }))).toBe('road');
  expect(kindOfLeg(leg('a', 'b'))).toBe('straight');
});

test('a leg without both places is not drawn, one without a route is straight', () => {
  expect(legsOnMap(journey)).toEqual([
    {
      kind: 'impossible',
      path: [
        [74.1, 31.5],
        [74.3, 31.5],
      ],
    },
  ]);
});

test('stops keep the numbers of the list, and both ends of what is impossible stand out', () => {
  const stops = stopsOnMap(journey, (_, number) => String(number));
  expect(stops.map(({ number, tone }) => [number, tone])).toEqual([
    [1, 'critical'],
    [3, 'critical'],
  ]);
});

test('an address with impossible numbers falls back to the usual', () => {
  expect(parseJourneySearch({ plate: 1234, cameras: 0, seconds: 'x', view: 'other' })).toEqual({
    plate: '1234',
  });
  expect(parseJourneySearch({ cameras: 4, seconds: 90 })).toEqual({ cameras: 4, seconds: 90 });
});
