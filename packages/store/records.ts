import { digestOfJson } from '@amaan/contracts/digest-of';
import {
  type GovernanceRecord,
  RECORD_KINDS,
  type RecordAuthor,
  type RecordHistory,
  type RecordKind,
  type RecordSignature,
} from '@amaan/contracts/governance/record';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import { type InferResult, sql } from 'kysely';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';

/** `RECORD_NOT_FOUND`, or `RECORD_CHANGED` when somebody made a newer version meanwhile. */
export class RecordError extends AmaanError {}

export interface NewRecord {
  readonly kind: RecordKind;
  readonly system: string | null;
  readonly title: string;
  readonly status: string;
  readonly owner: string | null;
  readonly reviewAt: Instant | null;
  readonly expiresAt: Instant | null;
  readonly body: GovernanceRecord['body'];
  readonly by: RecordAuthor;
  readonly at: Instant;
  readonly note: string;
  readonly demo: boolean;
}

/** What can change of a record without a new version; what is left out stays. */
export interface RecordChange {
  readonly title?: string;
  readonly status?: string;
  readonly owner?: string | null;
  readonly reviewAt?: Instant | null;
  readonly expiresAt?: Instant | null;
  readonly closedAt?: Instant | null;
}

export interface RecordRevision extends RecordChange {
  readonly id: Identifier;
  /** The version that the author saw. */
  readonly seen: number;
  readonly body: GovernanceRecord['body'];
  readonly by: RecordAuthor;
  readonly at: Instant;
  readonly note: string;
}

export interface RecordFilter {
  readonly kinds?: readonly RecordKind[];
  readonly system?: string;
  readonly statuses?: readonly string[];
  readonly open?: boolean;
}

