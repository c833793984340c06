import { newIdentifier } from '@amaan/contracts/identifier';
import type { TrafficLane } from '@amaan/contracts/traffic/traffic-view';
import { expect, test } from 'vitest';
import { JunctionSight } from './junction-sight.ts';
import type { LaneNow } from './traffic-meter.ts';

const camera = newIdentifier();
const junction = { id: newIdentifier(), laneId: 'north' };
const lanes = [
  { id: 'one', junction, speedLimitKmh: 36 },
  { id: 'two', junction: null, speedLimitKmh: null },
] as unknown as TrafficLane[];
const now = (
  distances: readonly [track: number, metres: number, kmh: number | null][],
  rangeM: number | null = 90,
): LaneNow[] => [
  {
    ...{ laneId: 'one', queueVehicles: 0, queueMetres: null, rangeM },
    vehicles: distances.map(([track, distanceM, speedKmh]) => ({ class: 'car', track, distanceM, speedKmh })),
  },
];

test('a camera tells of the lanes that lead to junctions, nearest vehicle first, and who drove over the stop line', () => {
  const sight = new JunctionSight(camera, { lanes });
  expect(sight.isNeeded).toBe(true);
  expect(
    sight.look(
      now([
        [2, 40, null],
        [1, 3, 18],
      ]),
      1_000,
    ),
  ).toEqual({
    ...{ cameraId: camera, at: '1970-01-01T00:00:01.000Z', range: 90 },
    lanes: [
      {
        ...{ junctionId: junction.id, lane: 'north', departed: 0, isOccupied: true },
        vehicles: [
          { track: '1', distance: 3, speed: 5 },
          { track: '2', distance: 40, speed: 10 },
        ],
      },
    ],
  });
  expect(sight.look(now([]), 1_200)).toBeNull();
  expect(
    sight.look(
      now([
        [1, -4, 30],
        [2, 20, 40],
        [3, -9, 40],
      ]),
      2_000,
    )!.lanes[0],
  ).toMatchObject({
    departed: 1,
    isOccupied: false,
    vehicles: [{ track: '2' }],
  });
});

test('a camera without a calibration that holds tells of nothing, so that its junction knows that it is not seen', () => {
  const sight = new JunctionSight(camera, { lanes });
  expect(sight.look(now([[1, 3, 18]], null), 1_000)).toBeNull();
  expect(new JunctionSight(camera, { lanes: [lanes[1]!] }).isNeeded).toBe(false);
});
