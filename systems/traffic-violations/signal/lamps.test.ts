import { seededRandom } from '@amaan/contracts/seeded-random';
import type { SignalLamps } from '@amaan/contracts/violations/enforcement';
import { describe, expect, test } from 'vitest';
import { drawLamps, type LampScene } from '../testing/draw-lamps.ts';
import { readLamps } from './lamp-reader.ts';
import { LampTimeline } from './lamp-timeline.ts';

const LAMPS: SignalLamps = {
  red: [0.4, 0.1, 0.2, 0.2],
  yellow: [0.4, 0.4, 0.2, 0.2],
  green: [0.4, 0.7, 0.2, 0.2],
};
const PROVEN = { offsetMs: 0, errorMs: 5, measuredAt: '2026-03-01T08:00:00.000Z' };

function read(scene: Partial<LampScene>, seed = 1, lamps = LAMPS) {
  return readLamps(
    drawLamps(LAMPS, { lit: ['red'], brightness: 230, ambient: 60, ...scene }, seededRandom(seed)),
    lamps,
  );
}

describe('lamps', () => {
  test.each(['red', 'yellow', 'green'] as const)('%s is told by day and by night, through noise', (light) => {
    for (let seed = 0; seed < 50; seed++) {
      expect(read({ lit: [light], ambient: 90, noise: 14 }, seed)).toBe(light);
      expect(read({ lit: [light], ambient: 8, noise: 14 }, seed)).toBe(light);
    }
  });

  test.each([
    ['two at once', { lit: ['red', 'yellow'] }],
    ['none', { lit: [] }],
    ['a white glare in the red one', { lit: ['red'], white: true }],
    ['a dark picture', { lit: ['red'], brightness: 70 }],
    ['lamps that the sun lights as much', { lit: ['red'], ambient: 215 }],
  ] as const)('%s is unknown', (_, scene) => {
    for (let seed = 0; seed < 20; seed++)
      expect(read({ ...scene, lit: [...scene.lit] }, seed)).toBe('unknown');
  });

  test('red light in the place of green is unknown: the boxes are drawn wrongly, or something red stands there', () => {
    expect(read({ lit: ['red'] }, 1, { ...LAMPS, red: LAMPS.green, green: LAMPS.red })).toBe('unknown');
  });

  test('boxes of a pixel are not read', () => {
    expect(read({}, 1, { ...LAMPS, red: [0.4, 0.1, 0.01, 0.01] })).toBe('unknown');
  });
});

describe('the timeline of lamps', () => {
  const at = (seconds: number) => 1_000_000 + 1000 * seconds;

  function fed(lights: readonly [seconds: number, light: 'red' | 'yellow' | 'green' | 'unknown'][]) {
    const timeline = new LampTimeline();
    for (const [seconds, light] of lights) timeline.add(light, at(seconds));
    return timeline.read(at(0), at(100), PROVEN);
  }

  const steady = (from: number, to: number, light: 'red' | 'green' | 'unknown') =>
    Array.from({ length: Math.round((to - from) / 0.2) }, (_, index): [number, typeof light] => [
      from + 0.2 * index,
      light,
    ]);

  test('a change is between two frames, and no clock is apart from itself', () => {
    const { spans, skew } = fed([...steady(0, 4, 'green'), ...steady(4, 8, 'red')]);
    expect(spans.map(({ light }) => light)).toEqual(['green', 'red']);
    expect(spans[1]!.from).toBeCloseTo(at(4), 0);
    expect(spans[1]!.errorMs).toBeCloseTo(200, 0);
    expect(skew).toEqual({ ms: 0, errorMs: 0, provenAt: PROVEN.measuredAt });
  });

  test('one odd frame and a moment without a reading change nothing', () => {
    const { spans } = fed([
      ...steady(0, 2, 'red'),
      [2, 'green'],
      ...steady(2.2, 4, 'red'),
      [4, 'unknown'],
      ...steady(4.2, 6, 'red'),
    ]);
    expect(spans.map(({ light }) => light)).toEqual(['red']);
  });

  test('longer without a reading, or without pictures, is unknown', () => {
    const unread = fed([...steady(0, 2, 'red'), ...steady(2, 4, 'unknown'), ...steady(4, 6, 'red')]);
    expect(unread.spans.map(({ light }) => light)).toEqual(['red', 'unknown', 'red']);
    const paused = fed([...steady(0, 2, 'red'), ...steady(5, 7, 'red')]);
    expect(paused.spans.map(({ light }) => light)).toEqual(['red', 'unknown', 'red']);
  });
});
