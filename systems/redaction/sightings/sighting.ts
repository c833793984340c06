import type { Box } from '@amaan/contracts/geometry';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';

/** Something to cover that a model saw in one frame. */
export interface Sighting {
  readonly kind: CoveredKind;
  /** In fractions of the picture; it may reach over the picture's edge. */
  readonly box: Box;
  /** 0–1. */
  readonly confidence: number;
}

/** A sighting in a frame of a recording, counted from 0. */
export interface TimedSighting extends Sighting {
  readonly frame: number;
}
