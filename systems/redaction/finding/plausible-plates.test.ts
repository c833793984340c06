import type { Box } from '@amaan/contracts/geometry';
import { describe, expect, test } from 'vitest';
import type { Sighting } from '../sightings/sighting.ts';
import { plausiblePlates } from './plausible-plates.ts';

const RULE = {
  onVehicle: { room: 0.2, width: 0.8, height: 0.5, most: 2 },
  alone: { confidence: 0.7, aspect: 1.8, width: 0.25 },
};
const SIZE = { width: 1280, height: 720 };
const CAR: Box = [0.4, 0.4, 0.2, 0.2];

const kept = (box: Box, confidence: number, vehicles: readonly Box[]) =>
  plausiblePlates([{ kind: 'plate', box, confidence }], vehicles, SIZE, RULE).length === 1;

describe('on a vehicle', () => {
  test('a faint plate counts', () => {
    expect(kept([0.47, 0.52, 0.05, 0.02], 0.2, [CAR])).toBe(true);
  });

  test('also on a bumper that the vehicle’s box cuts off', () => {
    expect(kept([0.47, 0.61, 0.05, 0.02], 0.3, [CAR])).toBe(true);
    expect(kept([0.47, 0.66, 0.05, 0.02], 0.3, [CAR])).toBe(false);
  });

  test('what is nearly as large as the vehicle is its body', () => {
    expect(kept([0.41, 0.45, 0.18, 0.05], 0.6, [CAR])).toBe(false);
    expect(kept([0.45, 0.45, 0.1, 0.12], 0.6, [CAR])).toBe(false);
  });
});

test('of many on one vehicle the two surest count, and whatever is sure and shaped like a plate', () => {
  const plate = (x: number, confidence: number, height = 0.04): Sighting => ({
    kind: 'plate',
    box: [x, 0.5, 0.03, height],
    confidence,
  });
  const plates = [plate(0.42, 0.4), plate(0.46, 0.6), plate(0.5, 0.5), plate(0.54, 0.75, 0.02)];
  const found = plausiblePlates(plates, [CAR], SIZE, RULE);
  expect(found.map(({ confidence }) => confidence)).toEqual([0.6, 0.75]);
  expect(plausiblePlates(plates.slice(0, 3), [CAR], SIZE, RULE).map(({ confidence }) => confidence)).toEqual([
    0.6, 0.5,
  ]);
});

describe('where no vehicle was found', () => {
  test('what the finder is sure of and looks like a plate counts', () => {
    expect(kept([0.4, 0.8, 0.2, 0.08], 0.98, [])).toBe(true);
  });

  test('what is doubtful, square or as wide as a wall does not', () => {
    expect(kept([0.4, 0.8, 0.2, 0.08], 0.69, [])).toBe(false);
    expect(kept([0.4, 0.8, 0.05, 0.08], 0.98, [])).toBe(false);
    expect(kept([0.4, 0.8, 0.3, 0.08], 0.98, [])).toBe(false);
  });

  test('shape is that of pixels, whatever the shape of the picture', () => {
    const plate: Sighting = { kind: 'plate', box: [0.4, 0.4, 0.1, 0.06], confidence: 0.9 };
    expect(plausiblePlates([plate], [], SIZE, RULE)).toHaveLength(1);
    expect(plausiblePlates([plate], [], { width: 720, height: 1280 }, RULE)).toHaveLength(0);
  });
});
