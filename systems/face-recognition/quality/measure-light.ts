import type { Picture } from '@amaan/vision/image/picture';

/** How an aligned face is lit. */
export interface FaceLight {
  /** Mean luma (ITU-R BT.601) of the face, 0–255. */
  readonly exposure: number;
  /** Luma between the 5th and the 95th percentile, 0–255. */
  readonly contrast: number;
  /** By how much one half is brighter than the other: |left − right| / (left + right), 0–1. */
  readonly sideLight: number;
}

/** The part of an aligned face of 112 × 112 pixels that is skin, eyes and mouth: neither hair nor background. */
export const FACE_PART = { left: 24, right: 88, top: 36, bottom: 100 } as const;

/** Light on an aligned face; ISO/IEC 29794-5 asks for the same things. */
export function measureLight({ pixels, width }: Picture): FaceLight {
  const counts = new Uint32Array(256);
  const halves = [0, 0];
  const middle = (FACE_PART.left + FACE_PART.right) / 2;
  let total = 0;
  for (let y = FACE_PART.top; y < FACE_PART.bottom; y++) {
    for (let x = FACE_PART.left; x < FACE_PART.right; x++) {
      const luma = lumaAt(pixels, (y * width + x) * 3);
      counts[luma]! += 1;
      halves[x < middle ? 0 : 1]! += luma;
      total += 1;
    }
  }
  const [left, right] = halves as [number, number];
  return {
    exposure: (left + right) / total,
    contrast: percentile(counts, total, 0.95) - percentile(counts, total, 0.05),
    sideLight: left + right === 0 ? 0 : Math.abs(left - right) / (left + right),
  };
}

export function lumaAt(pixels: Uint8Array, at: number): number {
  return (77 * pixels[at]! + 150 * pixels[at + 1]! + 29 * pixels[at + 2]!) >> 8;
}

function percentile(counts: Uint32Array, total: number, share: number): number {
  let seen = 0;
  for (let value = 0; value < 256; value++) {
    seen += counts[value]!;
    if (seen >= share * total) return value;
  }
  return 255;
}
