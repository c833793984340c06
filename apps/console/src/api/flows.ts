import type { AuditDrawInput, AuditSample } from '@amaan/contracts/governance/audit';
import type { ReviewPeriod } from '@amaan/contracts/governance/management-review';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { RecordInFlow, RecordStepInput } from '@amaan/contracts/governance/record-step';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

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
