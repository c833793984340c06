import { describe, expect, it } from 'vitest';
import { MOTION_GATE_DEFAULTS, MotionGate } from './motion-gate.ts';

const WIDTH = 160;
const HEIGHT = 96;
const RATE = 5;

interface Scene {
  /** Brightness that the whole picture gains. */
  readonly light?: number;
  /** Left edge of a box of 32 × 32 pixels. */
  readonly box?: number | null;
  /** How much darker the box is than what is behind it. */
  readonly contrast?: number;
  /** Amplitude of noise per pixel. */
  readonly noise?: number;
}

/** The same sequence for each seed, evenly spread over −1 to 1 (Lehmer's generator of 1951). */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 48_271) % 2_147_483_647;
    return (2 * state) / 2_147_483_647 - 1;
  };
}

function picture(index: number, { light = 0, box = null, contrast = 60, noise = 0 }: Scene = {}) {
  const random = randomNumbers(index + 1);
  const pixels = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const isBox = box !== null && x >= box && x < box + 32 && y >= 40 && y < 72;
      const value = 80 + (x % 50) - (isBox ? contrast : 0) + light + noise * random();
      pixels.fill(
        Math.min(255, Math.max(0, Math.round(value))),
        (y * WIDTH + x) * 3,
        (y * WIDTH + x) * 3 + 3,
      );
    }
  }
  return { width: WIDTH, height: HEIGHT, streamSeconds: index / RATE, pixels };
}

/** Which of the frames the gate opens for, 5 a second. */
function openings(scenes: readonly Scene[], gate = new MotionGate(), isUnsettled = false): boolean[] {
  return scenes.map((scene, index) => gate.opensFor(picture(index, scene), isUnsettled));
}

const still = (count: number, scene: Scene = {}): Scene[] => Array.from({ length: count }, () => scene);

describe('MotionGate', () => {
  it('looks at the first frame and then, while nothing moves, as often as it must', () => {
    const open = openings(still(31));
    const every = MOTION_GATE_DEFAULTS.longestPauseSeconds * RATE;
    expect(open).toEqual(open.map((_, index) => index % every === 0));
  });

  it('opens at once for what moves, and stays open until it has come to rest', () => {
    const walk = Array.from({ length: 10 }, (_, step) => ({ box: step * 8 }));
    const open = openings([...still(8), ...walk, ...still(12, { box: 72 })]);
    expect(open.slice(8, 18)).toEqual(walk.map(() => true));
    expect(open.slice(18, 22)).not.toContain(false);
    // One second to compare over and the hold: then it pauses.
    expect(open.slice(26, 28)).toContain(false);
  });

  it('opens for what creeps', () => {
    const creep = Array.from({ length: 20 }, (_, step) => ({ box: 40 + step }));
    expect(openings([...still(9, { box: 40 }), ...creep]).slice(15)).not.toContain(false);
  });

  it('is not moved by noise, by light that fades, nor by a lamp that is switched on', () => {
    const dusk = Array.from({ length: 40 }, (_, step) => ({ noise: 12, light: -step }));
    const lamp = [...still(20, { noise: 12 }), ...still(20, { noise: 12, light: 60 })];
    for (const scenes of [dusk, lamp]) {
      const open = openings(scenes).filter(Boolean).length;
      expect(open).toBe(Math.ceil(scenes.length / (MOTION_GATE_DEFAULTS.longestPauseSeconds * RATE)));
    }
  });

  it('finds what moves while the light changes', () => {
    const walk = Array.from({ length: 10 }, (_, step) => ({ box: step * 8, light: step * 5 }));
    expect(openings([...still(8), ...walk]).slice(8)).toEqual(walk.map(() => true));
  });

  it('gets used to what stirs faintly in one place, and still sees what stands out there', () => {
    const flicker = (contrast: number): Scene[] =>
      Array.from({ length: 200 }, (_, step) => (step % 7 < 3 ? { box: 40, contrast } : {}));
    const shareOpen = (open: boolean[]) => open.filter(Boolean).length / open.length;
    const faint = openings(flicker(12));
    expect(shareOpen(faint.slice(0, 30))).toBeGreaterThan(0.6);
    expect(shareOpen(faint.slice(150))).toBeLessThan(0.2);
    expect(shareOpen(openings(flicker(60)).slice(150))).toBeGreaterThan(0.6);
  });

  it('stays open while the tracker is not settled', () => {
    expect(openings(still(20), new MotionGate(), true)).not.toContain(false);
  });

  it('begins anew when the clock goes back or the picture changes its size', () => {
    const gate = new MotionGate();
    expect(openings(still(3), gate)).toEqual([true, false, false]);
    expect(openings(still(3), gate)).toEqual([true, false, false]);
    const small = { ...picture(3), width: HEIGHT, height: WIDTH / 2 };
    expect(gate.opensFor(small, false)).toBe(true);
  });
});
