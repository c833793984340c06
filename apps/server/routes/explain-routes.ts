import { ExplainedKind, Explanation } from '@amaan/contracts/explanation';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import { citizenDataSites } from '../access/decide.ts';
import { type ExplainService, mustWithholdNotes } from '../explain/explain-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

export function explainRoutes(app: App, explanations: ExplainService): void {
  app.get(
    '/api/explain/:kind/:id',
    {
      config: { action: 'alert.explain' },
      schema: {
        tags: ['explain'],
        summary: 'Why it exists and what became of it: every step with its ledger proof',
        params: z.object({ kind: ExplainedKind, id: Identifier }),
        response: { 200: Explanation },
      },
    },
    (request) =>
      explanations.explain({
        ...request.params,
        withholdNotes: mustWithholdNotes(actorOf(request).role),
        sites: citizenDataSites(actorOf(request)),
      }),
  );
}
