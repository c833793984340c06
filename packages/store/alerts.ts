import { type ALERT_STATES, type Alert, type AlertCause, Review } from '@amaan/contracts/alert';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { Priority, SceneRule } from '@amaan/contracts/scene-rule';
import { type InferResult, sql } from 'kysely';
import {
  type AlertFilter,
  type AlertPageRequest,
  alertCondition,
  cursorAfter,
  readCursor,
} from './alert-filter.ts';
import { observationOf } from './observations.ts';
import type { Database } from './open-database.ts';

export type AlertState = (typeof ALERT_STATES)[number];

/** Why a person must see an observation where no rule says so, and under which name and priority. */
export interface OtherCause {
  readonly cause: Exclude<AlertCause, { kind: 'rule' }>;
  readonly name: string;
  readonly priority: Priority;
}

/** An observation that was just stored, and the rule or the other cause that says a person must see it. */
export type NewAlert = {
  readonly observation: Observation;
  readonly raisedAt: Instant;
} & ({ readonly rule: SceneRule } | OtherCause);

export interface AlertPage {
  readonly alerts: Alert[];
  /** To be given as `after` for the next page; null on the last. */
  readonly nextCursor: string | null;
}

/**
 * Raises alerts. An observation raises one at most of each kind of cause: what it raised before is left as it is.
 * @param alerts no two of one observation
 * @returns identifiers of the alerts raised now, by the identifier of their observation
 */
export async function insertAlerts(
  db: Database,
  alerts: readonly NewAlert[],
): Promise<Map<Identifier, Identifier>> {
  if (alerts.length === 0) return new Map();
  const rows = await db
    .insertInto('alert')
    .values(
      alerts.map(({ observation, raisedAt, ...why }) => ({
        id: newIdentifier(),
        observation_id: observation.id,
        captured_at: observation.capturedAt,
        site_id: observation.siteId,
        camera_id: observation.cameraId,
        ...causeColumns(why),
        state: 'new' as const,
        simulated: observation.simulated,
        raised_at: raisedAt,
      })),
    )
    .onConflict((conflict) => conflict.columns(['observation_id', 'cause_kind']).doNothing())
    .returning(['id', 'observation_id'])
    .execute();
  return new Map(rows.map((row) => [row.observation_id, row.id]));
}

function causeColumns(why: { readonly rule: SceneRule } | OtherCause) {
  if ('rule' in why) {
    const { id, version, name, priority } = why.rule;
    return { rule_id: id, rule_version: version, cause: null, rule_name: name, priority };
  }
  const { cause, name, priority } = why;
  return { rule_id: null, rule_version: null, cause: JSON.stringify(cause), rule_name: name, priority };
}

/** A page of alerts, newest first. Pages stay in step while new alerts arrive. */
export async function listAlerts(db: Database, request: AlertPageRequest): Promise<AlertPage> {
  const { after, limit, ...filter } = request;
  let query = selectAlerts(db)
    .where(alertCondition(filter))
    .orderBy('alert.raised_at', 'desc')
    .orderBy('alert.id', 'desc')
    .limit(limit + 1);
  if (after !== undefined) {
    const { raisedAt, id } = readCursor(after);
    query = query.where(sql<boolean>`(alert.raised_at, alert.id) < (${raisedAt}::timestamptz, ${id}::uuid)`);
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    alerts: page.map(alertOf),
    nextCursor: rows.length > limit && last !== undefined ? cursorAfter(last.raised_at, last.alert_id) : null,
  };
}

/** One alert, or null. */
export async function getAlert(db: Database, id: Identifier): Promise<Alert | null> {
  const row = await selectAlerts(db).where('alert.id', '=', id).executeTakeFirst();
  return row === undefined ? null : alertOf(row);
}

/** The alerts that observations raised, oldest first: to tell consoles of them and of their evidence. */
export async function findAlertsOfObservations(
  db: Database,
  observationIds: readonly Identifier[],
): Promise<Alert[]> {
  if (observationIds.length === 0) return [];
  const rows = await selectAlerts(db)
    .where('alert.observation_id', '=', sql<Identifier>`any(${[...observationIds]}::uuid[])`)
    .orderBy('alert.raised_at')
    .orderBy('alert.id')
    .execute();
  return rows.map(alertOf);
}

/** How many alerts are in each state, among those that the rest of the filter lets through. */
export async function countAlerts(
  db: Database,
  filter: Omit<AlertFilter, 'states'>,
): Promise<Record<AlertState, number>> {
  const rows = await db
    .selectFrom('alert')
    .where(alertCondition(filter))
    .select((select) => ['alert.state', select.fn.countAll<number>().as('count')])
    .groupBy('alert.state')
    .execute();
  const counts: Record<AlertState, number> = { new: 0, confirmed: 0, rejected: 0 };
  for (const row of rows) counts[row.state] = row.count;
  return counts;
}

function selectAlerts(db: Database) {
  return db
    .selectFrom('alert')
    .innerJoin('camera', 'camera.id', 'alert.camera_id')
    .innerJoin('observation', (join) =>
      join
        .onRef('observation.captured_at', '=', 'alert.captured_at')
        .onRef('observation.id', '=', 'alert.observation_id'),
    )
    .leftJoin('review', 'review.alert_id', 'alert.id')
    .selectAll('observation')
    .select(['alert.id as alert_id', 'alert.state', 'alert.priority', 'alert.rule_name', 'alert.raised_at'])
    .select('alert.cause')
    .select(['camera.name as camera_name', 'review.id as review_id', 'review.decision', 'review.reason'])
    .select(['review.note', 'review.by_user', 'review.by_name', 'review.at as reviewed_at'])
    .select(
      sql<Omit<EvidenceItem, 'observationId' | 'capturedAt'>[]>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('kind', kind, 'digest', encode(digest, 'hex'),
          'mediaType', media_type, 'bytes', bytes) ORDER BY kind)
        FROM evidence_item WHERE evidence_item.observation_id = alert.observation_id
      ), '[]')`.as('evidence'),
    );
}

type AlertRow = InferResult<ReturnType<typeof selectAlerts>>[number];

function alertOf(row: AlertRow): Alert {
  const { review_id, decision, note, by_user, by_name, reviewed_at } = row;
  return {
    id: row.alert_id,
    siteId: row.site_id,
    cameraId: row.camera_id,
    cameraName: row.camera_name,
    state: row.state,
    priority: row.priority,
    ruleName: row.rule_name,
    cause: row.cause ?? { kind: 'rule' },
    raisedAt: row.raised_at,
    simulated: row.simulated,
    observation: observationOf(row),
    evidence: row.evidence.map((item) => ({ observationId: row.id, capturedAt: row.captured_at, ...item })),
    review:
      review_id === null
        ? null
        : Review.parse({
            id: review_id,
            decision,
            reason: row.reason ?? undefined,
            note,
            by: by_user,
            byName: by_name,
            at: reviewed_at,
          }),
  };
}
