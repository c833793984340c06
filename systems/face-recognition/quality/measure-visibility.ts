import type { Picture } from '@amaan/vision/image/picture';
import { FACE_PART, lumaAt } from './measure-light.ts';

/** What an aligned face shows of eyes and mouth: little where something covers them. */
export interface FaceVisibility {
  /** Deviation of the luma about the eye that shows less, as a part of the face's contrast. */
  readonly eyes: number;
  /** The same about the mouth. */
  readonly mouth: number;
  /** Mean luma of the darker eye's surroundings over that of both cheeks: dark glasses make it small. */
  readonly eyeLight: number;
  /** Correlation of the detail of one half with that of the other, mirrored: −1 to 1. */
  readonly symmetry: number;
}

/** Where things are in an aligned face, in pixels: left, top, width, height. */
const EYES = [
  [26, 44, 24, 14],
  [62, 44, 24, 14],
] as const;
const MOUTH = [40, 84, 32, 16] as const;
const CHEEKS = [
  [28, 66, 16, 14],
  [68, 66, 16, 14],
] as const;
/** Side in pixels of the blocks by which halves are compared. */
const BLOCK = 8;
/** Added to a block's sum of differences, so that noise on even skin counts little. */
const NOISE = 64;

type Part = readonly [number, number, number, number];

/**
 * How much of eyes and mouth is to be seen on an aligned face.
 * @param contrast of the face as `measureLight` gives it, 0–255.
 */
export function measureVisibility(aligned: Picture, contrast: number): FaceVisibility {
  const span = Math.max(1, contrast);
  const eyes = EYES.map((part) => statisticsOf(aligned, part));
  const cheeks = CHEEKS.map((part) => statisticsOf(aligned, part).mean);
  const cheek = (cheeks[0]! + cheeks[1]!) / 2;
  return {
    eyes: Math.min(...eyes.map(({ deviation }) => deviation)) / span,
    mouth: statisticsOf(aligned, MOUTH).deviation / span,
    eyeLight: Math.min(...eyes.map(({ mean }) => mean)) / Math.max(1, cheek),
    symmetry: symmetryOf(aligned),
  };
}

function statisticsOf({ pixels, width }: Picture, [left, top, across, down]: Part) {
  let sum = 0;
  let squares = 0;
  for (let y = top; y < top + down; y++) {
    for (let x = left; x < left + across; x++) {
      const luma = lumaAt(pixels, (y * width + x) * 3);
      sum += luma;
      squares += luma * luma;
    }
  }
  const mean = sum / (across * down);
  return { mean, deviation: Math.sqrt(Math.max(0, squares / (across * down) - mean * mean)) };
}

function symmetryOf({ pixels, width }: Picture): number {
  const detail = (x: number, y: number): number => {
    const at = (dx: number, dy: number) => lumaAt(pixels, ((y + dy) * width + x + dx) * 3);
    return Math.abs(at(1, 0) - at(-1, 0)) + Math.abs(at(0, 1) - at(0, -1));
  };
  const left: number[] = [];
  const right: number[] = [];
  for (let top = FACE_PART.top; top < FACE_PART.bottom; top += BLOCK) {
    for (let start = FACE_PART.left; start < width / 2; start += BLOCK) {
      let one = NOISE;
      let other = NOISE;
      for (let y = top; y < top + BLOCK; y++) {
        for (let x = start; x < start + BLOCK; x++) {
          one += detail(x, y);
          other += detail(width - 1 - x, y);
        }
      }
      left.push(Math.log(one));
      right.push(Math.log(other));
    }
  }
  return correlation(left, right);
}

/** Pearson's correlation; 0 where one side is even. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const meanA = a.reduce((sum, value) => sum + value, 0) / a.length;
  const meanB = b.reduce((sum, value) => sum + value, 0) / b.length;
  let both = 0;
  let squaresA = 0;
  let squaresB = 0;
  a.forEach((value, index) => {
    const [da, db] = [value - meanA, b[index]! - meanB];
    both += da * db;
    squaresA += da * da;
    squaresB += db * db;
  });
  return squaresA * squaresB > 1e-12 ? both / Math.sqrt(squaresA * squaresB) : 0;
}
