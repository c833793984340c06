import type { CorridorMeasures } from '@amaan/contracts/traffic/api-corridor';
import type { SeriesPoint } from '@amaan/contracts/traffic/api-lanes';

/** Where a stop's band lies along the corridor, as fractions of its length from its beginning. */
export interface Band {
  readonly from: number;
  readonly to: number;
}

/**
 * The part of a corridor that each of its stops stands for: half the way to its neighbours. Where a distance is not
 * known all bands are equally wide, because a wrong scale is worse than none.
 * @param metres of each stop from the first one
 */
export function bandsOf(metres: readonly (number | null)[]): {
  readonly bands: Band[];
  readonly toScale: boolean;
} {
  const count = metres.length;
  const known = metres.every((value) => value !== null) ? (metres as number[]) : null;
  const length = known ? (known.at(-1) ?? 0) : 0;
  if (known === null || length <= 0 || count < 2) {
    const bands = metres.map((_, index) => ({ from: index / count, to: (index + 1) / count }));
    return { bands, toScale: false };
  }
  const edge = (index: number) => (known[index - 1]! + known[index]!) / 2 / length;
  return {
    toScale: true,
    bands: known.map((_, index) => ({
      from: index === 0 ? 0 : edge(index),
      to: index === count - 1 ? 1 : edge(index + 1),
    })),
  };
}

/**
 * Seconds that driving the whole corridor takes, interval by interval: the legs added up. Null where one leg is not
 * known, because a part of a way is not the way.
 */
export function wholeTravelTimes({
  legs,
  stops,
}: CorridorMeasures): { from: string; seconds: number | null }[] {
  const points: readonly SeriesPoint[] = stops[0]?.points ?? [];
  return points.map(({ from }, index) => ({
    from,
    seconds: legs.reduce<number | null>((sum, { secondsBySpeed }) => {
      const seconds = secondsBySpeed[index] ?? null;
      return sum === null || seconds === null ? null : sum + seconds;
    }, 0),
  }));
}
