import { describe, expect, test } from 'vitest';
import type { ApproachState } from './approach-sight.ts';
import { CAMERA_ERRORS, CameraError } from './camera-error.ts';

/** Park and Miller's minimal standard generator. */
function minimalStandard(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

function stateWith(distance: number, vehicles: number): ApproachState {
  const lane = Array.from({ length: vehicles }, (_, index) => {
    return { track: `v${index}`, distance, speed: 10, isUpstream: false };
  });
  return { lanes: [lane], departed: [0], exits: [], slowInside: 0, turned: [], waitingInside: [] };
}

/** What a camera says of the same vehicles over many seconds. */
function watch(distance: number, errors: Partial<typeof CAMERA_ERRORS> = {}) {
  const camera = new CameraError(minimalStandard(), 200, { ...CAMERA_ERRORS, falsePerMinute: 0, ...errors });
  const truth = stateWith(distance, 50);
  return Array.from({ length: 400 }, () => camera.see(truth).lanes[0]!);
}

function standardError(values: readonly number[], truth: number): number {
  return Math.sqrt(values.reduce((sum, value) => sum + (value - truth) ** 2, 0) / values.length);
}

describe('cameras', () => {
  test.each([
    [5, 0.024, 0.5],
    [100, 0.085, 1.7],
    [190, 0.144, 4.83],
  ])('at %i m miss a share of %f and are off by %f m', (distance, missed, off) => {
    const seen = watch(distance);
    const count = seen.reduce((sum, vehicles) => sum + vehicles.length, 0);
    expect(1 - count / (400 * 50)).toBeCloseTo(missed, 1.5);
    const distances = seen.flatMap((vehicles) => vehicles.map((vehicle) => vehicle.distance));
    expect(standardError(distances, distance)).toBeGreaterThan(off * 0.9);
    expect(standardError(distances, distance)).toBeLessThan(off * 1.1);
  });

  test('miss a vehicle for seconds on end, not for single looks', () => {
    const seen = watch(190).map((vehicles) => vehicles.some(({ track }) => track === 'v0'));
    const gaps = seen.filter((isSeen, at) => !isSeen && seen[at - 1] === true).length;
    const missed = seen.filter((isSeen) => !isSeen).length;
    expect(missed / gaps).toBeGreaterThan(1.5);
  });

  test('see vehicles that are not there, for a while, in order of distance', () => {
    const camera = new CameraError(minimalStandard(), 200, { ...CAMERA_ERRORS, falsePerMinute: 6 });
    const seen = Array.from({ length: 600 }, () => camera.see(stateWith(100, 1)).lanes[0]!);
    const ghosts = seen.flatMap((vehicles) => vehicles.filter(({ track }) => track.startsWith('false')));
    expect(new Set(ghosts.map(({ track }) => track)).size).toBeGreaterThan(40);
    expect(ghosts.length / 600).toBeCloseTo(0.3, 1);
    for (const vehicles of seen)
      expect(vehicles).toEqual(vehicles.toSorted((a, b) => a.distance - b.distance));
  });

  test('count a little less than what leaves, and the same for the same random numbers', () => {
    const truth: ApproachState = {
      ...stateWith(50, 3),
      departed: [1],
      exits: [{ vehicles: 4, standing: 1 }],
    };
    const counts = (camera: CameraError) => Array.from({ length: 1000 }, () => camera.see(truth));
    const one = counts(new CameraError(minimalStandard(7), 200));
    expect(one).toEqual(counts(new CameraError(minimalStandard(7), 200)));
    const departed = one.reduce((sum, state) => sum + state.departed[0]!, 0);
    expect(departed / 1000).toBeCloseTo(0.97, 1);
    for (const { exits } of one) expect(exits[0]!.standing).toBeLessThanOrEqual(exits[0]!.vehicles);
  });
});
