import type { TrackedObject } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import { VehicleAttributes } from '@amaan/contracts/plates/vehicle';
import type { Picture } from '@amaan/vision/image/picture';
import { describe, expect, test } from 'vitest';
import { VehicleSightings } from './vehicle-sightings.ts';

const RED: Picture = {
  width: 32,
  height: 32,
  pixels: new Uint8Array(32 * 32 * 3).map((_, index) => (index % 3 === 0 ? 180 : 25)),
};

function object(of: TrackedObject['class'], track: number, box: Box, confidence = 0.8): TrackedObject {
  return { class: of, track, box, confidence };
}

describe('the vehicle that a plate is on', () => {
  const truck = object('truck', 1, [0.1, 0.1, 0.8, 0.8]);
  const car = object('car', 2, [0.4, 0.4, 0.2, 0.2]);
  const person = object('person', 3, [0.45, 0.45, 0.1, 0.1]);

  test('is the smallest whose box holds it', () => {
    expect(VehicleSightings.holding([truck, car, person], 0.5, 0.5)).toBe(car);
    expect(VehicleSightings.holding([truck, car, person], 0.2, 0.2)).toBe(truck);
  });

  test('is none where only people or nothing is', () => {
    expect(VehicleSightings.holding([person], 0.5, 0.5)).toBeNull();
    expect(VehicleSightings.holding([truck, car], 0.95, 0.5)).toBeNull();
  });
});

describe('what was seen of a vehicle', () => {
  const first: Box = [0.1, 0.4, 0.2, 0.2];
  const last: Box = [0.6, 0.4, 0.2, 0.2];

  test('is its class, its colour and which way it went', () => {
    const sightings = new VehicleSightings();
    sightings.add([object('car', 2, first, 0.5)], 0);
    sightings.add([object('car', 2, last, 0.9)], 1);
    const attributes = sightings.attributesOf(2, RED, last);
    expect(VehicleAttributes.parse(attributes)).toEqual({
      ...{ class: 'car', classConfidence: 0.9, colour: 'red', colourConfidence: 1 },
      ...{ heading: 'right', box: last },
    });
  });

  test('is nothing for a plate without one, a person, or one that has long been gone', () => {
    const sightings = new VehicleSightings();
    sightings.add([object('car', 2, first), object('person', 3, first)], 0);
    const nothing = {
      class: null,
      colour: null,
      heading: null,
      box: null,
      classConfidence: 0,
      colourConfidence: 0,
    };
    expect(sightings.attributesOf(null, RED, null)).toEqual(nothing);
    expect(sightings.attributesOf(3, RED, first)).toEqual(nothing);
    sightings.add([], 15);
    expect(sightings.attributesOf(2, RED, first)).toMatchObject({ class: 'car' });
    sightings.add([], 15.1);
    expect(sightings.attributesOf(2, RED, first)).toEqual(nothing);
  });
});
