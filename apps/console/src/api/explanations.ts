import type { ExplainedKind, Explanation } from '@amaan/contracts/explanation';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Why something exists and what became of it, with the proof of every step. */
export const explanationQuery = (kind: ExplainedKind, id: string) =>
  queryOptions({
    queryKey: [kind, id, 'explanation'],
    queryFn: () => {
      const of = { params: { path: { id } } };
      return unwrap<Explanation>(
        kind === 'alert'
          ? api.GET('/api/explain/alert/{id}', of)
          : api.GET('/api/explain/face-match/{id}', of),
      );
    },
  });
