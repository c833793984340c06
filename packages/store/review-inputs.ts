import type { ReviewInputs } from '@amaan/contracts/governance/management-review';
import type { RecordKind } from '@amaan/contracts/governance/record';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { readLedgerHead } from './ledger-store.ts';
import type { Database } from './open-database.ts';

/** How long before its end an assessment counts as ending soon. */
const ENDING_SOON = sql`interval '60 days'`;

type GatheredInputs = Omit<
  ReviewInputs,
  'monitoring' | 'overrides' | 'service' | 'controls' | 'earlierDecisions'
>;

/**
 * What the database knows of a period for a management review (ISO/IEC 42001, clause 9.3.2); training is
 * counted by whoever knows the courses.
 */
export async function gatherReviewInputs(
  db: Database,
  { from, to, now }: { readonly from: Instant; readonly to: Instant; readonly now: Instant },
): Promise<Omit<GatheredInputs, 'training'>> {
  const record = (kind: RecordKind, condition = sql`true`) => sql`(
    SELECT count(*)::int FROM governance_record AS record
    JOIN governance_record_version AS version
      ON version.record_id = record.id AND version.version = record.version
    WHERE record.kind = ${kind} AND ${condition})`;
  const opened = sql`record.opened_at >= ${from} AND record.opened_at < ${to}`;
  const closed = sql`record.closed_at >= ${from} AND record.closed_at < ${to}`;
  const open = sql`record.closed_at IS NULL`;
  const overdue = sql`record.review_at < ${now} AND record.closed_at IS NULL`;
  const ledger = (kinds: readonly string[]) => sql`(
    SELECT count(*)::int FROM ledger_entry
    WHERE kind = any(${kinds}::text[]) AND at >= ${from} AND at < ${to})`;
  const alerts = (condition = sql`true`) => sql`(
    SELECT count(*)::int FROM alert WHERE raised_at >= ${from} AND raised_at < ${to} AND ${condition})`;
  const { rows } = await sql<{ inputs: Omit<GatheredInputs, 'training' | 'from' | 'to' | 'gatheredAt'> }>`
    SELECT jsonb_build_object(
      'incidents', jsonb_build_object(
        'opened', ${record('incident', opened)}, 'closed', ${record('incident', closed)},
        'open', ${record('incident', open)},
        'critical', ${record('incident', sql`${opened} AND version.body ->> 'severity' = 'critical'`)}),
      'nonconformities', jsonb_build_object(
        'opened', ${record('nonconformity', opened)}, 'closed', ${record('nonconformity', closed)},
        'open', ${record('nonconformity', open)}),
      'correctiveActions', jsonb_build_object(
        'opened', ${record('corrective-action', opened)},
        'effective', ${record('corrective-action', sql`${closed} AND record.status = 'effective'`)},
        'overdue', ${record('corrective-action', sql`${open} AND (version.body ->> 'dueAt') < ${now}`)}),
      'audits', jsonb_build_object(
        'closed', ${record('audit', sql`${closed} AND record.status = 'closed'`)},
        'findings', (
          SELECT count(*)::int FROM governance_record AS record
          JOIN governance_record_version AS version
            ON version.record_id = record.id AND version.version = record.version
          CROSS JOIN LATERAL jsonb_array_elements(version.body -> 'samples') AS sample
          WHERE record.kind = 'audit' AND ${opened} AND sample ->> 'finding' = 'does-not-conform')),
      'concerns', jsonb_build_object(
        'staff', ${record('concern', sql`${opened} AND version.body ->> 'origin' <> 'public'`)},
        'public', ${record('concern', sql`${opened} AND version.body ->> 'origin' = 'public'`)},
        'open', ${record('concern', open)}),
      'risks', jsonb_build_object(
        'open', ${record('risk', sql`record.status IN ('open', 'treated')`)},
        'accepted', ${record('risk', sql`record.status = 'accepted'`)},
        'overdue', ${record('risk', overdue)}),
      'assessments', jsonb_build_object(
        'inForce', (SELECT count(DISTINCT system_id)::int FROM impact_assessment
          WHERE status = 'approved' AND expires_at > ${now}),
        'endingSoon', (SELECT count(*)::int FROM (
          SELECT max(expires_at) AS ends FROM impact_assessment
          WHERE status = 'approved' GROUP BY system_id) AS newest
          WHERE ends > ${now} AND ends < ${now}::timestamptz + ${ENDING_SOON})),
      'systems', jsonb_build_object(
        'running', (SELECT count(*)::int FROM ai_system WHERE stage IN ('pilot', 'operational')),
        'suspensions', ${ledger(['system.suspended'])},
        'transitions', ${ledger(['lifecycle.stage-entered'])}),
      'alerts', jsonb_build_object(
        'raised', ${alerts()}, 'confirmed', ${alerts(sql`state = 'confirmed'`)},
        'rejected', ${alerts(sql`state = 'rejected'`)}),
      'ledger', jsonb_build_object(
        'entries', (SELECT count(*)::int FROM ledger_entry WHERE at >= ${from} AND at < ${to}), 'size', 0)
    ) AS inputs`.execute(db);
  const inputs = rows[0]!.inputs;
  const { size } = await readLedgerHead(db);
  return { ...inputs, from, to, gatheredAt: now, ledger: { ...inputs.ledger, size } };
}

/** What monitoring noticed in a period, and what people decided on alerts of it. */
export async function countWatch(
  db: Database,
  { from, to }: { readonly from: Instant; readonly to: Instant },
): Promise<{ rulesFired: number; gaps: number; drifts: number; reviewed: number; rejected: number }> {
  const noticed = (source: string) => sql`(
    SELECT count(*)::int FROM governance_record AS record
    JOIN governance_record_version AS version ON version.record_id = record.id AND version.version = 1
    WHERE record.kind = 'incident' AND record.opened_at >= ${from} AND record.opened_at < ${to}
      AND version.body ->> 'source' = ${source})`;
  const reviews = (condition = sql`true`) => sql`(
    SELECT count(*)::int FROM review JOIN alert ON alert.id = review.alert_id
    WHERE review.at >= ${from} AND review.at < ${to} AND NOT alert.simulated AND ${condition})`;
  const { rows } = await sql<Awaited<ReturnType<typeof countWatch>>>`
    SELECT (SELECT count(*)::int FROM ledger_entry
        WHERE kind = 'monitoring.rule-fired' AND at >= ${from} AND at < ${to}) AS "rulesFired",
      ${noticed('monitoring-gap')} AS gaps, ${noticed('drift')} AS drifts,
      ${reviews()} AS reviewed, ${reviews(sql`review.decision = 'rejected'`)} AS rejected`.execute(db);
  return rows[0]!;
}
