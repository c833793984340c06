import type { SiteScope } from '@amaan/contracts/api/me';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type {
  Unmasking,
  UnmaskingEnd,
  UnmaskingState,
  UnmaskSubject,
} from '@amaan/contracts/redaction/unmasking';
import { isUnmasked, type UnmaskingFacts } from '@amaan/governance/redaction/unmasking-standing';
import { type InferResult, sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** Somebody as the rows name them. */
export interface UnmaskingActor {
  /** `user:ID` or `system:…`. */
  readonly actor: string;
  readonly name: string;
}

export interface NewUnmasking {
  readonly id: Identifier;
  readonly caseId: Identifier;
  readonly siteId: Identifier;
  readonly cameraId: Identifier;
  readonly purposeId: Identifier | null;
  readonly subject: UnmaskSubject;
  /** Null: a camera from now on. */
  readonly originalDigest: Digest | null;
  readonly minutes: number;
  readonly reason: string;
  readonly at: Instant;
  /** `person` is spelt as four eyes compare people. */
  readonly by: {
    readonly userId: string;
    readonly name: string;
    readonly person: string;
    readonly role: string;
  };
  /** In force at once until then, or it waits for a second person until then. */
  readonly opens: { readonly until: Instant } | { readonly decideBy: Instant };
}

/** An un-masking with what four eyes and its end need of it. */
export interface StoredUnmasking extends Omit<Unmasking, 'mine' | 'may'> {
  readonly askedUser: string;
  readonly askedPerson: string;
  readonly originalDigest: Digest | null;
  readonly facts: UnmaskingFacts;
}

/** Puts down what somebody asks for. */
export async function insertUnmasking(tx: Database, asked: NewUnmasking): Promise<void> {
  const { opens, by, at } = asked;
  const waits = 'decideBy' in opens;
  await tx
    .insertInto('unmasking')
    .values({
      id: asked.id,
      case_id: asked.caseId,
      site_id: asked.siteId,
      camera_id: asked.cameraId,
      purpose_id: asked.purposeId,
      subject: JSON.stringify(asked.subject),
      original_digest: asked.originalDigest === null ? null : digestBytes(asked.originalDigest),
      minutes: asked.minutes,
      reason: asked.reason,
      state: waits ? 'waiting' : 'in-force',
      approval_needed: waits,
      asked_at: at,
      asked_user: by.userId,
      asked_by_name: by.name,
      asked_person: by.person,
      asked_role: by.role,
      decide_by: waits ? opens.decideBy : null,
      opened_at: waits ? null : at,
      until_at: waits ? null : opens.until,
    })
    .execute();
}

/** Records that a second person said yes: it is in force from then on. */
export async function approveUnmasking(
  tx: Database,
  id: Identifier,
  word: {
    readonly at: Instant;
    readonly until: Instant;
    readonly by: UnmaskingActor & { readonly person: string };
    readonly note: string;
  },
): Promise<void> {
  const { at, until, by, note } = word;
  await tx
    .updateTable('unmasking')
    .set({ state: 'in-force', decide_by: null, opened_at: at, until_at: until })
    .set({ decision: 'approved', ...decisionOf(at, by, note) })
    .where('id', '=', id)
    .execute();
}

/** Ends an un-masking for good. @param refusal the word of the second person who said no */
export async function endUnmasking(
  tx: Database,
  id: Identifier,
  end: {
    readonly kind: UnmaskingEnd;
    readonly at: Instant;
    readonly by: UnmaskingActor;
    readonly refusal?: { readonly person: string; readonly note: string };
  },
): Promise<void> {
  const { kind, at, by, refusal } = end;
  await tx
    .updateTable('unmasking')
    .set({ state: 'ended', ended_at: at, ended_by: by.actor, ended_by_name: by.name, end_kind: kind })
    .$if(refusal !== undefined, (update) =>
      update.set({
        decision: 'refused',
        ...decisionOf(at, { ...by, person: refusal!.person }, refusal!.note),
      }),
    )
    .where('id', '=', id)
    .execute();
}

/** Counts that the original was opened once more. */
export async function countOpening(tx: Database, id: Identifier): Promise<void> {
  await tx
    .updateTable('unmasking')
    .set(({ eb }) => ({ openings: eb('openings', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Holds back everybody else who decides on an un-masking or ends it, until the transaction ends. */
export async function lockUnmasking(tx: Database, id: Identifier): Promise<void> {
  await tx.selectFrom('unmasking').select('id').where('id', '=', id).forUpdate().execute();
}

/**
 * Minutes that a person had un-masked since a moment, under whatever account and for whatever case. It holds back
 * everything else that the person asks for until the transaction ends, so that two requests do not each fit.
 */
export async function usedMinutes(tx: Database, person: string, since: Instant): Promise<number> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`unmasking ${person}`}))`.execute(tx);
  const row = await tx
    .selectFrom('unmasking')
    .select(({ fn }) => fn.coalesce(fn.sum<string | number>('minutes'), sql<number>`0`).as('minutes'))
    .where('asked_person', '=', person)
    .where('opened_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.minutes);
}

/** One un-masking, or null: also when it is of a site that is not theirs. */
export async function getUnmasking(
  db: Database,
  id: Identifier,
  sites: SiteScope,
  now: number,
): Promise<StoredUnmasking | null> {
  const row = await selectUnmaskings(db)
    .where('unmasking.id', '=', id)
    .where(withinSites('unmasking.site_id', sites))
    .executeTakeFirst();
  return row === undefined ? null : unmaskingOf(row, now);
}

/** A page, newest first. @param askedUser only what was asked for with this account; null: of everybody */
export async function listUnmaskings(
  db: Database,
  of: { readonly sites: SiteScope; readonly askedUser: string | null },
  query: {
    readonly state?: UnmaskingState | undefined;
    readonly caseId?: Identifier | undefined;
    readonly after?: Identifier | undefined;
    readonly limit: number;
  },
  now: number,
): Promise<StoredUnmasking[]> {
  const { state, caseId, after, limit } = query;
  let asked = selectUnmaskings(db).where(withinSites('unmasking.site_id', of.sites));
  if (of.askedUser !== null) asked = asked.where('unmasking.asked_user', '=', of.askedUser);
  if (state !== undefined) asked = asked.where('unmasking.state', '=', state);
  if (caseId !== undefined) asked = asked.where('unmasking.case_id', '=', caseId);
  if (after !== undefined) asked = asked.where('unmasking.id', '<', after);
  const rows = await asked.orderBy('unmasking.id', 'desc').limit(limit).execute();
  return rows.map((row) => unmaskingOf(row, now));
}

/** Those that are not ended, of one account or of all. */
export async function listOpenUnmaskings(
  db: Database,
  askedUser: string | null,
  now: number,
): Promise<StoredUnmasking[]> {
  let asked = selectUnmaskings(db).where('unmasking.state', '<>', 'ended');
  if (askedUser !== null) asked = asked.where('unmasking.asked_user', '=', askedUser);
  const rows = await asked.orderBy('unmasking.id').execute();
  return rows.map((row) => unmaskingOf(row, now));
}

function decisionOf(at: Instant, by: UnmaskingActor & { readonly person: string }, note: string) {
  return {
    decided_at: at,
    decided_by: by.actor,
    decided_by_name: by.name,
    decided_person: by.person,
    decision_note: note,
  };
}

function selectUnmaskings(db: Database) {
  return db
    .selectFrom('unmasking')
    .innerJoin('case_file', 'case_file.id', 'unmasking.case_id')
    .innerJoin('camera', 'camera.id', 'unmasking.camera_id')
    .leftJoin('alert', (join) =>
      join.on(sql<boolean>`alert.observation_id = (unmasking.subject ->> 'observationId')::uuid`),
    )
    .selectAll('unmasking')
    .select([
      'case_file.ordinal',
      'case_file.closed_at as case_closed_at',
      'camera.name as camera_name',
      'alert.id as alert_id',
      sql<boolean>`EXISTS (SELECT FROM case_member member
        WHERE member.case_id = unmasking.case_id AND member.user_id = unmasking.asked_user)`.as('is_member'),
    ]);
}

function unmaskingOf(
  row: InferResult<ReturnType<typeof selectUnmaskings>>[number],
  now: number,
): StoredUnmasking {
  const facts: UnmaskingFacts = {
    state: row.state,
    decideBy: row.decide_by,
    until: row.until_at,
    caseClosedAt: row.case_closed_at,
    isMember: row.is_member,
  };
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: `CASE-${String(row.ordinal).padStart(4, '0')}`,
    siteId: row.site_id,
    cameraId: row.camera_id,
    cameraName: row.camera_name,
    alertId: row.alert_id,
    subject: row.subject,
    reason: row.reason,
    minutes: row.minutes,
    state: row.state,
    live: isUnmasked(facts, now),
    approvalNeeded: row.approval_needed,
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    decideBy: row.decide_by,
    decidedAt: row.decided_at,
    decidedBy: row.decided_by_name,
    decisionNote: row.decision_note,
    openedAt: row.opened_at,
    until: row.until_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by_name,
    end: row.end_kind,
    openings: row.openings,
    askedUser: row.asked_user,
    askedPerson: row.asked_person,
    originalDigest: row.original_digest === null ? null : digestHex(row.original_digest),
    facts,
  };
}
