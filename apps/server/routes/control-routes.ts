import {
  ControlDetail,
  ControlOverview,
  ControlStatementInput,
  Standard,
  StatementOfApplicability,
} from '@amaan/contracts/governance/control';
import { z } from 'zod';
import type { ControlService } from '../controls/control-service.ts';
import type { App } from '../http/app.ts';
import { authorOf } from './actor.ts';

const params = z.object({ standard: Standard, id: z.string().max(20) });

export function controlRoutes(app: App, controls: ControlService): void {
  app.get(
    '/api/controls',
    {
      config: { action: 'control.read' },
      schema: {
        tags: ['controls'],
        summary: 'Every control with its statement, its evidence and its status',
        response: { 200: ControlOverview },
      },
    },
    () => controls.overview(),
  );
  app.get(
    '/api/controls/statement',
    {
      config: { action: 'control.read' },
      schema: {
        tags: ['controls'],
        summary: 'The statement of applicability',
        response: { 200: StatementOfApplicability },
      },
    },
    () => controls.statement(),
  );
  app.get(
    '/api/controls/:standard/:id',
    {
      config: { action: 'control.read' },
      schema: {
        tags: ['controls'],
        summary: 'One control with its versions and when it turned red',
        params,
        response: { 200: ControlDetail },
      },
    },
    (request) => controls.get(request.params.standard, request.params.id),
  );
  app.put(
    '/api/controls/:standard/:id',
    {
      config: { action: 'control.write' },
      schema: {
        tags: ['controls'],
        summary: 'Decide whether a control applies, who owns it and how far it is',
        params,
        body: ControlStatementInput,
        response: { 200: ControlDetail },
      },
    },
    (request) => controls.decide(request.params.standard, request.params.id, request.body, authorOf(request)),
  );
}
