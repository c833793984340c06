import { NewRisk, RiskGuide, RiskRevision, RiskStatement, RiskView } from '@amaan/contracts/governance/risk';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import type { RiskService } from '../risks/risk-service.ts';
import { authorOf } from './actor.ts';

const tags = ['risks'];
const params = z.object({ id: Identifier });

/** Words on a risk, each with who may say them. */
const STEPS = [
  { step: 'treat', action: 'risk.write', summary: 'Say that everything planned against it is done' },
  { step: 'accept', action: 'risk.accept', summary: 'Accept what remains of a risk that others treated' },
  { step: 'close', action: 'risk.accept', summary: 'End a risk that is no more' },
  { step: 'reopen', action: 'risk.write', summary: 'Take an acceptance or a closing back' },
] as const;

export function riskRoutes(app: App, risks: RiskService): void {
  app.get(
    '/api/risks',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'The AI risk register, newest first',
        querystring: z.object({ system: z.string().max(60).optional() }),
        response: { 200: z.array(RiskView) },
      },
    },
    (request) => risks.list(request.query.system),
  );
  app.get(
    '/api/risks/guide',
    {
      config: { action: 'record.read' },
      schema: {
        tags,
        summary: 'What each number means, and the criteria in force',
        response: { 200: RiskGuide },
      },
    },
    () => risks.guide(),
  );
  app.get(
    '/api/risks/:id',
    {
      config: { action: 'record.read' },
      schema: { tags, summary: 'One risk', params, response: { 200: RiskView } },
    },
    (request) => risks.get(request.params.id),
  );
  app.post(
    '/api/risks',
    {
      config: { action: 'risk.write' },
      schema: { tags, summary: 'Open a risk', body: NewRisk, response: { 200: RiskView } },
    },
    (request) => risks.open(request.body, authorOf(request)),
  );
  app.put(
    '/api/risks/:id',
    {
      config: { action: 'risk.write' },
      schema: {
        tags,
        summary: 'Save a new version; an acceptance does not outlive it',
        params,
        body: RiskRevision,
        response: { 200: RiskView },
      },
    },
    (request) => risks.revise(request.params.id, request.body, authorOf(request)),
  );
  for (const { step, action, summary } of STEPS) {
    app.post(
      `/api/risks/:id/${step}`,
      {
        config: { action },
        schema: { tags, summary, params, body: RiskStatement, response: { 200: RiskView } },
      },
      (request) => risks[step](request.params.id, request.body, authorOf(request)),
    );
  }
}
