import type { Detection, TrackedObject } from '@amaan/contracts/detection';
import type { Box } from '@amaan/contracts/geometry';
import { OBJECT_CLASSES } from '@amaan/contracts/object-class';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { boxOverlap } from './box-overlap.ts';
import { ByteTracker, TRACKER_DEFAULTS } from './byte-tracker.ts';

const fraction = (max: number) => fc.double({ min: 0, max, noNaN: true });
const detection: fc.Arbitrary<Detection> = fc.record({
  class: fc.constantFrom(...OBJECT_CLASSES),
  confidence: fraction(1),
  box: fc.tuple(fraction(0.8), fraction(0.8), fraction(0.2), fraction(0.2)),
});
const clip = fc.array(
  fc.tuple(fc.array(detection, { maxLength: 12 }), fc.double({ min: 0.01, max: 3, noNaN: true })),
  { maxLength: 25 },
);

function car(box: Box, confidence = 0.9): Detection {
  return { class: 'car', confidence, box };
}

function track(frames: readonly (readonly [readonly Detection[], number])[], tracker = new ByteTracker()) {
  let now = 0;
  const objects: TrackedObject[][] = [];
  for (const [detections, wait] of frames) {
    now += wait;
    objects.push(tracker.update(detections, now));
  }
  tracker.finish();
  return { objects, ended: tracker.ended() };
}

/** The detections of objects that move steadily, `steps` frames at 5 frames/s. */
function motion(paths: readonly { from: Box; speed: readonly [number, number] }[], steps: number) {
  return Array.from({ length: steps }, (_, step) =>
    paths.map(({ from: [x, y, width, height], speed: [dx, dy] }) =>
      car([x + dx * step * 0.2, y + dy * step * 0.2, width, height]),
    ),
  );
}

describe('ByteTracker on any detections', () => {
  it('gives each object of a frame its own number and a box of that frame within the picture', () => {
    fc.assert(
      fc.property(clip, (frames) => {
        track(frames).objects.forEach((objects, index) => {
          const numbers = objects.map((object) => object.track);
          expect(new Set(numbers).size).toBe(numbers.length);
          expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
          const boxes = frames[index]?.[0].map(({ box }) => box) ?? [];
          for (const { box, track: number } of objects) {
            expect(boxes).toContain(box);
            expect(number).toBeGreaterThan(0);
            expect(box.every((value) => value >= 0 && value <= 1)).toBe(true);
          }
        });
      }),
    );
  });

  it('never uses a number again once its track has ended', () => {
    fc.assert(
      fc.property(clip, (frames) => {
        const tracker = new ByteTracker();
        const over = new Set<number>();
        let highest = 0;
        let now = 0;
        for (const [detections, wait] of frames) {
          now += wait;
          const objects = tracker.update(detections, now);
          for (const { object } of tracker.ended()) {
            expect(over.has(object.track)).toBe(false);
            over.add(object.track);
          }
          for (const object of objects) {
            expect(over.has(object.track)).toBe(false);
            expect(object.track).toBeLessThanOrEqual(highest + objects.length);
            highest = Math.max(highest, object.track);
          }
        }
      }),
    );
  });

  it('answers the same to the same detections in any order', () => {
    fc.assert(
      fc.property(clip, fc.infiniteStream(fc.nat()), (frames, random) => {
        const shuffled = frames.map(([detections, wait]) => {
          const keyed = detections.map((item) => ({ item, key: random.next().value ?? 0 }));
          return [keyed.sort((a, b) => a.key - b.key).map(({ item }) => item), wait] as const;
        });
        expect(track(shuffled)).toEqual(track(frames));
        expect(track(frames)).toEqual(track(frames));
      }),
    );
  });

  it('ends every track once, with its class, its life and its path', () => {
    fc.assert(
      fc.property(clip, (frames) => {
        const { objects, ended } = track(frames);
        const seen = new Set(objects.flat().map((object) => object.track));
        expect(ended.map(({ object }) => object.track).toSorted((a, b) => a - b)).toEqual(
          [...seen].toSorted((a, b) => a - b),
        );
        for (const one of ended) {
          expect(one.firstSeconds).toBeLessThanOrEqual(one.bestSeconds);
          expect(one.bestSeconds).toBeLessThanOrEqual(one.lastSeconds);
          expect(one.path.length).toBeGreaterThan(0);
          expect(one.path.length).toBeLessThanOrEqual(32);
        }
      }),
    );
  });
});

