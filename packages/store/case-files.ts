import type { SiteScope } from '@amaan/contracts/api/me';
import type { CaseFile } from '@amaan/contracts/case-file';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { type InferResult, sql } from 'kysely';
import type { Database } from './open-database.ts';
import { withinSites } from './within-sites.ts';

/** `CASE_NOT_FOUND` */
export class CaseError extends AmaanError {}

export interface NewCaseFile {
  readonly title: string;
  readonly siteId: Identifier;
  readonly openedAt: Instant;
  readonly openedBy: string;
  /** The first members. */
  readonly members: readonly string[];
  readonly demo: boolean;
}

/** Opens a case. Call it in a transaction, with its ledger entry. */
export async function insertCaseFile(db: Database, file: NewCaseFile): Promise<Identifier> {
  const id = newIdentifier();
  // One after the other: numbers have no gaps.
  await sql`SELECT pg_advisory_xact_lock(hashtext('case number'))`.execute(db);
  await db
    .insertInto('case_file')
    .values((expressions) => ({
      id,
      ordinal: expressions
        .selectFrom('case_file as other')
        .select(sql<number>`coalesce(max(other.ordinal), 0) + 1`.as('next')),
      title: file.title,
      site_id: file.siteId,
      opened_at: file.openedAt,
      opened_by: file.openedBy,
      closed_at: null,
      demo: file.demo,
    }))
    .execute();
  for (const userId of file.members) await insertCaseMember(db, id, userId, file.openedAt);
  return id;
}

/** One case, or null. */
export async function getCaseFile(db: Database, id: Identifier): Promise<CaseFile | null> {
  const row = await selectCaseFiles(db).where('case_file.id', '=', id).executeTakeFirst();
  return row === undefined ? null : caseFileOf(row);
}

/** The cases that somebody is a member of, newest first. */
export async function listCaseFiles(db: Database, userId: string, sites: SiteScope): Promise<CaseFile[]> {
  const rows = await selectCaseFiles(db)
    .innerJoin('case_member as own', 'own.case_id', 'case_file.id')
    .where('own.user_id', '=', userId)
    .where(withinSites('case_file.site_id', sites))
    .orderBy('case_file.ordinal', 'desc')
    .execute();
  return rows.map(caseFileOf);
}

/** Changes title or end. @throws CaseError `CASE_NOT_FOUND` */
export async function updateCaseFile(
  db: Database,
  id: Identifier,
  change: { readonly title?: string; readonly closedAt?: Instant | null },
): Promise<void> {
  const changed = await db
    .updateTable('case_file')
    .set({
      id,
      ...(change.title !== undefined && { title: change.title }),
      ...(change.closedAt !== undefined && { closed_at: change.closedAt }),
    })
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) throw new CaseError('CASE_NOT_FOUND', 'There is no such case.');
}

/** @returns whether they were none before */
export async function insertCaseMember(
  db: Database,
  caseId: Identifier,
  userId: string,
  since: Instant,
): Promise<boolean> {
  const inserted = await db
    .insertInto('case_member')
    .values({ case_id: caseId, user_id: userId, since })
    .onConflict((conflict) => conflict.doNothing())
    .returning('user_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** @returns whether they were one before */
export async function deleteCaseMember(db: Database, caseId: Identifier, userId: string): Promise<boolean> {
  const removed = await db
    .deleteFrom('case_member')
    .where('case_id', '=', caseId)
    .where('user_id', '=', userId)
    .returning('user_id')
    .executeTakeFirst();
  return removed !== undefined;
}

/** @returns whether it was not attached before */
export async function attachAlert(
  db: Database,
  attachment: {
    readonly caseId: Identifier;
    readonly alertId: Identifier;
    readonly at: Instant;
    readonly by: string;
  },
): Promise<boolean> {
  const inserted = await db
    .insertInto('case_alert')
    .values({
      case_id: attachment.caseId,
      alert_id: attachment.alertId,
      attached_at: attachment.at,
      attached_by: attachment.by,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('alert_id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The alerts of a case, in the order in which they were attached. */
export async function listAttachedAlerts(
  db: Database,
  caseId: Identifier,
): Promise<{ alertId: Identifier; attachedAt: Instant }[]> {
  return db
    .selectFrom('case_alert')
    .select(['alert_id as alertId', 'attached_at as attachedAt'])
    .where('case_id', '=', caseId)
    .orderBy('attached_at')
    .execute();
}

function selectCaseFiles(db: Database) {
  return db
    .selectFrom('case_file')
    .selectAll('case_file')
    .select([
      sql<CaseFile['members']>`coalesce((
        SELECT jsonb_agg(jsonb_build_object('userId', member.user_id, 'name', "user".name,
          'role', "user".role,
          'since', to_char(member.since AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))
          ORDER BY member.since, member.user_id)
        FROM case_member AS member JOIN "user" ON "user".id = member.user_id
        WHERE member.case_id = case_file.id
      ), '[]')`.as('members'),
      sql<number>`(SELECT count(*) FROM case_alert WHERE case_alert.case_id = case_file.id)`.as('alerts'),
    ]);
}

type CaseFileRow = InferResult<ReturnType<typeof selectCaseFiles>>[number];

function caseFileOf(row: CaseFileRow): CaseFile {
  return {
    id: row.id,
    number: `CASE-${String(row.ordinal).padStart(4, '0')}`,
    title: row.title,
    siteId: row.site_id,
    openedAt: row.opened_at,
    openedBy: row.opened_by,
    closedAt: row.closed_at,
    members: row.members,
    alerts: row.alerts,
    demo: row.demo,
  };
}
