import { instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { LONGEST_PAUSE_MS } from '../../monitoring/monitoring-watch.ts';
import { DAY_MS, recurring, stateOver } from '../live-finding.ts';
import { recordSources } from '../record-sources.ts';
import { openIncidents } from './incidents-answered.ts';

/** Monitoring itself opens an incident after half of this; here also where it cannot. */
const RUN_MAX_AGE_MS = 2 * LONGEST_PAUSE_MS;

interface RunFacts {
  readonly runs: number;
  readonly newest: string | null;
  readonly rules: number;
  readonly firing: number;
  readonly longestGapSeconds: number;
}

/** Monitoring of the running systems runs, and has no gap behind it. */
export const monitoringRuns = recurring(RUN_MAX_AGE_MS, async (context) => {
  const { db, now, at } = context;
  const operating = await context.operating();
  const { rows } = await sql<RunFacts>`
    WITH run AS (
      SELECT finished_at, rules, firing,
        extract(epoch FROM finished_at - lag(finished_at) OVER (ORDER BY finished_at)) AS gap
      FROM monitoring_run WHERE finished_at > ${instantOf(now - DAY_MS)}::timestamptz
    )
    SELECT count(*)::integer AS runs, max(finished_at) AS newest,
      coalesce((array_agg(rules ORDER BY finished_at DESC))[1], 0)::integer AS rules,
      coalesce((array_agg(firing ORDER BY finished_at DESC))[1], 0)::integer AS firing,
      coalesce(max(gap), 0)::integer AS "longestGapSeconds"
    FROM run`.execute(db);
  const { runs, newest, rules, firing, longestGapSeconds } = rows[0]!;
  const gaps = (await openIncidents(context)).filter(({ body }) => body.source === 'monitoring-gap');
  const missing = runs === 0 && operating.length > 0;
  // Runs that judge nothing are no monitoring.
  const blind = runs > 0 && rules === 0;
  return {
    state: stateOver(runs, missing || blind || gaps.length > 0, firing),
    en: `${runs} monitoring runs in the last 24 hours over ${operating.length} AI systems in operation; ${blind ? 'every rule is switched off' : `${firing} of ${rules} rules fire now`}, ${gaps.length} gaps are open.`,
    ur: `گزشتہ 24 گھنٹوں میں ${operating.length} زیر عمل AI نظاموں پر نگرانی کے ${runs} دور ہوئے؛ ${blind ? 'تمام قاعدے بند ہیں' : `${rules} میں سے ${firing} قاعدے اس وقت متنبہ کر رہے ہیں`}، ${gaps.length} وقفے کھلے ہیں۔`,
    figures: { runs, newestRunAt: newest, longestGapSeconds, rules, firing, openGaps: gaps.length },
    asOf: newest ?? at,
    sources: [{ label: 'monitoring', href: '/governance/monitoring' }, ...recordSources(gaps)],
  };
});
