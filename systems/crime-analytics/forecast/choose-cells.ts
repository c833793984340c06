/**
 * Marks the riskiest part of a study area.
 *
 * Exactly `fraction` of the cells is marked: the last one in part where the number is broken. Cells of equal risk of which
 * only some fit in are each marked with the share that fits, which is what drawing them by lot gives on average: a count of
 * incidents has many equal cells, and breaking its ties in any order would be to its cost or favour.
 *
 * @param risk One value a cell
 * @param fraction Above 0, at most 1
 * @returns For each cell how surely it is chosen, 0 to 1; sums to `fraction` × cells
 */
export function chooseCells(risk: Float64Array, fraction: number): Float64Array {
  const budget = fraction * risk.length;
  const chosen = new Float64Array(risk.length);
  const order = Float64Array.from(risk).sort().reverse();
  const threshold = order[Math.min(order.length - 1, Math.ceil(budget) - 1)];
  if (threshold === undefined) return chosen;
  let above = 0;
  let equal = 0;
  for (const value of risk) {
    if (value > threshold) above += 1;
    else if (value === threshold) equal += 1;
  }
  const share = (budget - above) / equal;
  for (let cell = 0; cell < risk.length; cell += 1)
    chosen[cell] = risk[cell]! > threshold ? 1 : risk[cell]! === threshold ? share : 0;
  return chosen;
}

/** Incidents in the chosen cells: each counts with how surely its cell is chosen. */
export function hitsIn(counts: Float64Array, chosen: Float64Array): number {
  let hits = 0;
  for (let cell = 0; cell < counts.length; cell += 1) hits += counts[cell]! * chosen[cell]!;
  return hits;
}
