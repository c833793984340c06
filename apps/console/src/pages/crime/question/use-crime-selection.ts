import type { IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { IncidentSummary } from '@amaan/contracts/crime/incident';
import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { incidentSummaryQuery } from '../../../api/crime.ts';
import { sitesQuery } from '../../../api/platform.ts';
import { monthSteps } from '../brush/month-steps.ts';
import type { TimeSteps } from '../brush/time-brush.tsx';
import { useCrimeSite } from '../use-crime-site.ts';
import type { CrimeSearch } from './crime-search.ts';
import { selectionOf } from './selection-of.ts';

export interface CrimeSelectionState {
  /** The site that is looked at; undefined while sites are not known, or where there is none. */
  readonly siteId: string | undefined;
  readonly siteName: string;
  /** There is no site that one works for. */
  readonly noSite: boolean;
  /** Whether simulated incidents are looked at. */
  readonly simulated: boolean;
  /** Whether there are both reported and simulated ones, so that one can choose. */
  readonly both: boolean;
  readonly summary: IncidentSummary | undefined;
  /** What is stored over time; null: nothing is stored. Undefined: not known yet. */
  readonly steps: TimeSteps | null | undefined;
  /** Null: there is nothing to ask about yet. */
  readonly selection: IncidentSelection | null;
  readonly error: Error | null;
  readonly retry: () => void;
}

/** Which incidents the address speaks of, at the site that the shell has chosen or the first one that one works for. */
export function useCrimeSelection(search: CrimeSearch): CrimeSelectionState {
  const chosen = useCrimeSite();
  const siteId = chosen?.id;
  const { isSuccess } = useQuery(sitesQuery);
  const enabled = siteId !== undefined;
  const reported = useQuery({ ...incidentSummaryQuery(siteId ?? '', false), enabled });
  const made = useQuery({ ...incidentSummaryQuery(siteId ?? '', true), enabled });
  const hasReported = (reported.data?.incidents ?? 0) > 0;
  const hasMade = (made.data?.incidents ?? 0) > 0;
  const simulated = search.made ?? (reported.isSuccess && !hasReported && hasMade);
  const known = reported.isSuccess && made.isSuccess;
  const summary = known ? (simulated ? made.data : reported.data) : undefined;
  const steps = useMemo(() => (summary === undefined ? undefined : monthSteps(summary)), [summary]);
  const key = JSON.stringify(search);
  const selection = useMemo(
    () =>
      siteId && steps ? selectionOf(JSON.parse(key) as CrimeSearch, siteId, simulated, steps.edges) : null,
    [siteId, simulated, steps, key],
  );
  return {
    ...{
      siteId,
      siteName: chosen?.name ?? '',
      noSite: isSuccess && !enabled,
      simulated,
      both: hasReported && hasMade,
    },
    ...{ summary, steps, selection, error: reported.error ?? made.error },
    retry: () => void Promise.all([reported.refetch(), made.refetch()]),
  };
}
