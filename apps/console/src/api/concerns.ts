import type {
  ConcernInput,
  ConcernProgress,
  ConcernReceipt,
  StaffConcernInput,
} from '@amaan/contracts/governance/concern';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { RecordInFlow, RecordStepInput } from '@amaan/contracts/governance/record-step';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

export const concernsQuery = queryOptions({
  queryKey: ['concerns'],
  queryFn: () => unwrap<GovernanceRecord[]>(api.GET('/api/concerns')),
});

export const concernQuery = (id: string) =>
  queryOptions({
    queryKey: ['concerns', id],
    queryFn: () =>
      unwrap<RecordInFlow & { contact: string | null }>(
        api.GET('/api/concerns/{id}', { params: { path: { id } } }),
      ),
  });

export const answerConcern = (id: string, body: { seen: number; answer: string }) =>
  unwrap<GovernanceRecord>(api.PUT('/api/concerns/{id}/answer', { params: { path: { id } }, body }));

export const stepConcern = (id: string, body: RecordStepInput) =>
  unwrap<RecordInFlow>(api.POST('/api/concerns/{id}/steps', { params: { path: { id } }, body }));

export const raiseConcern = (body: StaffConcernInput) =>
  unwrap<ConcernReceipt>(api.POST('/api/concerns', { body: body as BodyOf<paths['/api/concerns']['post']> }));

export const raisePublicConcern = (body: ConcernInput) =>
  unwrap<ConcernReceipt>(
    api.POST('/api/public/concerns', { body: body as BodyOf<paths['/api/public/concerns']['post']> }),
  );

export const followConcern = (body: ConcernReceipt) =>
  unwrap<ConcernProgress>(api.POST('/api/public/concerns/progress', { body }));
