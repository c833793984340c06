import type { Box } from '@amaan/contracts/geometry';
import type { PlateRead } from '@amaan/number-plates/reading/plate-read';
import type { Picture } from '@amaan/vision/image/picture';

/** What a plate thread is given. */
export interface PlateWork {
  readonly picture: Picture;
  /** Settled vehicles, whose plates need not be read. */
  readonly skip: readonly Box[];
  /** Other vehicles, which are looked at more closely. */
  readonly vehicles: readonly Box[];
}

/** What it answers: the plates that it read, surest first. */
export type PlateAnswer = readonly PlateRead[];
