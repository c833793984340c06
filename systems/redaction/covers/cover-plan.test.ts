import type { Box } from '@amaan/contracts/geometry';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Sighting } from '../sightings/sighting.ts';
import { boxBetween, grownBox } from './box-arithmetic.ts';
import { type CoverOptions, CoverPlan } from './cover-plan.ts';

const OPTIONS: CoverOptions = {
  covered: { face: 0.25, plate: 0.25, body: 0.25, screen: 0.25 },
  sure: { face: 0.6, plate: 0.6, body: 0.6, screen: 0.6 },
  margin: { face: 0.2, plate: 0.1, body: 0, screen: 0 },
  growth: 0.5,
  gapSeconds: 0.8,
  beyondSeconds: 0.4,
};
const TIMING = { framesPerSecond: 25, interval: 5 };

function face(box: Box, confidence = 0.9): Sighting {
  return { kind: 'face', box, confidence };
}

/** Whether every point of `inner` that lies in the picture lies in one of the covers. */
function isCovered(inner: Box, plan: CoverPlan, frame: number): boolean {
  return plan.coversAt(frame).some(({ box }) => contains(box, inner));
}

function contains(outer: Box, inner: Box): boolean {
  const slack = 1e-9;
  return (
    outer[0] <= inner[0] + slack &&
    outer[1] <= inner[1] + slack &&
    outer[0] + outer[2] >= inner[0] + inner[2] - slack &&
    outer[1] + outer[3] >= inner[1] + inner[3] - slack
  );
}

const anyBox = fc
  .tuple(
    fc.double({ min: 0, max: 0.8, noNaN: true }),
    fc.double({ min: 0, max: 0.8, noNaN: true }),
    fc.double({ min: 0.02, max: 0.2, noNaN: true }),
    fc.double({ min: 0.02, max: 0.2, noNaN: true }),
  )
  .map((box) => box as Box);

