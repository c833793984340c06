const MOST_STEPS = 3;

/**
 * Steps by which cells are drawn, the fewest visits first.
 * @param counts visits of each cell
 * @returns the most visits of each step, each more than the one before
 */
export function visitSteps(counts: readonly number[]): number[] {
  const most = Math.max(1, ...counts);
  const ends = Array.from({ length: MOST_STEPS }, (_, step) => Math.round((most * (step + 1)) / MOST_STEPS));
  return [...new Set(ends.map((end) => Math.max(1, end)))];
}

/** The step that so many visits are of. */
export function stepOf(visits: number, steps: readonly number[]): number {
  const step = steps.findIndex((end) => visits <= end);
  return step === -1 ? steps.length - 1 : step;
}
