import type { ExplainedKind, Explanation } from '@amaan/contracts/explanation';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

type Of = { params: { path: { id: string } } };

const ASK = {
  alert: (of: Of) => api.GET('/api/explain/alert/{id}', of),
  'face-match': (of: Of) => api.GET('/api/explain/face-match/{id}', of),
  challan: (of: Of) => api.GET('/api/explain/challan/{id}', of),
} as const satisfies Record<ExplainedKind, unknown>;

/** Why something exists and what became of it, with the proof of every step. */
export const explanationQuery = (kind: ExplainedKind, id: string) =>
  queryOptions({
    queryKey: [kind, id, 'explanation'],
    queryFn: () => {
      const of = { params: { path: { id } } };
      return unwrap<Explanation>(ASK[kind](of));
    },
  });
