import type { FaceMatch, FaceMatchPicture } from '@amaan/contracts/faces/matches/face-match';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

type MatchQuery = NonNullable<paths['/api/face-matches']['get']['parameters']['query']>;

export type MatchFilters = Pick<MatchQuery, 'state' | 'waiting'>;

const MATCHES_PER_PAGE = 50;

/** Everything about possible matches, to be read anew when one of them changes. */
export const faceMatchesKey = ['face-matches'];

/** The possible matches of one's sites, or of the case that one reads for, newest first. */
export const faceMatchesQuery = (filters: MatchFilters) =>
  infiniteQueryOptions({
    queryKey: [...faceMatchesKey, 'list', filters],
    queryFn: ({ pageParam }) =>
      unwrap<FaceMatch[]>(
        api.GET('/api/face-matches', {
          params: { query: { ...filters, limit: MATCHES_PER_PAGE, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < MATCHES_PER_PAGE ? null : page.at(-1)?.id),
  });

export const faceMatchQuery = (id: string) =>
  queryOptions({
    queryKey: [...faceMatchesKey, id],
    queryFn: () => unwrap<FaceMatch>(api.GET('/api/face-matches/{id}', { params: { path: { id } } })),
  });

/** A picture of a match. Every reading of it is recorded. */
export const faceMatchPictureUrl = (id: string, picture: FaceMatchPicture) =>
  `/api/face-matches/${id}/pictures/${picture}`;

export type MatchAnswerBody = BodyOf<paths['/api/face-matches/{id}/answers']['post']>;

/** What one of the two reviewers says. */
export const answerFaceMatch = (id: string, body: MatchAnswerBody) =>
  unwrap<FaceMatch>(api.POST('/api/face-matches/{id}/answers', { params: { path: { id } }, body }));

/** What a supervisor says where the two did not agree. */
export const ruleFaceMatch = (id: string, body: MatchAnswerBody) =>
  unwrap<FaceMatch>(api.POST('/api/face-matches/{id}/ruling', { params: { path: { id } }, body }));