/** Opens a record with its first version. Call it in a transaction, with its ledger entry. */
export async function createRecord(db: Database, record: NewRecord): Promise<GovernanceRecord> {
  const id = newIdentifier();
  // One after the other: numbers within a kind have no gaps.
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`record ${record.kind}`}))`.execute(db);
  await db
    .insertInto('governance_record')
    .values((expressions) => ({
      id,
      kind: record.kind,
      ordinal: expressions
        .selectFrom('governance_record as other')
        .where('other.kind', '=', record.kind)
        .select(sql<number>`coalesce(max(other.ordinal), 0) + 1`.as('next')),
      system_id: record.system,
      title: record.title,
      status: record.status,
      owner: record.owner,
      opened_at: record.at,
      closed_at: null,
      review_at: record.reviewAt,
      expires_at: record.expiresAt,
      version: 1,
      demo: record.demo,
    }))
    .execute();
  await insertVersion(db, { ...record, id }, 1);
  return requireRecord(db, id);
}

/**
 * Makes the next version of a record. Call it in a transaction, with its ledger entry.
 * @throws RecordError `RECORD_NOT_FOUND`, `RECORD_CHANGED`
 */
export async function reviseRecord(db: Database, revision: RecordRevision): Promise<GovernanceRecord> {
  const { id, seen } = revision;
  const next = await db
    .updateTable('governance_record')
    .set({ ...changedColumns(revision), version: seen + 1 })
    .where('id', '=', id)
    .where('version', '=', seen)
    .returning('version')
    .executeTakeFirst();
  if (next === undefined) {
    const { version } = await requireRecord(db, id);
    throw new RecordError(
      'RECORD_CHANGED',
      `Somebody saved version ${version} meanwhile; yours was not saved. Compare both and save again.`,
    );
  }
  await insertVersion(db, revision, next.version);
  return requireRecord(db, id);
}

/**
 * Changes what stands beside the versions: status, owner, dates.
 * @throws RecordError `RECORD_NOT_FOUND`
 */
export async function changeRecord(
  db: Database,
  id: Identifier,
  change: RecordChange,
): Promise<GovernanceRecord> {
  await db.updateTable('governance_record').set(changedColumns(change)).where('id', '=', id).execute();
  return requireRecord(db, id);
}

/** Adds a person's word on a version. Call it in a transaction, with its ledger entry. */
export async function signRecord(
  db: Database,
  recordId: Identifier,
  { by, ...signature }: Omit<RecordSignature, 'id'>,
): Promise<Identifier> {
  const id = newIdentifier();
  await db
    .insertInto('governance_record_signature')
    .values({ ...signature, id, record_id: recordId, ...authorColumns(by) })
    .execute();
  return id;
}

/** One record, or null. */
export async function getRecord(db: Database, id: Identifier): Promise<GovernanceRecord | null> {
  const row = await selectRecords(db).where('record.id', '=', id).executeTakeFirst();
  return row === undefined ? null : recordOf(row);
}

/** Records, newest first. */
export async function listRecords(db: Database, filter: RecordFilter = {}): Promise<GovernanceRecord[]> {
  let query = selectRecords(db).orderBy('record.opened_at', 'desc').orderBy('record.id', 'desc');
  if (filter.kinds !== undefined) query = query.where('record.kind', 'in', [...filter.kinds]);
  if (filter.system !== undefined) query = query.where('record.system_id', '=', filter.system);
  if (filter.statuses !== undefined) query = query.where('record.status', 'in', [...filter.statuses]);
  if (filter.open !== undefined) query = query.where('record.closed_at', filter.open ? 'is' : 'is not', null);
  return (await query.execute()).map(recordOf);
}

/** Records by their ids, oldest first; an id that is none is left out. */
export async function listRecordsById(db: Database, ids: readonly Identifier[]): Promise<GovernanceRecord[]> {
  if (ids.length === 0) return [];
  const query = selectRecords(db).where('record.id', '=', sql<string>`any(${[...ids]}::uuid[])`);
  return (await query.orderBy('record.opened_at').orderBy('record.id').execute()).map(recordOf);
}

/** A record with all of its versions and signatures, oldest first, or null. */
export async function getRecordHistory(db: Database, id: Identifier): Promise<RecordHistory | null> {
  const record = await getRecord(db, id);
  if (record === null) return null;
  const versions = await db
    .selectFrom('governance_record_version')
    .selectAll()
    .where('record_id', '=', id)
    .orderBy('version')
    .execute();
  const signatures = await db
    .selectFrom('governance_record_signature')
    .selectAll()
    .where('record_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    record,
    versions: versions.map((row) => ({
      version: row.version,
      body: row.body as GovernanceRecord['body'],
      digest: digestHex(row.digest),
      at: row.at,
      by: authorOf(row),
      note: row.note,
    })),
    signatures: signatures.map(signatureOf),
  };
}

/** The signatures of some records, oldest first, by the record's id. */
export async function listRecordSignatures(
  db: Database,
  ids: readonly Identifier[],
): Promise<Map<Identifier, RecordSignature[]>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('governance_record_signature')
    .selectAll()
    .where('record_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const groups = Map.groupBy(rows, (row) => row.record_id);
  return new Map([...groups].map(([id, group]) => [id, group.map(signatureOf)]));
}

async function insertVersion(
  db: Database,
  { id, body, at, by, note }: Pick<RecordRevision, 'id' | 'body' | 'at' | 'by' | 'note'>,
  version: number,
): Promise<void> {
  await db
    .insertInto('governance_record_version')
    .values({
      record_id: id,
      version,
      body: JSON.stringify(body),
      digest: digestBytes(digestOfJson(body)),
      at,
      note,
      ...authorColumns(by),
    })
    .execute();
}

async function requireRecord(db: Database, id: Identifier): Promise<GovernanceRecord> {
  const record = await getRecord(db, id);
  if (record === null) {
    throw new RecordError('RECORD_NOT_FOUND', 'There is no such record; nothing was changed.');
  }
  return record;
}

function changedColumns(change: RecordChange) {
  return {
    ...(change.title !== undefined && { title: change.title }),
    ...(change.status !== undefined && { status: change.status }),
    ...(change.owner !== undefined && { owner: change.owner }),
    ...(change.reviewAt !== undefined && { review_at: change.reviewAt }),
    ...(change.expiresAt !== undefined && { expires_at: change.expiresAt }),
    ...(change.closedAt !== undefined && { closed_at: change.closedAt }),
  };
}

function selectRecords(db: Database) {
  return db
    .selectFrom('governance_record as record')
    .innerJoin('governance_record_version as version', (join) =>
      join.onRef('version.record_id', '=', 'record.id').onRef('version.version', '=', 'record.version'),
    )
    .selectAll('record')
    .select(['version.body', 'version.digest', 'version.at'])
    .select(['version.by_actor', 'version.by_name', 'version.by_person', 'version.by_role']);
}

type RecordRow = InferResult<ReturnType<typeof selectRecords>>[number];

function recordOf(row: RecordRow): GovernanceRecord {
  return {
    id: row.id,
    kind: row.kind,
    number: recordNumber(row.kind, row.ordinal),
    system: row.system_id,
    title: row.title,
    status: row.status,
    owner: row.owner,
    openedAt: row.opened_at,
    closedAt: row.closed_at,
    reviewAt: row.review_at,
    expiresAt: row.expires_at,
    version: row.version,
    body: row.body as GovernanceRecord['body'],
    digest: digestHex(row.digest),
    changedAt: row.at,
    changedBy: authorOf(row),
    demo: row.demo,
  };
}

function recordNumber(kind: RecordKind, ordinal: number): string {
  return `${RECORD_KINDS[kind]}-${String(ordinal).padStart(4, '0')}`;
}

type SignatureRow = AuthorRow & Omit<RecordSignature, 'by'>;

function signatureOf(row: SignatureRow): RecordSignature {
  const { id, version, meaning, at, statement, demo } = row;
  return { id, version, meaning, by: authorOf(row), at, statement, demo };
}

interface AuthorRow {
  readonly by_actor: string;
  readonly by_name: string;
  readonly by_person: string;
  readonly by_role: string;
}

function authorOf(row: AuthorRow): RecordAuthor {
  return { actor: row.by_actor, name: row.by_name, person: row.by_person, role: row.by_role };
}

function authorColumns(author: RecordAuthor): AuthorRow {
  return {
    by_actor: author.actor,
    by_name: author.name,
    by_person: author.person,
    by_role: author.role,
  };
}
