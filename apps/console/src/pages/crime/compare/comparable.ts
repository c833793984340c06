import type { ComparisonResult } from '@amaan/contracts/crime/analysis-result';

type Area = ComparisonResult['areas'][number];
export type ComparableArea = Area & { readonly ratio: number; readonly low: number; readonly high: number };

/** Areas whose ratio can be drawn on a logarithmic scale, what changed most surely first. */
export function comparable(areas: readonly Area[]): ComparableArea[] {
  return bySurety(areas).filter(
    (area): area is ComparableArea =>
      area.ratio !== null && area.ratio > 0 && area.low !== null && area.low > 0 && area.high !== null,
  );
}

/** What changed first; among equals what is surer, then what has more incidents. */
export function bySurety(areas: readonly Area[]): Area[] {
  const unchanged = ({ change }: Area) => (change === 'none' ? 1 : 0);
  return areas.toSorted(
    (a, b) => unchanged(a) - unchanged(b) || a.q - b.q || b.before + b.after - (a.before + a.after),
  );
}
