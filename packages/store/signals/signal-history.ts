import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { SignalEvent } from '@amaan/contracts/traffic/junction-record';
import type { SignalDecision } from '@amaan/contracts/traffic/signal-decision';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import { dropDaysBefore, ensureDayPartitions } from '../observation-partitions.ts';
import type { Database } from '../open-database.ts';

/** Puts events down; one that is there already is left as it is. @returns those that are new */
export async function insertSignalEvents(
  tx: Database,
  events: readonly SignalEvent[],
): Promise<Set<Identifier>> {
  if (events.length === 0) return new Set();
  const rows = await tx
    .insertInto('signal_event')
    .values(
      events.map((event) => ({
        id: event.id,
        junction_id: event.junctionId,
        at: event.at,
        kind: event.kind,
        code: event.code,
        text: event.text,
        by_name: event.by,
      })),
    )
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Newest first. */
export async function listSignalEvents(
  db: Database,
  junctionId: Identifier,
  page: { readonly before?: Instant | undefined; readonly limit: number },
): Promise<SignalEvent[]> {
  let query = db
    .selectFrom('signal_event')
    .select(['id', 'junction_id as junctionId', 'at', 'kind', 'code', 'text', 'by_name as by'])
    .where('junction_id', '=', junctionId);
  if (page.before !== undefined) query = query.where('at', '<', page.before);
  return query.orderBy('at', 'desc').orderBy('id', 'desc').limit(page.limit).execute();
}

/**
 * Stores decisions, making the partitions of their days; those that are there already are left as they are.
 * @throws ObservationTimeError `OBSERVATION_TIME_REFUSED`
 */
export async function insertSignalDecisions(
  tx: Database,
  decisions: readonly { readonly junctionId: Identifier; readonly decision: SignalDecision }[],
): Promise<void> {
  if (decisions.length === 0) return;
  await ensureDayPartitions(
    tx,
    'signal_decision',
    decisions.map(({ decision }) => decision.at),
  );
  const rows = decisions.map(({ junctionId, decision }) => ({
    at: decision.at,
    junction_id: junctionId,
    body: decision,
  }));
  await sql`
    INSERT INTO signal_decision (at, junction_id, body)
    SELECT at, junction_id, body FROM ${jsonRows(rows, 'at timestamptz, junction_id uuid, body jsonb')}
    ORDER BY junction_id, at ON CONFLICT (junction_id, at) DO NOTHING`.execute(tx);
}

/** Newest first. */
export async function listSignalDecisions(
  db: Database,
  junctionId: Identifier,
  page: { readonly before?: Instant | undefined; readonly limit: number },
): Promise<SignalDecision[]> {
  let query = db.selectFrom('signal_decision').select('body').where('junction_id', '=', junctionId);
  if (page.before !== undefined) query = query.where('at', '<', page.before);
  const rows = await query.orderBy('at', 'desc').limit(page.limit).execute();
  return rows.map(({ body }) => body);
}

/** Drops the days of decisions that lie before an instant. @returns the days that were dropped */
export function dropDecisionDays(db: Database, before: Instant): Promise<string[]> {
  return dropDaysBefore(db, 'signal_decision', before);
}
