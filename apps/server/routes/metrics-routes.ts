import type { WorkerDirectory } from '../cameras/worker-directory.ts';
import type { App } from '../http/app.ts';
import type { Metrics } from '../http/metrics.ts';
import type { UpdateHub } from '../live/update-hub.ts';

export interface MetricsSources {
  readonly metrics: Metrics;
  readonly workers: Pick<WorkerDirectory, 'statuses'>;
  readonly updates: Pick<UpdateHub, 'size'>;
}

export function metricsRoutes(app: App, { metrics, workers, updates }: MetricsSources): void {
  app.get(
    '/metrics',
    { config: { action: 'metrics.read' }, schema: { hide: true } },
    async (_request, reply) => {
      metrics.cameras.reset();
      for (const { state } of workers.statuses()) metrics.cameras.inc({ state });
      metrics.consoles.set(updates.size);
      return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
    },
  );
}
