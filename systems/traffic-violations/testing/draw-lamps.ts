import type { Box } from '@amaan/contracts/geometry';
import type { SignalLamps } from '@amaan/contracts/violations/enforcement';
import type { LampPicture } from '../signal/lamp-reader.ts';

/** A signal head on a picture, for tests and benchmarks. */
export interface LampScene {
  readonly lit: readonly ('red' | 'yellow' | 'green')[];
  /** Greatest channel of a lamp that burns, 0–255. */
  readonly brightness: number;
  /** Grey level of all else: unlit glasses look so too, with a hint of their colour. */
  readonly ambient: number;
  /** Standard deviation of the sensor's noise, in grey levels. */
  readonly noise?: number;
  /** A lamp so bright that the sensor sees no colour. */
  readonly white?: boolean;
}

const COLOURS = { red: [1, 0.16, 0.1], yellow: [1, 0.68, 0.1], green: [0.12, 1, 0.62] } as const;

/** Draws the lamps of a head as round lights in dark boxes, on a picture of 80 × 160 pixels. */
export function drawLamps(lamps: SignalLamps, scene: LampScene, random: () => number): LampPicture {
  const [width, height] = [80, 160];
  const pixels = new Uint8Array(3 * width * height);
  const { noise = 6, ambient } = scene;
  const jitter = () => noise * (random() + random() + random() - 1.5) * 2;
  for (let index = 0; index < pixels.length; index++) pixels[index] = clamp(ambient * 0.8 + jitter());
  for (const name of ['red', 'yellow', 'green'] as const) {
    const box = lamps[name];
    if (box === null) continue;
    const isLit = scene.lit.includes(name);
    const colour = scene.white ? [1, 1, 1] : COLOURS[name];
    const unlit = COLOURS[name].map((part) => ambient * (0.75 + 0.25 * part));
    for (const [at, isInside] of circle(box, width, height)) {
      for (const [channel, part] of colour.entries()) {
        const level = isInside
          ? isLit
            ? Math.max(scene.brightness * part, unlit[channel]!)
            : unlit[channel]!
          : ambient * 0.3;
        pixels[3 * at + channel] = clamp(level + jitter());
      }
    }
  }
  return { width, height, pixels };
}

/** Pixels of a box, and whether each lies in the circle within it. */
function* circle(
  [x, y, w, h]: Box,
  width: number,
  height: number,
): Generator<[at: number, isInside: boolean]> {
  const [left, top, right, bottom] = [x * width, y * height, (x + w) * width, (y + h) * height].map(
    Math.round,
  ) as [number, number, number, number];
  for (let row = top; row < bottom; row++) {
    for (let column = left; column < right; column++) {
      const across = (2 * (column + 0.5 - left)) / (right - left) - 1;
      const down = (2 * (row + 0.5 - top)) / (bottom - top) - 1;
      yield [row * width + column, across ** 2 + down ** 2 <= 0.8];
    }
  }
}

function clamp(value: number): number {
  return Math.max(0, Math.min(255, Math.round(value)));
}
