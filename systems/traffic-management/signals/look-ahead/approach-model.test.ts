import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ApproachModel, LIGHT } from './approach-model.ts';
import { DRIVER } from './driver.ts';

/** Movement 0 goes straight on from lane 0; movement 1 turns left from lane 1 and gives way to it. */
function approaches(places = 1, exit = -1): ApproachModel {
  const lane = { speed: 14, reach: 200 };
  return new ApproachModel(
    [lane, lane],
    [
      { lane: 0, yieldsTo: [], places: 0, speed: 14, exit },
      { lane: 1, yieldsTo: [0], places, speed: 9, exit: -1 },
    ],
    DRIVER,
  );
}
const lights = (...of: number[]) => Int8Array.from(of);
const GREEN = lights(LIGHT.go, LIGHT.yield);

/** Goes on for so many seconds. */
function run(model: ApproachModel, seconds: number, of: Int8Array): number {
  let lost = 0;
  for (let second = 0; second < seconds; second++) lost += model.step(of);
  return lost;
}

describe('the model of approaches', () => {
  test('a vehicle that drives freely loses nothing, one that stands loses each second', () => {
    const model = approaches();
    model.add(0, 100, 14, 0);
    expect(run(model, 5, GREEN)).toBeCloseTo(0, 6);
    model.clear();
    model.add(0, 1, 0, 0);
    expect(run(model, 5, lights(LIGHT.red, LIGHT.red))).toBeCloseTo(5, 6);
  });

  test('a queue leaves with some 2,400 vehicles an hour once it has set off, as cars of SUMO do', () => {
    const model = approaches();
    for (let place = 0; place < 30; place++) model.add(0, 1 + 5.8 * place, 0, 0);
    run(model, 10, GREEN);
    const before = model.countOn(0);
    run(model, 20, GREEN);
    const perHour = (before - model.countOn(0)) * 180;
    expect(perHour).toBeGreaterThanOrEqual(2_160);
    expect(perHour).toBeLessThanOrEqual(2_640);
  });

  test('stops at red, and passes a yellow that it cannot stop at any more', () => {
    const model = approaches();
    model.add(0, 60, 14, 0);
    run(model, 20, lights(LIGHT.red, LIGHT.red));
    expect(model.speedOf(0, 0)).toBe(0);
    expect(model.distanceOf(0, 0)).toBeGreaterThan(0);
    model.clear();
    model.add(0, 10, 14, 0);
    run(model, 2, lights(LIGHT.yellow, LIGHT.red));
    expect(model.countOn(0)).toBe(0);
  });

  test('a turn gives way to who comes, waits inside where there is room, and goes after it', () => {
    const model = approaches(1);
    model.add(0, 20, 14, 0);
    model.add(1, 1, 0, 1);
    model.add(1, 7, 0, 1);
    run(model, 1, GREEN);
    // One waits inside, the next before the line as there is no more room.
    expect(model.countOn(1)).toBe(1);
    run(model, 12, GREEN);
    expect(model.countOn(1)).toBe(0);
    const shut = approaches(0);
    shut.add(0, 20, 14, 0);
    shut.add(1, 1, 0, 1);
    run(shut, 1, GREEN);
    expect(shut.countOn(1)).toBe(1);
  });

  test('nobody goes where the lane behind is full', () => {
    const model = approaches(1, 0);
    for (let place = 0; place < 5; place++) model.add(0, 1 + 5.8 * place, 0, 0);
    model.leaveRoom(0, 0);
    run(model, 3, GREEN);
    expect(model.countOn(0)).toBe(5);
    run(model, 20, GREEN);
    expect(model.countOn(0)).toBeLessThan(5);
  });

  test('vehicles keep their order and never drive backwards, whatever the lights do', () => {
    const vehicle = fc.record({
      gap: fc.double({ min: 0, max: 40, noNaN: true }),
      speed: fc.integer({ min: 0, max: 14 }),
    });
    const second = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.integer({ min: 0, max: 3 }));
    fc.assert(
      fc.property(
        fc.array(vehicle, { maxLength: 20 }),
        fc.array(second, { maxLength: 40 }),
        (queue, seconds) => {
          const model = approaches();
          let distance = 1;
          for (const { gap, speed } of queue) {
            distance += DRIVER.spacing + gap;
            model.add(0, distance, speed, 0);
          }
          for (const [one, other] of seconds) {
            const before = Array.from({ length: model.countOn(0) }, (_, place) => model.distanceOf(0, place));
            expect(model.step(lights(one, other))).toBeGreaterThanOrEqual(0);
            const passed = before.length - model.countOn(0);
            for (let place = 0; place < model.countOn(0); place++) {
              expect(model.distanceOf(0, place)).toBeLessThanOrEqual(before[place + passed]!);
              if (place > 0)
                expect(model.distanceOf(0, place)).toBeGreaterThan(model.distanceOf(0, place - 1));
            }
          }
        },
      ),
    );
  });
});
