import type { Box } from '@amaan/contracts/geometry';
import type { MaskStyle } from '@amaan/contracts/redaction/masking';
import { pixelArea } from '../covers/box-arithmetic.ts';
import { maskPlane } from './mask-plane.ts';
import { FILL } from './mask-style.ts';

/**
 * A frame in YUV 4:2:0, planar: luma row by row, then the two chroma planes at half its width and height. Width and
 * height are even.
 */
export interface YuvFrame {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** Masks boxes, in fractions of the frame, in place; nothing outside them is touched. */
export function maskYuvFrame(frame: YuvFrame, boxes: readonly Box[], style: MaskStyle): void {
  const { width, height, pixels } = frame;
  const lumaSize = width * height;
  const [chromaWidth, chromaSize] = [width / 2, lumaSize / 4];
  for (const box of boxes) {
    // On even edges, so that no chroma value belongs to pixels inside and outside.
    const area = pixelArea(box, frame, 2);
    if (area === null) continue;
    const half = {
      left: area.left / 2,
      top: area.top / 2,
      right: area.right / 2,
      bottom: area.bottom / 2,
    };
    maskPlane({ pixels, offset: 0, step: 1, stride: width }, area, style, FILL.luma);
    for (const offset of [lumaSize, lumaSize + chromaSize])
      maskPlane({ pixels, offset, step: 1, stride: chromaWidth }, half, style, FILL.chroma);
  }
}
