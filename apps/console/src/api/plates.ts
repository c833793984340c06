import type { ConvoyCandidate, Journey, NextCamera } from '@amaan/contracts/plates/journey';
import type { PlateHold } from '@amaan/contracts/plates/plate-hold';
import type { PlateSearchRecord, PlateSearchResult, Sighting } from '@amaan/contracts/plates/sighting';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** What live reads can be narrowed by. */
export type ReadFilters = Omit<
  NonNullable<paths['/api/plates/reads']['get']['parameters']['query']>,
  'after' | 'limit'
>;

/** So many of the newest reads are on the page; older ones are found by searching. */
export const READS_SHOWN = 200;

export const readsKey = ['plates', 'reads'] as const;

/** The reads of the last fifteen minutes, newest first. */
export const readsQuery = (filters: ReadFilters) =>
  queryOptions({
    queryKey: [...readsKey, filters],
    queryFn: () =>
      unwrap<Sighting[]>(
        api.GET('/api/plates/reads', { params: { query: { ...filters, limit: READS_SHOWN } } }),
      ),
  });

/** A search as it is sent: what has a default may be left out. */
export type PlateSearchBody = BodyOf<paths['/api/plates/searches']['post']>;

export const searchPlates = (body: PlateSearchBody) =>
  unwrap<PlateSearchResult>(api.POST('/api/plates/searches', { body }));

export const findJourney = (body: BodyOf<paths['/api/plates/journeys']['post']>) =>
  unwrap<Journey>(api.POST('/api/plates/journeys', { body }));

export const findConvoys = (body: BodyOf<paths['/api/plates/convoys']['post']>) =>
  unwrap<ConvoyCandidate[]>(api.POST('/api/plates/convoys', { body }));

export const sightingQuery = (id: string, capturedAt: string) =>
  queryOptions({
    queryKey: ['sighting', id],
    queryFn: () =>
      unwrap<Sighting>(api.GET('/api/sightings/{id}', { params: { path: { id }, query: { capturedAt } } })),
  });

/** Where the crop of a sighting's plate is, or the picture around it; undefined where none was kept. */
export function sightingImageUrl(
  sighting: Pick<Sighting, 'id' | 'capturedAt' | 'crop' | 'picture'>,
  part: 'crop' | 'picture',
): string | undefined {
  if (sighting[part] === null) return undefined;
  return `/api/sightings/${sighting.id}/${part}?${new URLSearchParams({ capturedAt: sighting.capturedAt })}`;
}

export const correctSighting = (
  { id, capturedAt }: Pick<Sighting, 'id' | 'capturedAt'>,
  body: BodyOf<paths['/api/sightings/{id}/correction']['put']>,
) =>
  unwrap<Sighting>(
    api.PUT('/api/sightings/{id}/correction', { params: { path: { id }, query: { capturedAt } }, body }),
  );

export const plateSearchesKey = ['plates', 'searches'] as const;

/** The searches on record that one may see. */
export const plateSearchesQuery = queryOptions({
  queryKey: plateSearchesKey,
  queryFn: () => unwrap<PlateSearchRecord[]>(api.GET('/api/plates/searches')),
});

export const holdsKey = ['plates', 'holds'] as const;

/** Keeps the sightings of a plate for a case beyond the retention time. */
export const holdPlate = (caseId: string, body: BodyOf<paths['/api/cases/{id}/plate-holds']['post']>) =>
  unwrap<PlateHold[]>(api.POST('/api/cases/{id}/plate-holds', { params: { path: { id: caseId } }, body }));

/** The plates that a case holds. */
export const plateHoldsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...holdsKey, caseId],
    queryFn: () =>
      unwrap<PlateHold[]>(api.GET('/api/cases/{id}/plate-holds', { params: { path: { id: caseId } } })),
  });

/** Lets a held plate go: its sightings are deleted when their time is over. */
export const liftHold = (caseId: string, holdId: string) =>
  unwrap<PlateHold[]>(
    api.DELETE('/api/cases/{id}/plate-holds/{holdId}', { params: { path: { id: caseId, holdId } } }),
  );

/** Cameras that the vehicle of an alert can come past next. */
export const nextCamerasQuery = (alertId: string) =>
  queryOptions({
    queryKey: ['alert', alertId, 'next-cameras'],
    queryFn: () =>
      unwrap<NextCamera[]>(
        api.GET('/api/alerts/{id}/reachable-cameras', { params: { path: { id: alertId } } }),
      ),
    staleTime: 5 * 60_000,
  });
