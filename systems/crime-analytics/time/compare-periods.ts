/** How the incidents of one area changed from one period to another. */
export interface PeriodComparison {
  readonly before: number;
  readonly after: number;
  /** Rate after over rate before (per day); infinite when there were none before. */
  readonly ratio: number;
  readonly low: number;
  readonly high: number;
  /** Two-sided, of no change; and after the rate of false discoveries among all areas is bounded. */
  readonly p: number;
  readonly q: number;
  readonly isSignificant: boolean;
}
