import type { MaskStyle } from '@amaan/contracts/redaction/masking';
import type { PixelArea } from '../covers/box-arithmetic.ts';
import { CELLS, quantised } from './mask-style.ts';

/** One channel of a picture inside a buffer. */
export interface Plane {
  readonly pixels: Uint8Array;
  /** Index of its first value. */
  readonly offset: number;
  /** Values from one pixel to the next, and from one row to the next. */
  readonly step: number;
  readonly stride: number;
}

/**
 * Masks an area of one channel, in place. `pixelate` and `blur` draw anew from the coarse means of at most 4 × 4 cells,
 * so what they leave is a function of these alone and cannot be undone: `blur` goes over smoothly from cell to cell and
 * keeps not a bit more than `pixelate`. (A convolution would keep every bit and could be deconvolved.)
 */
export function maskPlane(plane: Plane, area: PixelArea, style: MaskStyle, fill: number): void {
  if (style === 'fill') {
    const { pixels, step } = plane;
    eachRow(plane, area, (start) => {
      if (step === 1) pixels.fill(fill, start, start + area.right - area.left);
      else for (let at = start, x = area.left; x < area.right; x++, at += step) pixels[at] = fill;
    });
    return;
  }
  const cells = cellsOf(plane, area);
  if (style === 'pixelate') drawCells(plane, area, cells);
  else drawBlend(plane, area, cells);
}

/** Coarse means of an area's cells. */
interface Cells {
  readonly across: number;
  readonly down: number;
  readonly values: Float32Array;
}

function cellsOf(plane: Plane, area: PixelArea): Cells {
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  const longer = Math.max(width, height);
  const across = Math.max(1, Math.round((CELLS * width) / longer));
  const down = Math.max(1, Math.round((CELLS * height) / longer));
  const sums = new Float64Array(across * down);
  const counts = new Uint32Array(across * down);
  const { pixels, step } = plane;
  eachRow(plane, area, (start, y) => {
    const row = Math.floor(((y - area.top) * down) / height) * across;
    for (let x = 0, at = start; x < width; x++, at += step) {
      const cell = row + Math.floor((x * across) / width);
      sums[cell]! += pixels[at]!;
      counts[cell]! += 1;
    }
  });
  const values = Float32Array.from(sums, (sum, cell) => quantised(sum / Math.max(1, counts[cell]!)));
  return { across, down, values };
}

function drawCells(plane: Plane, area: PixelArea, { across, down, values }: Cells): void {
  const width = area.right - area.left;
  const height = area.bottom - area.top;
  const { pixels, step } = plane;
  eachRow(plane, area, (start, y) => {
    const row = Math.floor(((y - area.top) * down) / height) * across;
    for (let x = 0, at = start; x < width; x++, at += step)
      pixels[at] = values[row + Math.floor((x * across) / width)]!;
  });
}

function drawBlend(plane: Plane, area: PixelArea, { across, down, values }: Cells): void {
  const columns = betweenCells(area.right - area.left, across);
  const rows = betweenCells(area.bottom - area.top, down);
  const { pixels, step } = plane;
  eachRow(plane, area, (start, y) => {
    const vertical = rows[y - area.top]!;
    const upper = vertical.low * across;
    const lower = vertical.high * across;
    for (let x = 0, at = start; x < columns.length; x++, at += step) {
      const { low, high, weight } = columns[x]!;
      const above = values[upper + low]! * (1 - weight) + values[upper + high]! * weight;
      const below = values[lower + low]! * (1 - weight) + values[lower + high]! * weight;
      pixels[at] = Math.round(above * (1 - vertical.weight) + below * vertical.weight);
    }
  });
}

/** For each pixel the two cells whose middles it lies between. */
function betweenCells(size: number, cells: number): { low: number; high: number; weight: number }[] {
  return Array.from({ length: size }, (_, pixel) => {
    const position = Math.min(cells - 1, Math.max(0, ((pixel + 0.5) * cells) / size - 0.5));
    const low = Math.floor(position);
    return { low, high: Math.min(cells - 1, low + 1), weight: position - low };
  });
}

function eachRow(plane: Plane, area: PixelArea, draw: (start: number, y: number) => void): void {
  for (let y = area.top; y < area.bottom; y++)
    draw(plane.offset + y * plane.stride + area.left * plane.step, y);
}
