import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { CrimeSearch } from './crime-search.ts';

/** Without a period the last year of what is stored is looked at. */
const DEFAULT_MONTHS = 12;

/**
 * The selection that an address means.
 * @param simulated whether simulated incidents are asked for: the two are never counted together
 * @param edges where the months of what is stored begin and the last one ends, Unix milliseconds
 */
export function selectionOf(
  { since, until, kinds = [], offences = [], areas = [], officer }: CrimeSearch,
  siteId: string,
  simulated: boolean,
  edges: readonly number[],
): IncidentSelection {
  const start = edges[Math.max(0, edges.length - 1 - DEFAULT_MONTHS)]!;
  return {
    siteId,
    period: {
      from: since ?? new Date(start).toISOString(),
      until: until ?? new Date(edges.at(-1)!).toISOString(),
    },
    ...{ kinds, offences, boundaryIds: areas, simulated },
    officerInitiated: officer === undefined ? null : { reason: officer },
  };
}
