/** One measured figure. Speed counts as a ratio to a floor that was measured in the same run. */
export interface Figure {
  readonly benchmark: string;
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** What the same machine needs at the least, in the same unit, where there is such a thing. */
  readonly floor?: number;
  /** `value / floor`. */
  readonly ratio?: number;
  /** Its 95 % confidence interval, where it is a mean of runs that differ by chance. */
  readonly interval?: readonly [low: number, high: number];
  /** The figure that was aimed at, in words. */
  readonly aim?: string;
  readonly met?: boolean;
}

/** A benchmark yields its figures as it goes, so that a long one shows progress. */
export type Benchmark = (options: { readonly file?: string | undefined }) => AsyncIterable<Figure>;
