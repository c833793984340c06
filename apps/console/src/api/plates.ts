import type { ConvoyCandidate, Journey, NextCamera } from '@amaan/contracts/plates/journey';
import type { PlateHold } from '@amaan/contracts/plates/plate-hold';
import type {
  PlateCorrectionInput,
  PlateSearchInput,
  PlateSearchRecord,
  PlateSearchResult,
  Sighting,
} from '@amaan/contracts/plates/sighting';
import { queryOptions } from '@tanstack/react-query';
import type { z } from 'zod';
import { call, pathWith } from './call.ts';

/** What live reads can be narrowed by. */
export interface ReadFilters {
  readonly cameraId?: string;
  readonly siteId?: string;
  readonly class?: string;
  readonly colour?: string;
  readonly leastConfidence?: number;
}

/** So many of the newest reads are on the page; older ones are found by searching. */
export const READS_SHOWN = 200;

export const readsKey = ['plates', 'reads'] as const;

/** The reads of the last fifteen minutes, newest first. */
export const readsQuery = (filters: ReadFilters) =>
  queryOptions({
    queryKey: [...readsKey, filters],
    queryFn: () => call<Sighting[]>('GET', pathWith('/api/plates/reads', { ...filters, limit: READS_SHOWN })),
  });

/** A search as it is sent: what has a default may be left out. */
export type PlateSearchBody = z.input<typeof PlateSearchInput>;

export const searchPlates = (body: PlateSearchBody) =>
  call<PlateSearchResult>('POST', '/api/plates/searches', body);

/** What a journey or a convoy is asked for. */
export interface JourneyBody {
  readonly plate: string;
  readonly from: string;
  readonly to: string;
  readonly reason: string;
}

export const findJourney = (body: JourneyBody) => call<Journey>('POST', '/api/plates/journeys', body);

export const findConvoys = (body: JourneyBody & { readonly cameras: number; readonly seconds: number }) =>
  call<ConvoyCandidate[]>('POST', '/api/plates/convoys', body);

const sightingPath = (id: string, capturedAt: string, part = '') =>
  pathWith(`/api/sightings/${id}${part}`, { capturedAt });

export const sightingQuery = (id: string, capturedAt: string) =>
  queryOptions({
    queryKey: ['sighting', id],
    queryFn: () => call<Sighting>('GET', sightingPath(id, capturedAt)),
  });

/** Where the crop of a sighting's plate is, or the picture around it; undefined where none was kept. */
export function sightingImageUrl(
  sighting: Pick<Sighting, 'id' | 'capturedAt' | 'crop' | 'picture'>,
  part: 'crop' | 'picture',
): string | undefined {
  return sighting[part] === null ? undefined : sightingPath(sighting.id, sighting.capturedAt, `/${part}`);
}

/** The picture of a sighting of which only the reference is known. */
export const pictureUrl = (id: string, capturedAt: string, part: 'crop' | 'picture') =>
  sightingPath(id, capturedAt, `/${part}`);

export const correctSighting = (
  { id, capturedAt }: Pick<Sighting, 'id' | 'capturedAt'>,
  body: z.input<typeof PlateCorrectionInput>,
) => call<Sighting>('PUT', sightingPath(id, capturedAt, '/correction'), body);

export const plateSearchesKey = ['plates', 'searches'] as const;

/** The searches on record that one may see. */
export const plateSearchesQuery = queryOptions({
  queryKey: plateSearchesKey,
  queryFn: () => call<PlateSearchRecord[]>('GET', '/api/plates/searches'),
});

export const holdsKey = ['plates', 'holds'] as const;

/** Keeps the sightings of a plate for a case beyond the retention time. */
export const holdPlate = (
  caseId: string,
  body: { readonly plate: string; readonly from: string; readonly to: string },
) => call<unknown>('POST', `/api/cases/${caseId}/plate-holds`, body);

/** The plates that a case holds. */
export const plateHoldsQuery = (caseId: string) =>
  queryOptions({
    queryKey: [...holdsKey, caseId],
    queryFn: () => call<PlateHold[]>('GET', `/api/cases/${caseId}/plate-holds`),
  });

/** Lets a held plate go: its sightings are deleted when their time is over. */
export const liftHold = (caseId: string, holdId: string) =>
  call<PlateHold[]>('DELETE', `/api/cases/${caseId}/plate-holds/${holdId}`);

/** Cameras that the vehicle of an alert can come past next. */
export const nextCamerasQuery = (alertId: string) =>
  queryOptions({
    queryKey: ['alert', alertId, 'next-cameras'],
    queryFn: () => call<NextCamera[]>('GET', `/api/alerts/${alertId}/reachable-cameras`),
    staleTime: 5 * 60_000,
  });
