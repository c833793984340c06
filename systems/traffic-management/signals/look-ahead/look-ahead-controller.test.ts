import { describe, expect, test } from 'vitest';
import type { JunctionView } from '../controller.ts';
import { junctionView, vehicleAt } from '../testing/junction-view.ts';
import { testJunction } from '../testing/test-junction.ts';
import { LookAheadController } from './look-ahead-controller.ts';

const junction = testJunction();
const queue = (count: number) => Array.from({ length: count }, (_, index) => vehicleAt(2 + 6 * index));
// A clock that stands, so that slow machines try all plans.
const controller = () => new LookAheadController(junction, { clock: () => 0 });

describe('look-ahead control', () => {
  test('lets a queue go to whom the present stage is of no use', () => {
    const { stage, reasons } = controller().decide(junctionView(junction, 'a', { west: queue(6) }), 0);
    expect(stage).toBe('c');
    expect(reasons.map(({ code }) => code)).toEqual(['change-loses-least', 'lets-queue-go']);
    expect(reasons[1]!.values).toEqual({ lane: 'west', vehicles: 6 });
    const { lost, other } = reasons[0]!.values as { lost: number; other: number };
    expect(lost).toBeLessThan(other);
  });

  test('goes on while a long queue leaves, though somebody waits elsewhere', () => {
    const view = junctionView(junction, 'a', { north: queue(12), west: queue(1) });
    const { stage, reasons } = controller().decide(view, 0);
    expect(stage).toBe('a');
    expect(reasons[0]!.code).toBe('goes-on-loses-least');
  });

  test('does not change for a stage whose way out is full', () => {
    const full = testJunction({ exits: junction.exits.map((exit) => ({ ...exit, length: 60 })) });
    const view = junctionView(full, 'a', { west: queue(6) }, { 'west-out': 9 });
    const north = junctionView(full, 'a', { west: queue(6), north: [vehicleAt(30, 12)] }, { 'west-out': 9 });
    const blocked = new LookAheadController(full, { clock: () => 0, horizon: 12 });
    expect(blocked.decide(north, 0).stage).toBe('a');
    const free = junctionView(full, 'a', { west: queue(6), north: [vehicleAt(30, 12)] });
    expect(new LookAheadController(full, { clock: () => 0, horizon: 12 }).decide(free, 0).stage).not.toBe(
      'b',
    );
    expect(view.exits).toHaveLength(3);
  });

  test('proposes nothing else while nothing else may begin', () => {
    const view = { ...junctionView(junction, 'a', { west: queue(6) }), earliestChange: [3, 3, 3] };
    expect(controller().decide(view, 0)).toEqual({
      stage: 'a',
      reasons: [{ code: 'no-change-yet', values: {} }],
    });
  });

  test('lets nobody wait for ever behind a stronger stream', () => {
    const patient = new LookAheadController(junction, { clock: () => 0, longestWait: 60 });
    const view = junctionView(junction, 'a', { north: queue(20), west: queue(1) });
    const stages = Array.from({ length: 61 }, (_, now) => patient.decide(view, now));
    expect(stages.at(-1)).toEqual({
      stage: 'c',
      reasons: [{ code: 'waited-longest', values: { lane: 'west', seconds: 60 } }],
    });
  });

  test('keeps vehicles in mind that a camera loses for a moment', () => {
    const lane = queue(6);
    const one = controller();
    const seen = junctionView(junction, 'a', { west: lane });
    one.decide({ ...seen, earliestChange: [1, 1, 1] }, 0);
    const lost: JunctionView = junctionView(junction, 'a', { west: lane.slice(0, 1) });
    expect(one.decide(lost, 1).reasons).toContainEqual({
      code: 'lets-queue-go',
      values: { lane: 'west', vehicles: 6 },
    });
  });

  test('answers with the best plan so far when its time is over', () => {
    let reads = 0;
    const hurried = new LookAheadController(junction, { clock: () => 1_000 * reads++ });
    const { reasons } = hurried.decide(junctionView(junction, 'a', { west: queue(6) }), 0);
    // The clock was read once to begin and once after the first plan.
    expect(reads).toBe(2);
    expect(reasons[0]!.code).toMatch(/loses-least|no-better-stage/);
  });
});
