import type { Picture } from '@amaan/vision/image/picture';

/** Side of the grid of cells that a picture is summed up in. */
const GRID = 24;
/** Every so many pixels one is looked at. */
const STRIDE = 4;

/** What is kept of a picture to tell whether the next shows the same scene as sharply. */
export interface PictureSummary {
  /** Mean brightness of 24 × 24 cells, 0–255. */
  readonly cells: Float32Array;
  /** Mean difference of neighbouring pixels' brightness, 0–255. */
  readonly sharpness: number;
}

/** @param picture RGB; one in 16 of its pixels is read. */
export function summarise({ width, height, pixels }: Picture): PictureSummary {
  const sums = new Float32Array(GRID * GRID);
  const counts = new Float32Array(GRID * GRID);
  let difference = 0;
  let compared = 0;
  for (let y = 0; y < height; y += STRIDE) {
    const row = Math.floor((y * GRID) / height) * GRID;
    for (let x = 0; x < width; x += STRIDE) {
      const at = (y * width + x) * 3;
      const value = brightness(pixels, at);
      const cell = row + Math.floor((x * GRID) / width);
      sums[cell]! += value;
      counts[cell]! += 1;
      if (x + 1 >= width) continue;
      difference += Math.abs(value - brightness(pixels, at + 3));
      compared += 1;
    }
  }
  return {
    cells: sums.map((sum, cell) => (counts[cell] === 0 ? 0 : sum / counts[cell]!)),
    sharpness: compared === 0 ? 0 : difference / compared,
  };
}

/** Rec. 601 luma of a pixel, nearly. */
function brightness(pixels: Uint8Array, at: number): number {
  return 0.299 * pixels[at]! + 0.587 * pixels[at + 1]! + 0.114 * pixels[at + 2]!;
}

/** A cell has changed when its mean differs by more. */
const CHANGED = 20;
/** Where more of the cells have changed, it is another scene. */
const CUT = 0.5;

/** Whether another scene began between two pictures of a recording. */
export function isSceneCut(before: PictureSummary, now: PictureSummary): boolean {
  let changed = 0;
  for (const [cell, value] of before.cells.entries())
    if (Math.abs(now.cells[cell]! - value) > CHANGED) changed += 1;
  return changed > CUT * before.cells.length;
}

/** A picture with less than this part of the usual sharpness is blurred. */
const BLURRED = 0.6;
/** Weight of the newest picture in what is usual. */
const NEWEST = 0.1;

/** Tells pictures that are much less sharp than those before them. */
export class SharpnessWatch {
  #usual: number | null = null;

  /** @param isCut whether another scene began, with a sharpness of its own. */
  isBlurred({ sharpness }: PictureSummary, isCut: boolean): boolean {
    if (this.#usual === null || isCut) {
      this.#usual = sharpness;
      return false;
    }
    const blurred = sharpness < BLURRED * this.#usual;
    this.#usual += NEWEST * (sharpness - this.#usual);
    return blurred;
  }
}
