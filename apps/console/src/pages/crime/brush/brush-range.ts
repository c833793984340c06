/** Chosen steps of a histogram: from the edge before the first to the edge behind the last, `0 ≤ first < last ≤ steps`. */
export interface BrushRange {
  readonly first: number;
  readonly last: number;
}

export type BrushHandle = 'first' | 'last' | 'window';

/** Moves one end, or both with the same length between them, as far as the histogram goes. At least one step stays. */
export function movedBy(range: BrushRange, handle: BrushHandle, by: number, steps: number): BrushRange {
  const { first, last } = range;
  if (handle === 'first') return { first: clamp(first + by, 0, last - 1), last };
  if (handle === 'last') return { first, last: clamp(last + by, first + 1, steps) };
  const possible = clamp(by, -first, steps - last);
  return { first: first + possible, last: last + possible };
}

/** What a drag from one place to another chooses; places are shares of the width, from 0 to 1. */
export function drawnRange(from: number, to: number, steps: number): BrushRange {
  const [low, high] = from <= to ? [from, to] : [to, from];
  const first = clamp(Math.floor(low * steps), 0, steps - 1);
  return { first, last: clamp(Math.ceil(high * steps), first + 1, steps) };
}

/**
 * The steps that a period touches.
 * @param edges where steps begin and the last one ends, Unix milliseconds, ascending
 */
export function rangeOfPeriod(edges: readonly number[], since: number, until: number): BrushRange {
  const steps = Math.max(1, edges.length - 1);
  const begun = edges.findLastIndex((edge) => edge <= since);
  const ended = edges.findIndex((edge) => edge >= until);
  const first = clamp(begun, 0, steps - 1);
  return { first, last: clamp(ended === -1 ? steps : ended, first + 1, steps) };
}

/** How far a key moves a handle, in steps; null: the key means nothing here. */
export function stepsOfKey(key: string, steps: number): number | null {
  const leap = Math.max(2, Math.round(steps / 12));
  const by: Record<string, number> = {
    ArrowLeft: -1,
    ArrowDown: -1,
    ArrowRight: 1,
    ArrowUp: 1,
    PageDown: -leap,
    PageUp: leap,
    Home: -steps,
    End: steps,
  };
  return by[key] ?? null;
}

function clamp(value: number, least: number, most: number): number {
  return Math.max(least, Math.min(value, most));
}
