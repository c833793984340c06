import type { MaskedEvidenceReport } from '@amaan/contracts/redaction/masked-evidence';
import type { Unmasking, UnmaskingTerms, UnmaskSubject } from '@amaan/contracts/redaction/unmasking';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

type UnmaskingQuery = NonNullable<paths['/api/unmaskings']['get']['parameters']['query']>;

const PER_PAGE = 50;
/** One ends by itself when its time is over. */
const AGAIN_MS = 30_000;

/** Everything about un-maskings, to be read anew when one of them changes. */
export const unmaskingsKey = ['unmaskings'];

/** What one asked for, or all of one's sites for who decides; newest first. */
export const unmaskingsQuery = (filters: Pick<UnmaskingQuery, 'state'>) =>
  infiniteQueryOptions({
    queryKey: [...unmaskingsKey, 'list', filters],
    queryFn: ({ pageParam }) =>
      unwrap<Unmasking[]>(
        api.GET('/api/unmaskings', {
          params: { query: { ...filters, limit: PER_PAGE, ...(pageParam && { after: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => (page.length < PER_PAGE ? null : page.at(-1)?.id),
    refetchInterval: AGAIN_MS,
  });

/** What is open to oneself, or waits for a second person. */
export const ownUnmaskingsQuery = queryOptions({
  queryKey: [...unmaskingsKey, 'own'],
  queryFn: async () => {
    const states = ['waiting', 'in-force'] as const;
    const found = states.map((state) =>
      unwrap<Unmasking[]>(
        api.GET('/api/unmaskings', { params: { query: { state, mine: 'true', limit: 200 } } }),
      ),
    );
    return (await Promise.all(found)).flat();
  },
  refetchInterval: AGAIN_MS,
});

export const unmaskingQuery = (id: string) =>
  queryOptions({
    queryKey: [...unmaskingsKey, id],
    queryFn: () => unwrap<Unmasking>(api.GET('/api/unmaskings/{id}', { params: { path: { id } } })),
    refetchInterval: AGAIN_MS,
  });

/** How much one may see today without a second person. */
export const unmaskingTermsQuery = queryOptions({
  queryKey: [...unmaskingsKey, 'terms'],
  queryFn: () => unwrap<UnmaskingTerms>(api.GET('/api/unmaskings/terms')),
});

export const askToUnmask = (body: { caseId: string; reason: string; subject: UnmaskSubject }) =>
  unwrap<Unmasking>(api.POST('/api/unmaskings', { body }));

export const decideUnmasking = (id: string, body: BodyOf<paths['/api/unmaskings/{id}/decision']['post']>) =>
  unwrap<Unmasking>(api.POST('/api/unmaskings/{id}/decision', { params: { path: { id } }, body }));

export const revokeUnmasking = (id: string, reason: string) =>
  unwrap<Unmasking>(
    api.POST('/api/unmaskings/{id}/revocation', { params: { path: { id } }, body: { reason } }),
  );

type EvidenceSubject = Extract<UnmaskSubject, { kind: 'evidence' }>;

/** What was covered in the masked version of an item. */
export const maskingReportQuery = ({ observationId, evidence }: EvidenceSubject) =>
  queryOptions({
    queryKey: ['masking-report', observationId, evidence],
    queryFn: () =>
      unwrap<MaskedEvidenceReport>(
        api.GET('/api/evidence/{observationId}/{kind}/masking-report', {
          params: { path: { observationId, kind: evidence } },
        }),
      ),
  });

/** The address of a picture with more said about it. */
export function withView(
  url: string,
  view: { readonly original?: boolean; readonly download?: boolean },
): string {
  const asked = new URLSearchParams({
    ...(view.original === true && { view: 'original' }),
    ...(view.download === true && { download: 'true' }),
  }).toString();
  return asked === '' ? url : `${url}${url.includes('?') ? '&' : '?'}${asked}`;
}
