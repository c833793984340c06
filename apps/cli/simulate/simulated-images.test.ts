import { newIdentifier } from '@amaan/contracts/identifier';
import { seededRandom } from '@amaan/contracts/seeded-random';
import { expect, test } from 'vitest';
import { SimulatedImages } from './simulated-images.ts';

test('every live camera is measured once in ten seconds, brighter at noon than at midnight', () => {
  const cameras = [newIdentifier(), newIdentifier(), newIdentifier()];
  const meanAt = (instant: string) => {
    const start = Date.parse(instant);
    const images = new SimulatedImages(cameras, seededRandom(4), start);
    const seen = [];
    for (let now = start; now <= start + 60_000; now += 1_000)
      seen.push(...images.measure(now, (id) => id !== cameras[2]));
    expect(seen.map(({ cameraId }) => cameraId)).not.toContain(cameras[2]);
    expect(seen).toHaveLength(12);
    return seen.reduce((sum, { brightness }) => sum + brightness, 0) / seen.length;
  };
  expect(meanAt('2026-05-01T07:00:00Z')).toBeGreaterThan(meanAt('2026-05-01T19:00:00Z') + 50);
});
