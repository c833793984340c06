import { expect, test } from 'vitest';
import { betterSight, type FaceSight } from './better-sight.ts';

const sight = (at: number, total: number): FaceSight => ({
  at,
  face: { box: { x: 0, y: 0, width: 10, height: 10 }, confidence: 1 },
  aligned: { width: 112, height: 112, pixels: new Uint8Array(0) },
  quality: { parts: { size: 1, pose: 1, sharpness: 1, light: 1, visibility: 1 }, total },
});

test('a track keeps its best sight, and the earlier of two that are as good', () => {
  const kept = [sight(1, 0.4), sight(2, 0.8), sight(3, 0.81), sight(4, 0.6)].reduce<FaceSight | null>(
    betterSight,
    null,
  );
  expect(kept!.at).toBe(2);
});

test('what is kept has no template', () => {
  expect(Object.keys(betterSight(null, sight(1, 0.4)))).toEqual(['at', 'face', 'aligned', 'quality']);
});
