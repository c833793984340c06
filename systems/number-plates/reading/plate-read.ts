import type { Quad } from '@amaan/vision/image/homography';
import type { PixelBox } from '../finding/plate-quad.ts';
import type { Reading } from './choose-reading.ts';

/** One plate in one picture. */
export interface PlateRead extends Reading {
  /** Around the text, in pixels of the picture. */
  readonly box: PixelBox;
  /** The whole plate, as the finder sees it. */
  readonly quad: Quad;
  readonly rows: 1 | 2;
  /** 0–1: how sure it is that a plate is there at all. */
  readonly found: number;
}
