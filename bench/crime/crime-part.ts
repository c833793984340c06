import type { Figure } from '../figure.ts';

/** Figures of one kind of analysis; a part yields them as it goes. */
export type CrimePart = () => AsyncIterable<Figure> | Iterable<Figure>;

/** A figure of the benchmark `crime`: a value that should be at most `atMost`, and what a plain version needs for the same. */
export function crimeFigure(
  name: string,
  value: number,
  unit: string,
  { atMost, floor }: { readonly atMost?: number | undefined; readonly floor?: number | undefined } = {},
): Figure {
  return {
    benchmark: 'crime',
    name,
    value,
    unit,
    ...(floor === undefined ? {} : { floor, ratio: value / floor }),
    ...(atMost === undefined ? {} : { aim: `≤ ${atMost} ${unit}`, met: value <= atMost }),
  };
}
