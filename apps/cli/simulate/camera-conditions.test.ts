import { CameraStatus } from '@amaan/contracts/camera';
import { newIdentifier } from '@amaan/contracts/identifier';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import { CameraConditions } from './camera-conditions.ts';

const START = Date.UTC(2026, 0, 5);

test('cameras fail, connect and come back; a few of them are down at any time', () => {
  const ids = Array.from({ length: 200 }, newIdentifier);
  const conditions = new CameraConditions(ids, seededRandom(3), START);
  const seen = new Map<string, Set<string>>(ids.map((id) => [id, new Set()]));
  const down: number[] = [];
  for (let second = 0; second < 7_200; second += 3) {
    conditions.advance(START + second * 1000);
    const statuses = conditions.statuses(() => null);
    for (const status of statuses) seen.get(status.cameraId)!.add(status.state);
    down.push(statuses.filter(({ state }) => state !== 'live').length);
  }
  const everFailed = [...seen.values()].filter((states) => states.has('failed'));
  expect(everFailed.length).toBeGreaterThan(150);
  expect(everFailed.every((states) => states.has('connecting') && states.has('live'))).toBe(true);
  expect(down.reduce((sum, count) => sum + count, 0) / down.length).toBeGreaterThan(2);
  expect(Math.max(...down)).toBeLessThan(30);
});

test('statuses are what a worker may say, and name why inference is denied', () => {
  const conditions = new CameraConditions([newIdentifier()], seededRandom(1), START);
  const [status] = conditions.statuses(() => 'suspended');
  expect(CameraStatus.parse(status).inferenceDenied).toBe('suspended');
});