describe('ByteTracker on objects that move', () => {
  const rowsOfCars = fc
    .array(
      fc.record({
        width: fc.double({ min: 0.04, max: 0.12, noNaN: true }),
        height: fc.double({ min: 0.04, max: 0.08, noNaN: true }),
        // In widths per second: up to one and a half of its own lengths from frame to frame.
        speed: fc.double({ min: -7.5, max: 7.5, noNaN: true }),
      }),
      { minLength: 1, maxLength: 6 },
    )
    .map((cars) =>
      cars.map(({ width, height, speed }, row) => ({
        from: [speed > 0 ? 0 : 1 - width, row * 0.16, width, height] satisfies Box,
        speed: [speed * width, 0] as const,
      })),
    );

  it('finds k objects on separate lanes to be k tracks', () => {
    fc.assert(
      fc.property(rowsOfCars, (cars) => {
        const frames = motion(cars, 5).map((frame) => [frame, 0.2] as const);
        const { objects, ended } = track(frames);
        expect(ended.length).toBe(cars.length);
        for (const frame of objects)
          expect(frame.map((object) => object.track)).toEqual(objects[0]?.map((o) => o.track));
      }),
    );
  });

  it('keeps the number through an occlusion shorter than it waits', () => {
    const visible = 5;
    const path = { from: [0.05, 0.4, 0.1, 0.1] satisfies Box, speed: [0.12, 0.03] as const };
    fc.assert(
      fc.property(fc.integer({ min: 1, max: TRACKER_DEFAULTS.maxLostSeconds * 5 - 2 }), (hidden) => {
        const frames = motion([path], visible + hidden + 3).map(
          (frame, step) => [step < visible || step >= visible + hidden ? frame : [], 0.2] as const,
        );
        const { objects, ended } = track(frames);
        expect(ended.length).toBe(1);
        expect(objects.at(-1)?.[0]?.track).toBe(1);
      }),
    );
  });

  it('gives a new number to what comes back too late', () => {
    const tracker = new ByteTracker();
    tracker.update([car([0.4, 0.4, 0.1, 0.1])], 0);
    tracker.update([], 1);
    expect(tracker.ended()).toEqual([]);
    tracker.update([car([0.4, 0.4, 0.1, 0.1])], 2.1);
    expect(tracker.ended().map(({ object }) => object.track)).toEqual([1]);
    expect(tracker.update([car([0.4, 0.4, 0.1, 0.1])], 2.3).map((object) => object.track)).toEqual([2]);
  });

  it('follows two people who pass each other', () => {
    const tracker = new ByteTracker();
    const person = (x: number): Detection => ({ class: 'person', confidence: 0.8, box: [x, 0.3, 0.05, 0.3] });
    const numbers: number[][] = [];
    for (let step = 0; step <= 20; step += 1) {
      const left = person(0.1 + step * 0.03);
      const right = person(0.7 - step * 0.03);
      // Where they cover each other the detector sees one of them only.
      const both = boxOverlap(left.box, right.box) > 0.5 ? [left] : [left, right];
      const objects = tracker.update(both, step * 0.2);
      if (step === 0 || step === 20) {
        numbers.push(objects.toSorted((a, b) => a.box[0] - b.box[0]).map((object) => object.track));
      }
    }
    expect(numbers[1]).toEqual(numbers[0]?.toReversed());
  });
});

describe('ByteTracker on imperfect detectors', () => {
  const parked: Box = [0.4, 0.4, 0.1, 0.1];

  it('keeps one track when a car flickers to a truck, and lets the confident votes name it', () => {
    const tracker = new ByteTracker();
    const looks = ['car', 'truck', 'car', 'truck', 'truck', 'car'] as const;
    const objects = looks.map((look, step) =>
      tracker.update([{ class: look, confidence: look === 'car' ? 0.9 : 0.6, box: parked }], step * 0.2),
    );
    expect(objects.flat().map((object) => object.track)).toEqual([1, 1, 1, 1, 1, 1]);
    expect(objects.at(-1)?.[0]?.class).toBe('car');
  });

  it('does not join a person to a car', () => {
    const tracker = new ByteTracker();
    tracker.update([car(parked)], 0);
    const person: Detection = { class: 'person', confidence: 0.9, box: parked };
    tracker.update([person], 0.2);
    expect(tracker.update([person], 0.4)).toMatchObject([{ class: 'person', track: 2 }]);
  });

  it('takes a second box on the same object for what it is', () => {
    const tracker = new ByteTracker();
    const twice = [car(parked), { ...car([0.405, 0.4, 0.1, 0.1], 0.7), class: 'truck' as const }];
    expect(tracker.update(twice, 0)).toHaveLength(1);
    expect(tracker.update(twice, 0.2)).toHaveLength(1);
  });

  it('continues a track by a weak detection, but begins none', () => {
    const tracker = new ByteTracker();
    const weak = car(parked, 0.2);
    expect(tracker.update([weak], 0)).toEqual([]);
    tracker.update([car(parked)], 0.2);
    expect(tracker.update([car(parked)], 0.4)).toHaveLength(1);
    expect(tracker.update([weak], 0.6)).toEqual([{ ...weak, track: 1 }]);
  });

  it('takes a single flash for nothing', () => {
    const tracker = new ByteTracker();
    tracker.update([], 0);
    expect(tracker.update([car(parked)], 0.2)).toEqual([]);
    expect(tracker.update([], 0.4)).toEqual([]);
    tracker.finish();
    expect(tracker.ended()).toEqual([]);
  });
});

describe('ByteTracker over frames that nobody looked at', () => {
  const parked: Box = [0.4, 0.4, 0.1, 0.1];

  it('leaves what was in view where it was, for as long as nothing moves', () => {
    const tracker = new ByteTracker();
    const objects = tracker.update([car(parked)], 0);
    for (let second = 1; second <= 60; second += 1) expect(tracker.coast(second)).toEqual(objects);
    expect(tracker.update([car(parked)], 60.2)).toEqual(objects);
    tracker.finish();
    expect(tracker.ended()).toMatchObject([{ firstSeconds: 0, lastSeconds: 60.2 }]);
  });

  it('lets what was lost before grow old', () => {
    const tracker = new ByteTracker();
    tracker.update([car(parked)], 0);
    expect(tracker.update([], 0.2)).toEqual([]);
    expect(tracker.coast(1)).toEqual([]);
    tracker.coast(2.5);
    expect(tracker.ended()).toHaveLength(1);
  });

  it('begins anew when the clock goes back, without using a number again', () => {
    const tracker = new ByteTracker();
    tracker.update([car(parked)], 10);
    expect(tracker.update([car(parked)], 0)).toMatchObject([{ track: 2 }]);
    expect(tracker.ended()).toMatchObject([{ object: { track: 1 }, lastSeconds: 10 }]);
    expect(tracker.coast(-1)).toEqual([]);
    expect(tracker.ended()).toHaveLength(1);
  });
});
