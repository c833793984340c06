/** A step of time, and what is told of it; null: nothing is. */
export interface Step<Row> {
  /** Its first instant, Unix milliseconds. */
  readonly at: number;
  readonly row: Row | null;
}

/** More steps than a chart has pixels help nobody, and an endless loop helps even less. */
const MOST_STEPS = 5_000;

/**
 * Every step of a time, because the server tells only of those with vehicles enough: a step that it is silent about is
 * a gap in a chart and no line drawn across it. Steps begin where the first row does, whole steps apart.
 * @param from first instant and
 * @param to end (left out), Unix milliseconds
 * @param stepMs length of a step; at least 1
 */
export function spreadOverTime<Row extends { readonly from: string }>(
  rows: readonly Row[],
  from: number,
  to: number,
  stepMs: number,
): Step<Row>[] {
  const count = Math.min(MOST_STEPS, Math.max(0, Math.ceil((to - from) / stepMs)));
  const steps: Step<Row>[] = Array.from({ length: count }, (_, index) => ({
    at: from + index * stepMs,
    row: null,
  }));
  for (const row of rows) {
    const index = Math.floor((Date.parse(row.from) - from) / stepMs);
    const step = steps[index];
    if (step) steps[index] = { at: step.at, row };
  }
  return steps;
}
