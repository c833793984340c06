import type { AccessReport, AccessRules } from '@amaan/contracts/api/access-report';
import type { SessionView } from '@amaan/contracts/api/session-view';
import type { CreatedUserAccount, UserAccount } from '@amaan/contracts/api/user-account';
import type { CaseCandidate, CaseFile, CaseFileDetail, CaseFileInput } from '@amaan/contracts/case-file';
import type { CurrentPurpose, PurposeInput, StatedPurposeView } from '@amaan/contracts/stated-purpose';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

export const changeUser = (id: string, body: BodyOf<paths['/api/users/{id}']['patch']>) =>
  unwrap<UserAccount>(api.PATCH('/api/users/{id}', { params: { path: { id } }, body }));

export const resetUserPassword = (id: string) =>
  unwrap<CreatedUserAccount>(api.POST('/api/users/{id}/one-time-password', { params: { path: { id } } }));

export const endUserSessions = (id: string) =>
  unwrap<{ readonly ended: number }>(api.DELETE('/api/users/{id}/sessions', { params: { path: { id } } }));

export const removeSecondFactor = (id: string) =>
  unwrap<null>(api.DELETE('/api/users/{id}/second-factor', { params: { path: { id } } }));

export const accessRulesQuery = queryOptions({
  queryKey: ['access', 'rules'],
  queryFn: () => unwrap<AccessRules>(api.GET('/api/access/policies')),
  staleTime: 5 * 60_000,
});

/** Who could do what on a day (UTC). */
export const accessReportQuery = (day: string) =>
  queryOptions({
    queryKey: ['access', 'report', day],
    queryFn: () => unwrap<AccessReport>(api.GET('/api/access/report', { params: { query: { day } } })),
  });

export const casesQuery = queryOptions({
  queryKey: ['cases'],
  queryFn: () => unwrap<CaseFile[]>(api.GET('/api/cases')),
});

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['cases', id],
    queryFn: () => unwrap<CaseFileDetail>(api.GET('/api/cases/{id}', { params: { path: { id } } })),
  });

export const caseCandidatesQuery = (siteId: string) =>
  queryOptions({
    queryKey: ['cases', 'candidates', siteId],
    queryFn: () =>
      unwrap<CaseCandidate[]>(api.GET('/api/cases/candidates', { params: { query: { siteId } } })),
  });

export const openCase = (body: CaseFileInput) => unwrap<CaseFile>(api.POST('/api/cases', { body }));

export const closeCase = (id: string, closed: boolean) =>
  unwrap<CaseFile>(api.PATCH('/api/cases/{id}', { params: { path: { id } }, body: { closed } }));

export const addCaseMember = (id: string, userId: string) =>
  unwrap<CaseFile>(api.POST('/api/cases/{id}/members', { params: { path: { id } }, body: { userId } }));

export const removeCaseMember = (id: string, userId: string) =>
  unwrap<CaseFile>(api.DELETE('/api/cases/{id}/members/{userId}', { params: { path: { id, userId } } }));

export const attachAlert = (id: string, alertId: string) =>
  unwrap<CaseFile>(api.POST('/api/cases/{id}/alerts', { params: { path: { id } }, body: { alertId } }));

export const purposeQuery = queryOptions({
  queryKey: ['purpose'],
  queryFn: () => unwrap<CurrentPurpose>(api.GET('/api/purposes/current')),
  refetchInterval: 60_000,
});

export const statePurpose = (body: PurposeInput) =>
  unwrap<StatedPurposeView>(api.POST('/api/purposes', { body }));

export const endPurpose = () => unwrap<null>(api.DELETE('/api/purposes/current'));

export const userSessionsQuery = (id: string) =>
  queryOptions({
    queryKey: ['users', id, 'sessions'],
    queryFn: () => unwrap<SessionView[]>(api.GET('/api/users/{id}/sessions', { params: { path: { id } } })),
  });

export const endUserSession = (id: string, session: string) =>
  unwrap<null>(api.DELETE('/api/users/{id}/sessions/{session}', { params: { path: { id, session } } }));
