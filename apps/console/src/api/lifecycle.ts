import type { SystemDetails } from '@amaan/contracts/api/system-details';
import type {
  LifecycleView,
  TransitionDecisionInput,
  TransitionRequestInput,
} from '@amaan/contracts/governance/lifecycle';
import type { SystemEntryInput } from '@amaan/contracts/governance/system-entry';
import type { ValidationInput, ValidationView } from '@amaan/contracts/governance/validation';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

const pathOf = (id: string) => ({ params: { path: { id } } });

/** Everything about one system lies under this key, so that one call refreshes its page. */
export const systemKey = (id: string) => ['systems', id] as const;

export const systemQuery = (id: string) =>
  queryOptions({
    queryKey: [...systemKey(id), 'details'],
    queryFn: () => unwrap<SystemDetails>(api.GET('/api/systems/{id}', pathOf(id))),
  });

export const lifecycleQuery = (id: string) =>
  queryOptions({
    queryKey: [...systemKey(id), 'lifecycle'],
    queryFn: () => unwrap<LifecycleView>(api.GET('/api/systems/{id}/lifecycle', pathOf(id))),
  });

export const validationsQuery = (id: string) =>
  queryOptions({
    queryKey: [...systemKey(id), 'validations'],
    queryFn: () => unwrap<ValidationView[]>(api.GET('/api/systems/{id}/validations', pathOf(id))),
  });

export const describeSystem = (id: string, body: SystemEntryInput) =>
  unwrap<SystemDetails>(api.PUT('/api/systems/{id}/entry', { ...pathOf(id), body }));

export const requestStage = (id: string, body: TransitionRequestInput) =>
  unwrap<LifecycleView>(api.POST('/api/systems/{id}/lifecycle/requests', { ...pathOf(id), body }));

export const decideRequest = (id: string, requestId: string, body: TransitionDecisionInput) =>
  unwrap<LifecycleView>(
    api.POST('/api/systems/{id}/lifecycle/requests/{requestId}/decisions', {
      params: { path: { id, requestId } },
      body,
    }),
  );

export const withdrawRequest = (id: string, requestId: string) =>
  unwrap<LifecycleView>(
    api.POST('/api/systems/{id}/lifecycle/requests/{requestId}/withdraw', {
      params: { path: { id, requestId } },
    }),
  );

export const recordValidation = (id: string, body: ValidationInput) =>
  unwrap<ValidationView>(api.POST('/api/systems/{id}/validations', { ...pathOf(id), body }));
