import type { Analysis, AnalysisDetails, CrimeStanding } from '@amaan/contracts/crime/analysis';
import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import type { AnalysisQuestion, IncidentSelection } from '@amaan/contracts/crime/analysis-question';
import type { BoundarySet } from '@amaan/contracts/crime/boundary';
import type { IncidentPoints, IncidentSummary } from '@amaan/contracts/crime/incident';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** Everything about crime analytics, to be read anew when data or analyses change. */
export const crimeKey = ['crime'];
/** How often something that is computed is looked at. */
const LOOK_MS = 1_000;

/** Whether something is still being computed. */
export const isGoing = ({ state }: Pick<Analysis, 'state'>) => state === 'waiting' || state === 'running';

/** Whether the system may run. */
export const crimeStandingQuery = queryOptions({
  queryKey: [...crimeKey, 'standing'],
  queryFn: () => unwrap<CrimeStanding>(api.GET('/api/crime/standing')),
  staleTime: 10_000,
});

/** What is stored of a site: how much, from when to when, of what. */
export const incidentSummaryQuery = (siteId: string, simulated: boolean) =>
  queryOptions({
    queryKey: [...crimeKey, 'summary', siteId, simulated],
    queryFn: () =>
      unwrap<IncidentSummary>(
        api.GET('/api/crime/incidents/summary', {
          params: { query: { siteId, simulated: simulated ? 'true' : 'false' } },
        }),
      ),
  });

/** The newest density map of a site, for those who see nothing else; null where none was made. */
export const newestDensityQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'density', siteId],
    queryFn: async () => {
      const found = await unwrap<{ density: AnalysisDetails | null }>(
        api.GET('/api/crime/density', { params: { query: { siteId } } }),
      );
      return found.density;
    },
  });

/** Areas of police stations. */
export const boundariesQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'boundaries', siteId],
    queryFn: () => unwrap<BoundarySet>(api.GET('/api/crime/boundaries', { params: { query: { siteId } } })),
    staleTime: 5 * 60_000,
  });

/** Single incidents of a selection: moved a little, or, for a stated purpose and on record, where they happened. */
export const incidentPointsQuery = (selection: IncidentSelection, exact: boolean) =>
  queryOptions({
    queryKey: [...crimeKey, 'points', selection, exact],
    queryFn: () => {
      const { siteId, period, kinds, offences, boundaryIds, simulated } = selection;
      const query = {
        ...{ siteId, from: period.from, to: period.until },
        simulated: simulated ? ('true' as const) : ('false' as const),
        ...(kinds.length > 0 && { kinds: kinds.join('|') }),
        ...(offences.length > 0 && { offences: offences.join('|') }),
        ...(boundaryIds.length > 0 && { boundaryIds: boundaryIds.join('|') }),
      };
      return unwrap<IncidentPoints>(
        exact
          ? api.GET('/api/crime/incidents/exact', { params: { query } })
          : api.GET('/api/crime/incidents/points', { params: { query } }),
      );
    },
    // Each look at true places is on record: none is taken by itself.
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
  });

/** Asks; the same question on the same data has the same answer, which is there at once. */
export const askAnalysis = (question: AnalysisQuestion) =>
  unwrap<AnalysisDetails>(
    api.POST('/api/crime/analyses', {
      body: question as unknown as BodyOf<paths['/api/crime/analyses']['post']>,
    }),
  );

/** The analysis that a question begins, or whose answer is there. */
export const askedAnalysisQuery = (question: AnalysisQuestion) =>
  queryOptions({
    queryKey: [...crimeKey, 'asked', question],
    queryFn: () => askAnalysis(question),
    placeholderData: keepPreviousData,
  });

/** One analysis, looked at again and again until it is over. */
export const analysisQuery = (id: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'analysis', id],
    queryFn: () => unwrap<AnalysisDetails>(api.GET('/api/crime/analyses/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data === undefined || isGoing(data) ? LOOK_MS : false),
  });

/** The newest analyses of a kind. */
export const analysesQuery = (siteId: string, kind: AnalysisKind) =>
  queryOptions({
    queryKey: [...crimeKey, 'analyses', siteId, kind],
    queryFn: () =>
      unwrap<Analysis[]>(api.GET('/api/crime/analyses', { params: { query: { siteId, kind, limit: 50 } } })),
    refetchInterval: ({ state: { data } }) => (data?.some(isGoing) ? 2 * LOOK_MS : false),
  });

export const cancelAnalysis = (id: string) =>
  unwrap<AnalysisDetails>(api.POST('/api/crime/analyses/{id}/cancel', { params: { path: { id } } }));

/** Where an analysis lies as a file; the browser saves it. */
export const analysisExportUrl = (id: string, format: 'geojson' | 'csv') =>
  `/api/crime/analyses/${id}/export?format=${format}`;
