import type { Analysis } from '@amaan/contracts/crime/analysis';
import type { Briefing, BriefingInput } from '@amaan/contracts/crime/briefing';
import type {
  DeploymentPlan,
  DeploymentPlanSummary,
  PlanDecision,
  PlanInput,
} from '@amaan/contracts/crime/deployment-plan';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';
import { crimeKey } from './crime.ts';

export const plansQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'plans', siteId],
    queryFn: () =>
      unwrap<DeploymentPlanSummary[]>(api.GET('/api/crime/plans', { params: { query: { siteId } } })),
  });

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'plan', id],
    queryFn: () => unwrap<DeploymentPlan>(api.GET('/api/crime/plans/{id}', { params: { path: { id } } })),
  });

export const proposePlan = (body: PlanInput) =>
  unwrap<DeploymentPlan>(api.POST('/api/crime/plans', { body }));

export const decidePlan = (id: string, body: PlanDecision) =>
  unwrap<DeploymentPlan>(api.POST('/api/crime/plans/{id}/decision', { params: { path: { id } }, body }));

export const evaluatePlan = (id: string) =>
  unwrap<DeploymentPlan>(api.POST('/api/crime/plans/{id}/evaluation', { params: { path: { id } } }));

export const briefingsQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'briefings', siteId],
    queryFn: () => unwrap<Briefing[]>(api.GET('/api/crime/briefings', { params: { query: { siteId } } })),
  });

/** Analyses of a site that are done, of whatever kind, the newest first. */
export const doneAnalysesQuery = (siteId: string) =>
  queryOptions({
    queryKey: [...crimeKey, 'analyses', siteId, 'done'],
    queryFn: () =>
      unwrap<Analysis[]>(
        api.GET('/api/crime/analyses', { params: { query: { siteId, state: 'done', limit: 100 } } }),
      ),
  });

export const makeBriefing = (body: BriefingInput) =>
  unwrap<Briefing>(api.POST('/api/crime/briefings', { body }));

export const briefingPdfUrl = (id: string) => `/api/crime/briefings/${id}/pdf`;
