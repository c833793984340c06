import {
  PerformanceQuery,
  ServicePerformance,
  ServiceTargets,
  ServiceTargetsChange,
} from '@amaan/contracts/performance';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { PerformanceService } from '../performance/performance-service.ts';
import { actorOf } from './actor.ts';

export function performanceRoutes(app: App, performance: PerformanceService): void {
  app.get(
    '/api/performance',
    {
      config: { action: 'performance.read' },
      schema: {
        tags: ['performance'],
        summary: 'How fast alerts were served, by city and shift',
        querystring: PerformanceQuery,
        response: { 200: ServicePerformance },
      },
    },
    (request) => performance.read(request.query, actorOf(request).sites),
  );
  app.put(
    '/api/performance/settings',
    {
      config: { action: 'monitoring.change' },
      schema: {
        tags: ['performance'],
        summary: 'Set the shifts and the targets',
        body: ServiceTargetsChange,
        response: { 200: z.object({ version: z.int().positive(), settings: ServiceTargets }) },
      },
    },
    (request) => performance.change(request.body, actorOf(request)),
  );
}
