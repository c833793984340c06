import type { AnalysisArea } from './analyses/analysis-data.ts';

/** What is fair to begin with: shares that sum to one. */
export interface FairShares {
  readonly by: 'population' | 'area';
  readonly shares: readonly number[];
}

/** Shares of people where they are known of every station area, else of ground. */
export function fairShares(areas: readonly Pick<AnalysisArea, 'population' | 'areaKm2'>[]): FairShares {
  const peopled = areas.length > 0 && areas.every(({ population }) => population !== null);
  const sizes = areas.map(({ population, areaKm2 }) => (peopled ? (population ?? 0) : areaKm2));
  const all = sizes.reduce((sum, size) => sum + size, 0);
  return { by: peopled ? 'population' : 'area', shares: sizes.map((size) => (all > 0 ? size / all : 0)) };
}
