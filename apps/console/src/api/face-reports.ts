import type { FaceOversight } from '@amaan/contracts/faces/face-oversight';
import type { FaceMatchRetention } from '@amaan/contracts/faces/matches/face-match';
import type { FaceAuditSet, FaceAuditSetInput, FaceReport } from '@amaan/contracts/faces/matches/face-report';
import { queryOptions } from '@tanstack/react-query';
import { api, unwrap } from './client.ts';

const REFRESH_MS = 60_000;

/** Everything about how often facial recognition is wrong. */
export const faceReportsKey = ['face-reports'];

/** @param from first day, `YYYY-MM-DD` (UTC) @param to last day */
export const faceReportQuery = (from: string, to: string, simulated: boolean) =>
  queryOptions({
    queryKey: [...faceReportsKey, from, to, simulated],
    queryFn: () =>
      unwrap<FaceReport>(
        api.GET('/api/face-reports', {
          params: { query: { from, to, simulated: simulated ? 'true' : 'false' } },
        }),
      ),
    refetchInterval: REFRESH_MS,
  });

/** Keeps an audit set: sensitive, so that one proves again who one is. */
export const recordFaceAudit = (body: FaceAuditSetInput) =>
  unwrap<FaceAuditSet>(api.POST('/api/face-reports/audits', { body }));

/** When rejected matches are deleted, and what was deleted last. */
export const faceRetentionQuery = queryOptions({
  queryKey: ['face-matches', 'retention'],
  queryFn: () => unwrap<FaceMatchRetention>(api.GET('/api/face-matches/retention')),
  refetchInterval: REFRESH_MS,
});

/** Authorisations and watchlists in numbers. */
export const faceOversightQuery = queryOptions({
  queryKey: ['face-oversight'],
  queryFn: () => unwrap<FaceOversight>(api.GET('/api/face-oversight')),
  refetchInterval: REFRESH_MS,
});
