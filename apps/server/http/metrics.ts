import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { App } from './app.ts';

/** What the control plane counts for Prometheus. One object per server, no global registry. */
export class Metrics {
  readonly registry = new Registry();

  readonly reports = new Counter({
    name: 'amaan_ingest_reports_total',
    help: 'Worker reports by type and by what became of them',
    labelNames: ['type', 'outcome'] as const,
    registers: [this.registry],
  });
  readonly batchSeconds = new Histogram({
    name: 'amaan_ingest_batch_seconds',
    help: 'Time to commit one batch of worker reports',
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers: [this.registry],
  });
  readonly ingestLagSeconds = new Gauge({
    name: 'amaan_ingest_lag_seconds',
    help: 'From capture to commit of the newest observation',
    registers: [this.registry],
  });
  readonly alerts = new Counter({
    name: 'amaan_alerts_total',
    help: 'Alerts raised by priority',
    labelNames: ['priority'] as const,
    registers: [this.registry],
  });
  readonly cameras = new Gauge({
    name: 'amaan_cameras',
    help: 'Cameras by the state that their worker reports',
    labelNames: ['state'] as const,
    registers: [this.registry],
  });
  readonly consoles = new Gauge({
    name: 'amaan_consoles',
    help: 'Consoles that listen for live updates',
    registers: [this.registry],
  });
  readonly #requestSeconds = new Histogram({
    name: 'amaan_http_request_seconds',
    help: 'Time to answer HTTP requests by route',
    labelNames: ['method', 'route', 'status'] as const,
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [this.registry],
  });

  constructor() {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Measures every request of an app, by its route and never by its address. */
  measure(app: App): void {
    app.addHook('onResponse', async (request, reply) => {
      this.#requestSeconds
        .labels(request.method, request.routeOptions.url ?? 'none', String(reply.statusCode))
        .observe(reply.elapsedTime / 1000);
    });
  }
}
