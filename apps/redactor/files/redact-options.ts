import type { CoveredKind, MaskStyle } from '@amaan/contracts/redaction/masking';
import type { SourceError } from '@amaan/vision/sources/source-error';
import type { OpenSightingFinder } from '../finding/sighting-finder.ts';

/** What to cover, how, and what comes along. */
export interface RedactOptions {
  /** Where the models run, and under which permit. */
  readonly openFinder: OpenSightingFinder;
  readonly kinds: readonly CoveredKind[];
  readonly style: MaskStyle;
  /** Frames of each second that are looked at. */
  readonly analyse: number;
  /** Voices identify people: sound is dropped unless somebody decides otherwise. */
  readonly keepAudio: boolean;
  /** Writes the report beside the result, as `OUT.json`. */
  readonly writeReport: boolean;
  readonly signal: AbortSignal;
  /** The file was cut off; what was there has been masked and kept. */
  readonly onTruncated: (error: SourceError) => void;
}
