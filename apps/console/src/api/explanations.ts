import type { ExplainedKind, Explanation } from '@amaan/contracts/explanation';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

/** Why something exists and what became of it, with the proof of every step. */
export const explanationQuery = (kind: ExplainedKind, id: string) =>
  queryOptions({
    queryKey: [kind, id, 'explanation'],
    queryFn: () =>
      unwrap<Explanation>(api.GET('/api/explain/{kind}/{id}', { params: { path: { kind, id } } })),
  });
