import type { PlateRead } from '@amaan/number-plates/reading/plate-read';
import type { Picture } from '@amaan/vision/image/picture';

/** What a plate thread is given. */
export interface PlateWork {
  readonly picture: Picture;
  /** Parts of the picture whose plates need not be read, `[x, y, width, height]` in fractions: settled vehicles. */
  readonly skip: readonly (readonly [number, number, number, number])[];
}

/** What it answers: the plates that it read, surest first. */
export type PlateAnswer = readonly PlateRead[];