describe('a plan of covers', () => {
  it('covers every detected box in its own frame, whatever else was seen', () => {
    fc.assert(
      fc.property(fc.array(fc.array(anyBox, { maxLength: 4 }), { minLength: 1, maxLength: 8 }), (seen) => {
        const plan = new CoverPlan(OPTIONS, TIMING);
        for (const [index, boxes] of seen.entries())
          plan.see(
            index * 5,
            boxes.map((box) => face(box)),
            false,
          );
        plan.finish();
        for (const [index, boxes] of seen.entries())
          for (let frame = index * 5; frame < index * 5 + 5; frame++) {
            const covers = plan.coversAt(frame);
            if (frame > index * 5) continue;
            expect(boxes.every((box) => covers.some((cover) => contains(cover.box, box)))).toBe(true);
          }
      }),
    );
  });

  it('covers both detected boxes in every frame between two sightings of a track, and the way between them', () => {
    // In parts of the box: what is small moves little between two looks.
    const step = fc.tuple(
      fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      fc.double({ min: -0.4, max: 0.4, noNaN: true }),
      fc.double({ min: 0.8, max: 1.25, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 10 }), (steps) => {
        let box: Box = [0.4, 0.4, 0.1, 0.15];
        const boxes = [box];
        for (const [right, down, grow] of steps) {
          box = [box[0] + right * box[2], box[1] + down * box[3], box[2] * grow, box[3] * grow];
          boxes.push(box);
        }
        const plan = new CoverPlan(OPTIONS, TIMING);
        for (const [index, one] of boxes.entries()) plan.see(index * 5, [face(one)], false);
        plan.finish();
        // Steps this small join to one track.
        expect(plan.things).toHaveLength(1);
        for (let index = 1; index < boxes.length; index++)
          for (let frame = index * 5 - 4; frame < index * 5; frame++) {
            const [before, after] = [boxes[index - 1]!, boxes[index]!];
            expect(isCovered(before, plan, frame)).toBe(true);
            expect(isCovered(after, plan, frame)).toBe(true);
            expect(isCovered(boxBetween(before, after, (frame % 5) / 5), plan, frame)).toBe(true);
          }
      }),
    );
  });

  it('goes on over sightings that are missing, along the way to where it was seen again', () => {
    const plan = new CoverPlan(OPTIONS, TIMING);
    plan.see(0, [face([0.3, 0.3, 0.1, 0.1])], false);
    for (const frame of [5, 10]) plan.see(frame, [], false);
    plan.see(15, [face([0.36, 0.3, 0.1, 0.1])], false);
    plan.finish();
    for (let frame = 0; frame <= 15; frame++)
      expect(isCovered([0.3 + (0.06 * frame) / 15, 0.3, 0.1, 0.1], plan, frame)).toBe(true);
    expect(plan.looks).toContainEqual({ frame: 5, reason: 'interpolated' });
  });

  it('covers before the first and after the last sighting, more and more, and then no longer', () => {
    const plan = new CoverPlan(OPTIONS, TIMING);
    for (const frame of [0, 5, 10, 15]) plan.see(frame, [], false);
    plan.see(20, [face([0.5, 0.5, 0.1, 0.1])], false);
    plan.see(25, [face([0.52, 0.5, 0.1, 0.1])], false);
    for (const frame of [30, 35, 40, 45, 50, 55]) plan.see(frame, [], false);
    plan.finish();
    expect(plan.coversAt(9)).toEqual([]);
    // It came from the left at 0.004 of the width a frame.
    expect(isCovered([0.46, 0.5, 0.1, 0.1], plan, 10)).toBe(true);
    expect(isCovered([0.5, 0.5, 0.1, 0.1], plan, 10)).toBe(true);
    expect(isCovered(grownBox([0.56, 0.5, 0.1, 0.1], 0.15), plan, 35)).toBe(true);
    expect(plan.coversAt(36)).toEqual([]);
    expect(plan.things).toMatchObject([{ kind: 'face', from: 10, to: 35, sightings: 2 }]);
  });

  it('settles a frame only when nothing seen later can change it', () => {
    const plan = new CoverPlan(OPTIONS, TIMING);
    expect(plan.lookAhead).toBe(20);
    plan.see(0, [], false);
    expect(plan.isSettled(0)).toBe(false);
    for (const frame of [5, 10, 15]) plan.see(frame, [], false);
    expect(plan.isSettled(0)).toBe(false);
    plan.see(20, [], false);
    expect([plan.isSettled(0), plan.isSettled(1)]).toEqual([true, false]);
    plan.finish();
    expect(plan.isSettled(1)).toBe(true);
  });

  it('gives the same covers while it is read as it does afterwards', () => {
    const sightings = fc.array(fc.array(anyBox, { maxLength: 3 }), { minLength: 6, maxLength: 12 });
    fc.assert(
      fc.property(sightings, (seen) => {
        const whole = new CoverPlan(OPTIONS, TIMING);
        const read = new CoverPlan(OPTIONS, TIMING);
        for (const [index, boxes] of seen.entries())
          whole.see(
            index * 5,
            boxes.map((box) => face(box)),
            false,
          );
        whole.finish();
        let next = 0;
        const compare = () => {
          for (; read.isSettled(next) && next <= seen.length * 5; next++)
            expect(asSet(read.coversAt(next))).toEqual(asSet(whole.coversAt(next)));
        };
        for (const [index, boxes] of seen.entries()) {
          read.see(
            index * 5,
            boxes.map((box) => face(box)),
            false,
          );
          compare();
        }
        read.finish();
        compare();
        expect(next).toBe(seen.length * 5 + 1);
      }),
      { numRuns: 50 },
    );
  });

  it('joins nothing across a cut, and covers the frames between from both sides', () => {
    const plan = new CoverPlan(OPTIONS, TIMING);
    plan.see(0, [face([0.2, 0.2, 0.1, 0.1])], false);
    plan.see(5, [face([0.2, 0.2, 0.1, 0.1])], false);
    plan.see(10, [face([0.21, 0.2, 0.1, 0.1]), face([0.7, 0.2, 0.1, 0.1])], true);
    plan.finish();
    expect(plan.things.map(({ from, to }) => [from, to])).toEqual([
      [0, 9],
      [6, 20],
      [6, 20],
    ]);
    for (let frame = 6; frame < 10; frame++) {
      expect(isCovered([0.2, 0.2, 0.1, 0.1], plan, frame)).toBe(true);
      expect(isCovered([0.7, 0.2, 0.1, 0.1], plan, frame)).toBe(true);
    }
    expect(plan.looks).toContainEqual({ frame: 10, reason: 'scene-cut' });
  });

  it('asks for a look where a face vanished in the middle of the picture, and not at its edge', () => {
    const reasons = (x: number) => {
      const plan = new CoverPlan(OPTIONS, TIMING);
      for (let frame = 0; frame < 80; frame += 5)
        plan.see(frame, frame < 30 ? [face([x, 0.4, 0.1, 0.1])] : [], false);
      plan.finish();
      return plan.looks;
    };
    expect(reasons(0.4)).toEqual([{ frame: 25, reason: 'vanished' }]);
    expect(reasons(0.89)).toEqual([]);
  });

  it('asks for a look at what it was never sure of, and at what it did not cover', () => {
    const plan = new CoverPlan(OPTIONS, TIMING);
    for (let frame = 0; frame < 25; frame += 5) plan.see(frame, [face([0.4, 0.4, 0.1, 0.1], 0.4)], false);
    plan.see(25, [face([0.7, 0.7, 0.1, 0.1], 0.2)], false);
    plan.finish();
    expect(plan.looks).toEqual([
      { frame: 0, reason: 'unsure' },
      { frame: 25, reason: 'faint' },
    ]);
    expect(plan.coversAt(25).every(({ box }) => box[0] < 0.6)).toBe(true);
  });

  it('keeps kinds apart', () => {
    const plan = new CoverPlan(OPTIONS, TIMING);
    plan.see(
      0,
      [face([0.4, 0.4, 0.1, 0.1]), { kind: 'body', box: [0.38, 0.38, 0.2, 0.5], confidence: 0.9 }],
      false,
    );
    plan.finish();
    expect(plan.coversAt(0).map(({ kind }) => kind)).toEqual(['face', 'body']);
  });
});

function asSet(covers: readonly { readonly box: Box }[]): string[] {
  return covers.map(({ box }) => box.map((edge) => edge.toFixed(9)).join(' ')).sort();
}
