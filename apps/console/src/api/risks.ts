import type {
  NewRisk,
  RiskGuide,
  RiskRevision,
  RiskStatement,
  RiskView,
} from '@amaan/contracts/governance/risk';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

export const risksKey = ['risks'] as const;

export const risksQuery = queryOptions({
  queryKey: [...risksKey, 'list'],
  queryFn: () => unwrap<RiskView[]>(api.GET('/api/risks')),
});

export const riskGuideQuery = queryOptions({
  queryKey: [...risksKey, 'guide'],
  queryFn: () => unwrap<RiskGuide>(api.GET('/api/risks/guide')),
});

export const fetchRisk = (id: string) =>
  unwrap<RiskView>(api.GET('/api/risks/{id}', { params: { path: { id } } }));

export const openRisk = (body: NewRisk) => unwrap<RiskView>(api.POST('/api/risks', { body }));

export const saveRisk = (id: string, body: RiskRevision) =>
  unwrap<RiskView>(api.PUT('/api/risks/{id}', { params: { path: { id } }, body }));

export const RISK_STEPS = ['treat', 'accept', 'close', 'reopen'] as const;
export type RiskStep = (typeof RISK_STEPS)[number];

/** Says something about a risk that is signed with the person's words. */
export function signRisk(step: RiskStep, id: string, body: RiskStatement): Promise<RiskView> {
  const options = { params: { path: { id } }, body };
  switch (step) {
    case 'treat':
      return unwrap(api.POST('/api/risks/{id}/treat', options));
    case 'accept':
      return unwrap(api.POST('/api/risks/{id}/accept', options));
    case 'close':
      return unwrap(api.POST('/api/risks/{id}/close', options));
    case 'reopen':
      return unwrap(api.POST('/api/risks/{id}/reopen', options));
  }
}
