import type { AuditDrawInput, AuditProgramme, AuditSample } from '@amaan/contracts/governance/audit';
import type { ReviewPeriod } from '@amaan/contracts/governance/management-review';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { RecordInFlow, RecordStepInput } from '@amaan/contracts/governance/record-step';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

/** Records that are worked on step by step, by the name of their kind. */
export type FlowKind = 'incident' | 'nonconformity' | 'corrective-action' | 'audit' | 'management-review';

/** The routes of every kind have the same shape: those of incidents stand for all of them. */
const PATHS = {
  incident: '/api/incidents',
  nonconformity: '/api/nonconformities' as '/api/incidents',
  'corrective-action': '/api/corrective-actions' as '/api/incidents',
  audit: '/api/audits' as '/api/incidents',
  'management-review': '/api/management-reviews' as '/api/incidents',
} as const satisfies Record<FlowKind, '/api/incidents'>;

/** What a person fills in of a record. */
export interface FlowDraft {
  readonly title: string;
  readonly system: string | null;
  readonly owner: string | null;
  readonly reviewAt: string | null;
  readonly note: string;
  readonly body: Record<string, unknown>;
}

export const flowListQuery = (kind: FlowKind) =>
  queryOptions({
    queryKey: ['flow', kind],
    queryFn: () => unwrap<GovernanceRecord[]>(api.GET(PATHS[kind])),
  });

export const flowQuery = (kind: FlowKind, id: string) =>
  queryOptions({
    queryKey: ['flow', kind, id],
    queryFn: () =>
      unwrap<RecordInFlow>(
        api.GET(`${PATHS[kind]}/{id}` as '/api/incidents/{id}', { params: { path: { id } } }),
      ),
  });

export const openFlow = (kind: FlowKind, draft: FlowDraft) =>
  unwrap<GovernanceRecord>(api.POST(PATHS[kind], { body: draft as never }));

export const reviseFlow = (kind: FlowKind, id: string, { system: _, ...draft }: FlowDraft, seen: number) =>
  unwrap<GovernanceRecord>(
    api.PUT(`${PATHS[kind]}/{id}` as '/api/incidents/{id}', {
      params: { path: { id } },
      body: { ...draft, seen } as never,
    }),
  );

export const stepFlow = (kind: FlowKind, id: string, body: RecordStepInput) =>
  unwrap<RecordInFlow>(
    api.POST(`${PATHS[kind]}/{id}/steps` as '/api/incidents/{id}/steps', { params: { path: { id } }, body }),
  );

export const drawSample = (id: string, body: AuditDrawInput) =>
  unwrap<GovernanceRecord>(api.POST('/api/audits/{id}/sample', { params: { path: { id } }, body }));

export const judgeSample = (id: string, body: AuditSample) =>
  unwrap<GovernanceRecord>(api.PUT('/api/audits/{id}/sample', { params: { path: { id } }, body }));

export const prepareReview = (body: ReviewPeriod) =>
  unwrap<GovernanceRecord>(api.POST('/api/management-reviews', { body }));

export const auditProgrammeQuery = (year: number) =>
  queryOptions({
    queryKey: ['flow', 'audit', 'programme', year],
    queryFn: () => unwrap<AuditProgramme>(api.GET('/api/audits/programme', { params: { query: { year } } })),
  });

/** What an incident begins with: a concern or an alert. */
export interface IncidentOrigin {
  readonly kind: 'concern' | 'alert';
  readonly id: string;
}

export type IncidentWords = BodyOf<paths['/api/concerns/{id}/incidents']['post']>;

export const openIncidentFrom = ({ kind, id }: IncidentOrigin, body: IncidentWords) =>
  unwrap<GovernanceRecord>(
    kind === 'concern'
      ? api.POST('/api/concerns/{id}/incidents', { params: { path: { id } }, body })
      : api.POST('/api/alerts/{id}/incidents', { params: { path: { id } }, body }),
  );
