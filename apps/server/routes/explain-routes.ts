import { EXPLAINED_KINDS, type ExplainedKind, Explanation } from '@amaan/contracts/explanation';
import { Identifier } from '@amaan/contracts/identifier';
import { z } from 'zod';
import type { ProtectedAction } from '../access/actions.ts';
import type { ExplainService } from '../explain/explain-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

/** What somebody must be allowed to do to be told the chain of a kind. */
const ACTION_OF_KIND = {
  alert: 'alert.explain',
  'face-match': 'face-match.explain',
  challan: 'challan.explain',
} as const satisfies Record<ExplainedKind, ProtectedAction>;

export function explainRoutes(app: App, explanations: ExplainService): void {
  for (const kind of EXPLAINED_KINDS) {
    app.get(
      `/api/explain/${kind}/:id`,
      {
        config: { action: ACTION_OF_KIND[kind] },
        schema: {
          tags: ['explain'],
          summary: 'Why it exists and what became of it: every step with its ledger proof',
          params: z.object({ id: Identifier }),
          response: { 200: Explanation },
        },
      },
      (request) => explanations.explain({ kind, id: request.params.id, by: actorOf(request) }),
    );
  }
}
