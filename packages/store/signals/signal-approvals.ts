import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type {
  SIGNAL_APPROVAL_ENDS,
  SignalApproval,
  SignalApprovalState,
} from '@amaan/contracts/traffic/signal-approval';
import type { ControllerName } from '@amaan/contracts/traffic/signal-decision';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';

/** An approval with what four eyes need of it. */
export interface StoredApproval extends Omit<SignalApproval, 'may'> {
  readonly askedPerson: string;
  readonly junctionIds: readonly Identifier[];
}

export interface NewApproval {
  readonly id: Identifier;
  readonly junctions: readonly Identifier[];
  readonly controller: ControllerName;
  readonly reason: string;
  readonly days: number;
  readonly at: Instant;
  readonly decideBy: Instant;
  readonly by: {
    readonly actor: string;
    readonly name: string;
    readonly person: string;
    readonly role: string;
  };
}

/** Puts down what somebody asks for. */
export async function insertApproval(tx: Database, asked: NewApproval): Promise<void> {
  await tx
    .insertInto('signal_approval')
    .values({
      id: asked.id,
      controller: asked.controller,
      reason: asked.reason,
      days: asked.days,
      state: 'waiting',
      asked_at: asked.at,
      asked_by: asked.by.actor,
      asked_by_name: asked.by.name,
      asked_person: asked.by.person,
      asked_role: asked.by.role,
      decide_by: asked.decideBy,
    })
    .execute();
  await tx
    .insertInto('signal_approval_junction')
    .values(asked.junctions.map((junction_id) => ({ approval_id: asked.id, junction_id })))
    .execute();
}

/** Records what a second person says. @param until null: refused */
export async function decideApproval(
  tx: Database,
  id: Identifier,
  word: {
    readonly at: Instant;
    readonly until: Instant | null;
    readonly by: { readonly actor: string; readonly name: string; readonly person: string };
    readonly note: string;
  },
): Promise<void> {
  const { at, until, by, note } = word;
  await tx
    .updateTable('signal_approval')
    .set({
      decide_by: null,
      decision: until === null ? 'refused' : 'approved',
      decided_at: at,
      decided_by: by.actor,
      decided_by_name: by.name,
      decided_person: by.person,
      decision_note: note,
      until_at: until,
      ...(until === null
        ? { state: 'ended', ended_at: at, ended_by_name: by.name, end_kind: 'refused' }
        : { state: 'in-force' }),
    })
    .where('id', '=', id)
    .execute();
}

/** Ends an approval for good. */
export async function endApproval(
  tx: Database,
  id: Identifier,
  end: {
    readonly kind: (typeof SIGNAL_APPROVAL_ENDS)[number];
    readonly at: Instant;
    readonly byName: string;
  },
): Promise<void> {
  await tx
    .updateTable('signal_approval')
    .set({ state: 'ended', decide_by: null, ended_at: end.at, ended_by_name: end.byName, end_kind: end.kind })
    .where('id', '=', id)
    .execute();
}

/** Holds back everybody else who decides on an approval or ends it, until the transaction ends. */
export async function lockApproval(tx: Database, id: Identifier): Promise<void> {
  await tx.selectFrom('signal_approval').select('id').where('id', '=', id).forUpdate().execute();
}

/** One approval, or null: also when one of its junctions is of a site that is not theirs. */
export async function getApproval(
  db: Database,
  id: Identifier,
  sites: SiteScope,
): Promise<StoredApproval | null> {
  const row = await selectApprovals(db, sites).where('signal_approval.id', '=', id).executeTakeFirst();
  return row === undefined ? null : approvalOf(row);
}

/** Newest first. */
export async function listApprovals(
  db: Database,
  sites: SiteScope,
  query: {
    readonly junctionId?: Identifier | undefined;
    readonly state?: SignalApprovalState | undefined;
    readonly limit: number;
  },
): Promise<StoredApproval[]> {
  let asked = selectApprovals(db, sites);
  const { junctionId, state, limit } = query;
  if (state !== undefined) asked = asked.where('signal_approval.state', '=', state);
  if (junctionId !== undefined)
    asked = asked.where(
      sql<boolean>`EXISTS (SELECT FROM signal_approval_junction named
        WHERE named.approval_id = signal_approval.id AND named.junction_id = ${junctionId})`,
    );
  return (await asked.orderBy('signal_approval.id', 'desc').limit(limit).execute()).map(approvalOf);
}

/** Those that have to end: in force beyond their time, or waiting for too long. */
export async function listDueApprovals(db: Database, now: Instant): Promise<StoredApproval[]> {
  const rows = await selectApprovals(db, 'all')
    .where('signal_approval.state', '<>', 'ended')
    .where(sql<boolean>`coalesce(decide_by, until_at) <= ${now}::timestamptz`)
    .execute();
  return rows.map(approvalOf);
}

function selectApprovals(db: Database, sites: SiteScope) {
  return db
    .selectFrom('signal_approval')
    .selectAll('signal_approval')
    .select(
      sql<{ id: Identifier; name: string; siteId: Identifier }[]>`(
        SELECT json_agg(json_build_object('id', junction.id, 'name', junction.name) ORDER BY junction.name)
        FROM signal_approval_junction named JOIN junction ON junction.id = named.junction_id
        WHERE named.approval_id = signal_approval.id)`.as('junctions'),
    )
    .where(
      sites === 'all'
        ? sql<boolean>`true`
        : sql<boolean>`NOT EXISTS (SELECT FROM signal_approval_junction named
            JOIN junction ON junction.id = named.junction_id
            WHERE named.approval_id = signal_approval.id AND junction.site_id <> all(${[...sites]}::uuid[]))`,
    );
}

function approvalOf(row: InferResult<ReturnType<typeof selectApprovals>>[number]): StoredApproval {
  const junctions = row.junctions.map(({ id, name }) => ({ id, name }));
  return {
    id: row.id,
    junctions,
    junctionIds: junctions.map(({ id }) => id),
    controller: row.controller,
    reason: row.reason,
    days: row.days,
    state: row.state,
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    askedPerson: row.asked_person,
    askedRole: row.asked_role,
    decideBy: row.decide_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by_name,
    decisionNote: row.decision_note,
    until: row.until_at,
    endedAt: row.ended_at,
    end: row.end_kind,
  };
}
