import type {
  AlertStep,
  AlertStepInput,
  ServicePerformance,
  ServiceTargetsChange,
} from '@amaan/contracts/performance';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

const DAY_MS = 24 * 60 * 60_000;
/** The period ends with a whole minute, so that a page that is drawn again asks for the same. */
const STEP_MS = 60_000;

/** The last days until now, as queries of the service name them. */
export function performancePeriod(days: number, simulated: boolean) {
  const to = Math.ceil(Date.now() / STEP_MS) * STEP_MS;
  return {
    from: new Date(to - days * DAY_MS).toISOString(),
    to: new Date(to).toISOString(),
    simulated: simulated ? ('true' as const) : ('false' as const),
  };
}

export const performanceQuery = (days: number, simulated: boolean) =>
  queryOptions({
    queryKey: ['performance', 'alerts', days, simulated],
    queryFn: () =>
      unwrap<ServicePerformance>(
        api.GET('/api/performance', { params: { query: performancePeriod(days, simulated) } }),
      ),
    refetchInterval: STEP_MS,
  });

export const changeServiceTargets = (body: ServiceTargetsChange) =>
  unwrap(api.PUT('/api/performance/settings', { body }));

export const alertStepsQuery = (id: string) =>
  queryOptions({
    queryKey: ['alert', id, 'steps'],
    queryFn: () => unwrap<AlertStep[]>(api.GET('/api/alerts/{id}/steps', { params: { path: { id } } })),
  });

export const addAlertStep = (id: string, body: AlertStepInput) =>
  unwrap<AlertStep[]>(
    api.POST('/api/alerts/{id}/steps', {
      params: { path: { id } },
      body,
    }),
  );
