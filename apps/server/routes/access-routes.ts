import { AccessReport, AccessReportQuery, AccessRules } from '@amaan/contracts/api/access-report';
import type { AccessReportService } from '../access/access-report-service.ts';
import type { App } from '../http/app.ts';

export function accessRoutes(app: App, access: AccessReportService): void {
  app.get(
    '/api/access/policies',
    {
      config: { action: 'access.audit' },
      schema: {
        tags: ['access'],
        summary: 'The policies in force, word for word',
        response: { 200: AccessRules },
      },
    },
    () => access.rules(),
  );
  app.get(
    '/api/access/report',
    {
      config: { action: 'access.audit' },
      schema: {
        tags: ['access'],
        summary: 'Who could do what on a day, by the policies and accounts of that day',
        querystring: AccessReportQuery,
        response: { 200: AccessReport },
      },
    },
    (request) => access.report(request.query),
  );
}
