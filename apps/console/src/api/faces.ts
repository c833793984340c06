import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import type {
  EnrolledPicture,
  WatchlistEntry,
  WatchlistFinding,
  WatchlistPicture,
} from '@amaan/contracts/faces/watchlist-entry';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

type AuthorisationQuery = NonNullable<paths['/api/face-authorisations']['get']['parameters']['query']>;

const PER_PAGE = 50;

/** Everything about authorisations, to be read anew when one of them changes. */
export const authorisationsKey = ['face-authorisations'];

/** The authorisations of one's cases, or of one's sites for who approves; newest first. */
export const authorisationsQuery = (filters: Pick<AuthorisationQuery, 'state'>) =>
  infiniteQueryOptions({
    queryKey: [...authorisationsKey, 'list', filters],
    queryFn: ({ pageParam }) =>
      unwrap<FaceAuthorisation[]>(
        api.GET('/api/face-authorisations', {
          params: { query: { ...filters, limit: PER_PAGE, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < PER_PAGE ? null : page.at(-1)?.id),
    // One ends by itself when its time is over.
    refetchInterval: 30_000,
  });

export const authorisationQuery = (id: string) =>
  queryOptions({
    queryKey: [...authorisationsKey, id],
    queryFn: () =>
      unwrap<FaceAuthorisation>(api.GET('/api/face-authorisations/{id}', { params: { path: { id } } })),
    refetchInterval: 30_000,
  });

export type AuthorisationBody = BodyOf<paths['/api/face-authorisations']['post']>;

/** @param urgent in force at once, and dead after a day without a second person */
export const askForAuthorisation = (body: AuthorisationBody, urgent: boolean) =>
  unwrap<FaceAuthorisation>(
    urgent
      ? api.POST('/api/face-authorisations/urgent', { body })
      : api.POST('/api/face-authorisations', { body }),
  );

export const decideAuthorisation = (
  id: string,
  body: BodyOf<paths['/api/face-authorisations/{id}/decision']['post']>,
) =>
  unwrap<FaceAuthorisation>(
    api.POST('/api/face-authorisations/{id}/decision', { params: { path: { id } }, body }),
  );

export const revokeAuthorisation = (id: string, reason: string) =>
  unwrap<FaceAuthorisation>(
    api.POST('/api/face-authorisations/{id}/revocation', { params: { path: { id } }, body: { reason } }),
  );

export const watchlistsQuery = queryOptions({
  queryKey: ['watchlists'],
  queryFn: () => unwrap<Watchlist[]>(api.GET('/api/watchlists')),
});

export const watchlistQuery = (id: string) =>
  queryOptions({
    queryKey: ['watchlists', id],
    queryFn: () => unwrap<Watchlist>(api.GET('/api/watchlists/{id}', { params: { path: { id } } })),
  });

export type WatchlistBody = BodyOf<paths['/api/watchlists']['post']>;

export const createWatchlist = (body: WatchlistBody) =>
  unwrap<Watchlist>(api.POST('/api/watchlists', { body }));

/** A changed list keeps its site, and wants another review. */
export const changeWatchlist = (id: string, body: WatchlistBody) =>
  unwrap<Watchlist>(api.PUT('/api/watchlists/{id}', { params: { path: { id } }, body }));

export const reviewWatchlist = (id: string, body: BodyOf<paths['/api/watchlists/{id}/review']['post']>) =>
  unwrap<Watchlist>(api.POST('/api/watchlists/{id}/review', { params: { path: { id } }, body }));

export const destroyWatchlist = (id: string, reason: string) =>
  unwrap<null>(api.POST('/api/watchlists/{id}/destruction', { params: { path: { id } }, body: { reason } }));

export const findingsQuery = (watchlistId: string) =>
  queryOptions({
    queryKey: ['watchlists', watchlistId, 'findings'],
    queryFn: () =>
      unwrap<WatchlistFinding[]>(
        api.GET('/api/watchlists/{id}/findings', { params: { path: { id: watchlistId } } }),
      ),
  });

export const decideFinding = (
  watchlistId: string,
  findingId: string,
  decision: NonNullable<WatchlistFinding['decision']>,
) =>
  unwrap<WatchlistFinding>(
    api.POST('/api/watchlists/{id}/findings/{findingId}/decision', {
      params: { path: { id: watchlistId, findingId } },
      body: { decision },
    }),
  );

/** The people on a list, newest first. */
export const watchlistEntriesQuery = (watchlistId: string) =>
  infiniteQueryOptions({
    queryKey: ['watchlists', watchlistId, 'entries'],
    queryFn: ({ pageParam }) =>
      unwrap<WatchlistEntry[]>(
        api.GET('/api/watchlists/{id}/entries', {
          params: {
            path: { id: watchlistId },
            query: { limit: PER_PAGE, ...(pageParam && { after: pageParam }) },
          },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < PER_PAGE ? null : page.at(-1)?.id),
  });

/** Everybody on a list, newest first, for those who bring many pictures at once. */
export const everyWatchlistEntryQuery = (watchlistId: string) =>
  queryOptions({
    queryKey: ['watchlists', watchlistId, 'entries', 'every'],
    queryFn: async () => {
      const limit = 200;
      const entries: WatchlistEntry[] = [];
      for (let after = ''; ; after = entries.at(-1)!.id) {
        const query = { limit, ...(after && { after }) };
        const page = await unwrap<WatchlistEntry[]>(
          api.GET('/api/watchlists/{id}/entries', { params: { path: { id: watchlistId }, query } }),
        );
        entries.push(...page);
        if (page.length < limit) return entries;
      }
    },
  });

export const addWatchlistEntry = (
  watchlistId: string,
  body: BodyOf<paths['/api/watchlists/{id}/entries']['post']>,
) =>
  unwrap<WatchlistEntry>(
    api.POST('/api/watchlists/{id}/entries', { params: { path: { id: watchlistId } }, body }),
  );

export const decideWatchlistEntry = (
  { id: entryId, watchlistId }: Pick<WatchlistEntry, 'id' | 'watchlistId'>,
  body: BodyOf<paths['/api/watchlists/{id}/entries/{entryId}/decision']['post']>,
) =>
  unwrap<WatchlistEntry>(
    api.POST('/api/watchlists/{id}/entries/{entryId}/decision', {
      params: { path: { id: watchlistId, entryId } },
      body,
    }),
  );

export const removeWatchlistEntry = ({
  id: entryId,
  watchlistId,
}: Pick<WatchlistEntry, 'id' | 'watchlistId'>) =>
  unwrap<null>(
    api.DELETE('/api/watchlists/{id}/entries/{entryId}', { params: { path: { id: watchlistId, entryId } } }),
  );

/** The enrolled pictures of a person, without their pixels. */
export const watchlistPicturesQuery = (watchlistId: string, entryId: string) =>
  queryOptions({
    queryKey: ['watchlists', watchlistId, 'entries', entryId, 'pictures'],
    queryFn: () =>
      unwrap<WatchlistPicture[]>(
        api.GET('/api/watchlists/{id}/entries/{entryId}/pictures', {
          params: { path: { id: watchlistId, entryId } },
        }),
      ),
  });

export const enrolWatchlistPicture = (
  { id: entryId, watchlistId }: Pick<WatchlistEntry, 'id' | 'watchlistId'>,
  body: BodyOf<paths['/api/watchlists/{id}/entries/{entryId}/pictures']['post']>,
) =>
  unwrap<EnrolledPicture>(
    api.POST('/api/watchlists/{id}/entries/{entryId}/pictures', {
      params: { path: { id: watchlistId, entryId } },
      body,
    }),
  );

export const removeWatchlistPicture = ({ id: pictureId, entryId, watchlistId }: PictureKey) =>
  unwrap<null>(
    api.DELETE('/api/watchlists/{id}/entries/{entryId}/pictures/{pictureId}', {
      params: { path: { id: watchlistId, entryId, pictureId } },
    }),
  );

export type PictureKey = Pick<WatchlistPicture, 'id' | 'entryId' | 'watchlistId'>;

/** An enrolled picture. Every reading of it is recorded. */
export const watchlistPictureUrl = ({ id, entryId, watchlistId }: PictureKey) =>
  `/api/watchlists/${watchlistId}/entries/${entryId}/pictures/${id}/file`;
