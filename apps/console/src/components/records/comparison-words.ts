import type { RecordDifference } from '@amaan/contracts/governance/record-comparison';

/** How a kind names its places and shows their values; null leaves a place out. */
export interface ComparisonWords {
  readonly labelOf: (path: readonly string[]) => string | null;
  readonly textOf: (value: RecordDifference['after'], path: readonly string[]) => string;
}
