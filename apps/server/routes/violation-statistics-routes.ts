import { ViolationStatistics, ViolationStatisticsQuery } from '@amaan/contracts/violations/violation-figures';
import type { App } from '../http/app.ts';
import type { ViolationFigures } from '../violations/figures/violation-figures.ts';
import { actorOf } from './actor.ts';

/** How many challans were issued, contested and taken back. What anybody may know is in the public register. */
export function violationStatisticsRoutes(app: App, figures: ViolationFigures): void {
  app.get(
    '/api/violations/statistics',
    {
      config: { action: 'violation-figures.read' },
      schema: {
        tags: ['violation figures'],
        summary: 'Challans issued, contested and taken back by camera and month, with why no case was made',
        querystring: ViolationStatisticsQuery,
        response: { 200: ViolationStatistics },
      },
    },
    (request) => figures.read(request.query, actorOf(request)),
  );
}
