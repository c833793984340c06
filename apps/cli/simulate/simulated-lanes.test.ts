import { newIdentifier } from '@amaan/contracts/identifier';
import { Observation } from '@amaan/contracts/observation';
import type { PermitClaims } from '@amaan/contracts/permit';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { laneFigures } from '@amaan/traffic-management/measuring/lane-figures';
import { expect, test } from 'vitest';
import { bearingOf, mainRoadLanes } from './main-road-lanes.ts';
import { SimulatedLanes } from './simulated-lanes.ts';

const MINUTE = 60_000;
const START = Date.UTC(2026, 0, 5, 8);
const permit: PermitClaims = {
  ...{ iss: 'here', sub: 'traffic-management', jti: newIdentifier(), version: '1' },
  ...{ iat: START / 1000, exp: START / 1000 + 86_400, cameras: [], purposes: ['traffic-measurement'] },
  ...{ models: [{ id: 'detector', digest: 'a'.repeat(64) }], configurationDigest: 'b'.repeat(64) },
  thresholds: {},
};
const { calibration: _, ...lanes } = mainRoadLanes('Fort Road', 107);
const cameraId = newIdentifier();
const view = { ...lanes, calibration: null, id: newIdentifier(), cameraId, version: 1 };
const camera = { id: cameraId, siteId: newIdentifier(), name: 'Simulated 1', rules: [], traffic: view };

test('every lane gets each minute once, labelled, valid and about a minute that its permit covers', () => {
  const made = new SimulatedLanes(seededRandom(1));
  expect(made.report([camera], permit, START + 5_000, () => 1)).toEqual([]);
  const first = made.report([camera], permit, START + MINUTE + 50, () => 1);
  expect(first).toHaveLength(4);
  for (const observation of first) {
    expect(Observation.safeParse(observation).error).toBeUndefined();
    expect(observation).toMatchObject({ simulated: true, kind: 'lane-measured', permitId: permit.jti });
  }
  expect(made.report([camera], permit, START + MINUTE + 900, () => 1)).toEqual([]);
  expect(made.report([camera], permit, START + 2 * MINUTE, () => 1)).toHaveLength(4);
});

test('a minute that began before the permit is of nobody', () => {
  const made = new SimulatedLanes(seededRandom(1));
  made.report([camera], permit, START - 30_000, () => 1);
  expect(made.report([camera], permit, START + 100, () => 1)).toEqual([]);
});

test('more vehicles drive slower and wait longer, and all figures agree with each other', () => {
  const meanOf = (busy: number) => {
    const made = new SimulatedLanes(seededRandom(7));
    made.report([camera], permit, START, () => busy);
    const figures = Array.from({ length: 30 }, (__, minute) =>
      made.report([camera], permit, START + (minute + 1) * MINUTE, () => busy),
    )
      .flat()
      .map((one) => laneFigures((one as Extract<Observation, { kind: 'lane-measured' }>).minute.sums, 60));
    const mean = (of: (one: (typeof figures)[number]) => number | undefined) => {
      const values = figures.flatMap((one) => of(one) ?? []);
      return values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    return {
      flow: mean(({ flowVehPerHour }) => flowVehPerHour?.value),
      speed: mean(({ speedKmh }) => speedKmh?.value),
      delay: mean(({ delaySeconds }) => delaySeconds?.value),
    };
  };
  const [quiet, busy] = [meanOf(0.3), meanOf(1.8)];
  expect(busy.flow).toBeGreaterThan(2 * quiet.flow);
  expect(busy.speed).toBeLessThan(quiet.speed - 8);
  expect(busy.delay).toBeGreaterThan(quiet.delay + 10);
});

test('a bearing is that of the way: north 0, east 90', () => {
  expect(bearingOf([74, 31], [74, 31.01])).toBe(0);
  expect(bearingOf([74, 31], [74.01, 31])).toBe(90);
  expect(bearingOf([74, 31], [73.99, 31])).toBe(270);
});
