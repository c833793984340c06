import type {
  LifecycleDecision,
  LifecycleRequest,
  LifecycleTransition,
  RequestState,
} from '@amaan/contracts/governance/lifecycle';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { personKey } from '@amaan/governance/four-eyes';
import type { Selectable } from 'kysely';
import { authorColumns, authorOf } from './author-columns.ts';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';
import type { Schema } from './schema.ts';

export type NewRequest = Omit<LifecycleRequest, 'id' | 'state' | 'closedAt' | 'decisions'>;

/** Records that somebody asks for another stage. A system has one open request at most (an index holds it). */
export async function insertRequest(db: Database, request: NewRequest): Promise<Identifier> {
  const id = newIdentifier();
  await db
    .insertInto('lifecycle_request')
    .values({
      id,
      system_id: request.system,
      from_stage: request.from,
      to_stage: request.to,
      models: JSON.stringify(request.models),
      configuration_digest: digestBytes(request.configurationDigest),
      reason: request.reason,
      approvals_needed: request.approvalsNeeded,
      at: request.at,
      expires_at: request.expiresAt,
      state: 'open',
      closed_at: null,
      demo: request.demo,
      ...authorColumns(request.by),
    })
    .execute();
  return id;
}

/** Requests about a system with their decisions, the newest first. */
export async function listRequests(db: Database, system: string): Promise<LifecycleRequest[]> {
  const rows = await db
    .selectFrom('lifecycle_request')
    .selectAll()
    .where('system_id', '=', system)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return withDecisions(db, rows);
}

/** Every open request. */
export async function listOpenRequests(db: Database): Promise<LifecycleRequest[]> {
  const rows = await db
    .selectFrom('lifecycle_request')
    .selectAll()
    .where('state', '=', 'open')
    .orderBy('at')
    .execute();
  return withDecisions(db, rows);
}

/** One request, or null. */
export async function getRequest(db: Database, id: Identifier): Promise<LifecycleRequest | null> {
  const rows = await db.selectFrom('lifecycle_request').selectAll().where('id', '=', id).execute();
  return (await withDecisions(db, rows))[0] ?? null;
}

/** Closes a request. */
export async function closeRequest(
  db: Database,
  id: Identifier,
  state: Exclude<RequestState, 'open'>,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('lifecycle_request')
    .set({ state, closed_at: at })
    .where('id', '=', id)
    .where('state', '=', 'open')
    .execute();
}

/** Records one person's word on a request. The database refuses a second word of the same person. */
export async function insertDecision(
  db: Database,
  requestId: Identifier,
  { by, ...decision }: Omit<LifecycleDecision, 'id'>,
): Promise<Identifier> {
  const id = newIdentifier();
  await db
    .insertInto('lifecycle_decision')
    .values({
      ...decision,
      id,
      request_id: requestId,
      ...authorColumns({ ...by, person: personKey(by.person) ?? by.actor }),
    })
    .execute();
  return id;
}

/** Records that a system entered another stage. Call it in a transaction, with its ledger entry. */
export async function insertTransition(
  db: Database,
  transition: Omit<LifecycleTransition, 'id'> & { readonly system: string },
): Promise<Identifier> {
  const id = newIdentifier();
  await db
    .insertInto('lifecycle_transition')
    .values({
      id,
      system_id: transition.system,
      from_stage: transition.from,
      to_stage: transition.to,
      models: JSON.stringify(transition.models),
      configuration_digest: digestBytes(transition.configurationDigest),
      at: transition.at,
      request_id: transition.requestId,
      reason: transition.reason,
      by_name: transition.by,
      demo: transition.demo,
    })
    .execute();
  return id;
}

/** The stages that a system went through, the newest first. */
export async function listTransitions(db: Database, system: string): Promise<LifecycleTransition[]> {
  const rows = await db
    .selectFrom('lifecycle_transition')
    .selectAll()
    .where('system_id', '=', system)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(transitionOf);
}

/** Under which combination a system entered its present stage; null where it never entered one. */
export async function latestTransition(db: Database, system: string): Promise<LifecycleTransition | null> {
  const row = await db
    .selectFrom('lifecycle_transition')
    .selectAll()
    .where('system_id', '=', system)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : transitionOf(row);
}

function transitionOf(row: Selectable<Schema['lifecycle_transition']>): LifecycleTransition {
  return {
    id: row.id,
    from: row.from_stage,
    to: row.to_stage,
    at: row.at,
    requestId: row.request_id,
    by: row.by_name,
    reason: row.reason,
    models: row.models,
    configurationDigest: digestHex(row.configuration_digest),
    demo: row.demo,
  };
}

async function withDecisions(
  db: Database,
  rows: readonly Selectable<Schema['lifecycle_request']>[],
): Promise<LifecycleRequest[]> {
  if (rows.length === 0) return [];
  const ids = rows.map(({ id }) => id);
  const decisions = await db
    .selectFrom('lifecycle_decision')
    .selectAll()
    .where('request_id', 'in', ids)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    system: row.system_id,
    from: row.from_stage,
    to: row.to_stage,
    models: row.models,
    configurationDigest: digestHex(row.configuration_digest),
    reason: row.reason,
    by: authorOf(row),
    at: row.at,
    expiresAt: row.expires_at,
    state: row.state,
    closedAt: row.closed_at,
    approvalsNeeded: row.approvals_needed,
    decisions: decisions
      .filter(({ request_id }) => request_id === row.id)
      .map((decision) => ({
        id: decision.id,
        decision: decision.decision,
        at: decision.at,
        by: authorOf(decision),
        statement: decision.statement,
        demo: decision.demo,
      })),
    demo: row.demo,
  }));
}
