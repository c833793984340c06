import { describe, expect, test } from 'vitest';
import { junctionView, vehicleAt } from '../testing/junction-view.ts';
import { testJunction } from '../testing/test-junction.ts';
import { ActuatedController } from './actuated.ts';
import { controllerOf } from './controller-of.ts';
import { MaxPressureController } from './max-pressure.ts';

const junction = testJunction();
const queue = (count: number) => Array.from({ length: count }, (_, index) => vehicleAt(2 + 7 * index));

describe('max-pressure', () => {
  test('lets most go, and goes on with the present stage where nothing is better', () => {
    const controller = new MaxPressureController(junction);
    expect(controller.decide(junctionView(junction, 'a', { west: queue(3), north: queue(2) }), 0)).toEqual({
      stage: 'c',
      reasons: [{ code: 'highest-pressure', values: { pressure: 3, present: 2 } }],
    });
    expect(new MaxPressureController(junction).decide(junctionView(junction, 'b'), 0).stage).toBe('b');
  });

  test('takes off what stands behind the junction', () => {
    const view = junctionView(junction, 'a', { west: queue(5), north: queue(2) }, { 'west-out': 4 });
    expect(new MaxPressureController(junction).decide(view, 0).stage).toBe('a');
  });

  test('keeps its choice until the next interval', () => {
    const controller = new MaxPressureController(junction);
    controller.decide(junctionView(junction, 'a', { north: queue(3) }), 0);
    const later = junctionView(junction, 'a', { west: queue(9) });
    expect(controller.decide(later, 9).stage).toBe('a');
    expect(controller.decide(later, 10).stage).toBe('c');
  });

  test('lets nobody wait for ever behind a stronger stream', () => {
    const controller = new MaxPressureController(junction);
    const view = junctionView(junction, 'a', { north: queue(20), west: queue(1) });
    for (let now = 0; now < 120; now += 10) expect(controller.decide(view, now).stage).toBe('a');
    expect(controller.decide(view, 120)).toEqual({
      stage: 'c',
      reasons: [{ code: 'waited-longest', values: { lane: 'west', seconds: 120 } }],
    });
  });
});

describe('actuated', () => {
  test('rests in green while nobody else waits', () => {
    const controller = new ActuatedController(junction);
    for (let now = 0; now < 300; now++)
      expect(controller.decide(junctionView(junction, 'a'), now).reasons[0]?.code).toBe('nobody-else-waits');
  });

  test('ends a green in a gap, and leaves out stages that nobody waits for', () => {
    const controller = new ActuatedController(junction);
    const coming = junctionView(junction, 'a', { west: queue(1), north: [vehicleAt(20, 10)] });
    expect(controller.decide(coming, 0)).toMatchObject({ stage: 'a', reasons: [{ code: 'vehicles-come' }] });
    const gone = junctionView(junction, 'a', { west: queue(1), north: [vehicleAt(90, 10)] });
    expect(controller.decide(gone, 1)).toMatchObject({ stage: 'c', reasons: [{ code: 'gap-out' }] });
  });

  test('ends a green at the latest after the longest one', () => {
    const controller = new ActuatedController(junction, { maxGreen: 30 });
    const busy = junctionView(junction, 'a', { west: queue(1), north: [vehicleAt(20, 10)] });
    for (let now = 0; now < 30; now++) expect(controller.decide(busy, now).stage).toBe('a');
    expect(controller.decide(busy, 30)).toMatchObject({ stage: 'c', reasons: [{ code: 'max-out' }] });
  });

  test('gives those who had to give way a green of their own, and does not wait for them before', () => {
    const controller = new ActuatedController(junction);
    const turning = junctionView(junction, 'a', { 'north-left': queue(3) });
    controller.decide(turning, 0);
    expect(controller.decide(turning, 1).stage).toBe('b');
  });
});

test('controllers are found by their names; under the fixed plan nobody decides', () => {
  expect(controllerOf('fixed')).toBeNull();
  for (const name of ['actuated', 'max-pressure'] as const) {
    const proposal = controllerOf(name)!(junction).decide(junctionView(junction, 'a'), 0);
    expect(junction.stages.map(({ id }) => id)).toContain(proposal.stage);
  }
});
