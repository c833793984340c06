import type {
  IntakeFigures,
  ReviewerQualityList,
  ViolationCasePage,
} from '@amaan/contracts/violations/api-violation-cases';
import type {
  CaseEvidenceKey,
  CaseReviewInput,
  HoldDecisionInput,
  ViolationCaseState,
  ViolationCaseView,
} from '@amaan/contracts/violations/violation-case';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Everything about cases of violations, to be read anew when one of them changes. */
export const violationsKey = ['violations'];
/** Cases open as vehicles drive, and nobody pushes them. */
const AGAIN_MS = 20_000;

/** Cases of one state: open ones oldest first, decided ones newest first. */
export const violationCasesQuery = (filters: {
  readonly state: ViolationCaseState;
  readonly siteId?: string;
  /** Only those that one has not answered oneself. */
  readonly unanswered?: 'true';
}) =>
  infiniteQueryOptions({
    queryKey: [...violationsKey, 'list', filters],
    queryFn: ({ pageParam }) =>
      unwrap<ViolationCasePage>(
        api.GET('/api/violations/cases', {
          params: { query: { ...filters, ...(pageParam && { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    refetchInterval: AGAIN_MS,
  });

/** A case with all of its evidence. Each reading is recorded. */
export const violationQuery = (id: string) =>
  queryOptions({
    queryKey: [...violationsKey, id],
    queryFn: () =>
      unwrap<ViolationCaseView>(api.GET('/api/violations/cases/{id}', { params: { path: { id } } })),
    // While its pictures are being masked nobody may decide: that ends by itself.
    refetchInterval: ({ state: { data } }) => (data?.mayNot === 'evidence-not-ready' ? 3_000 : false),
  });

/** A masked picture or clip of a case, or the plate of its vehicle. */
export const caseEvidenceUrl = (id: string, key: CaseEvidenceKey) =>
  `/api/violations/cases/${id}/evidence/${key}`;

export const reviewViolation = (id: string, body: CaseReviewInput) =>
  unwrap<ViolationCaseView>(
    api.POST('/api/violations/cases/{id}/review', { params: { path: { id } }, body }),
  );

export const decideHold = (id: string, body: HoldDecisionInput) =>
  unwrap<ViolationCaseView>(
    api.POST('/api/violations/cases/{id}/hold-decision', { params: { path: { id } }, body }),
  );

/** What became of what was suspected. */
export const intakeFiguresQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...violationsKey, 'intake', from, to],
    queryFn: () =>
      unwrap<IntakeFigures>(api.GET('/api/violations/intake', { params: { query: { from, to } } })),
  });

/** What reviewers did, each with how often they were wrong. */
export const reviewerQualityQuery = (from: string, to: string) =>
  queryOptions({
    queryKey: [...violationsKey, 'reviewers', from, to],
    queryFn: () =>
      unwrap<ReviewerQualityList>(api.GET('/api/violations/reviewers', { params: { query: { from, to } } })),
  });
