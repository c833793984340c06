import type { GroundTruthInput, GroundTruthSet } from '@amaan/contracts/ground-truth';
import type {
  MonitoringReference,
  MonitoringRule,
  MonitoringRuleChange,
  ReferenceInput,
} from '@amaan/contracts/monitoring';
import type { MonitoringDetail, MonitoringOverview } from '@amaan/contracts/monitoring-views';
import { queryOptions } from '@tanstack/react-query';
import { api, type BodyOf, unwrap } from './client.ts';
import type { paths } from './schema.generated.ts';

export type MonitoringRuleBody = BodyOf<paths['/api/monitoring/rules/{id}']['put']>;

/** How soon the page shows what an evaluation found: it runs every minute. */
const REFRESH_MS = 30_000;

export const monitoringKey = ['monitoring'] as const;

export const monitoringQuery = queryOptions({
  queryKey: [...monitoringKey, 'overview'],
  queryFn: () => unwrap<MonitoringOverview>(api.GET('/api/monitoring')),
  refetchInterval: REFRESH_MS,
});

/** One AI system on one camera group. */
export interface MonitoredPlace {
  readonly system: string;
  readonly groupId: string;
  readonly simulated: boolean;
}

export const monitoringDetailQuery = ({ system, groupId, simulated }: MonitoredPlace) =>
  queryOptions({
    queryKey: [...monitoringKey, 'detail', system, groupId, simulated],
    queryFn: () =>
      unwrap<MonitoringDetail>(
        api.GET('/api/monitoring/detail', {
          params: { query: { system, groupId, simulated: simulated ? 'true' : 'false' } },
        }),
      ),
    refetchInterval: REFRESH_MS,
  });

export const monitoringRulesQuery = queryOptions({
  queryKey: [...monitoringKey, 'rules'],
  queryFn: () => unwrap<MonitoringRule[]>(api.GET('/api/monitoring/rules')),
});

export const addMonitoringRule = (body: MonitoringRuleChange) =>
  unwrap<MonitoringRule>(api.POST('/api/monitoring/rules', { body }));

export const changeMonitoringRule = (id: string, body: MonitoringRuleBody) =>
  unwrap<MonitoringRule>(api.PUT('/api/monitoring/rules/{id}', { params: { path: { id } }, body }));

export const pinReference = (body: ReferenceInput) =>
  unwrap<MonitoringReference>(api.POST('/api/monitoring/references', { body }));

export const groundTruthQuery = queryOptions({
  queryKey: [...monitoringKey, 'ground-truth'],
  queryFn: () => unwrap<GroundTruthSet[]>(api.GET('/api/monitoring/ground-truth')),
});

export const recordGroundTruth = (body: GroundTruthInput) =>
  unwrap<GroundTruthSet>(api.POST('/api/monitoring/ground-truth', { body }));
