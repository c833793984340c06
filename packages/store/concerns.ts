import { type GovernanceRecord, RECORD_KINDS } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from './open-database.ts';
import { getRecord } from './records.ts';

/** What whoever raised a concern holds, and how to reach them. */
export interface ConcernReceiptRow {
  readonly recordId: Identifier;
  readonly codeDigest: Uint8Array;
  readonly contactSealed: Uint8Array | null;
}

/** Keeps the receipt of a concern. Call it in a transaction, with the record. */
export async function insertConcernReceipt(db: Database, receipt: ConcernReceiptRow): Promise<void> {
  await db
    .insertInto('concern_receipt')
    .values({
      record_id: receipt.recordId,
      code_digest: receipt.codeDigest,
      contact_sealed: receipt.contactSealed,
    })
    .execute();
}

/** A concern by the number on its receipt, with the digest of the receipt's code, or null. */
export async function findConcernByNumber(
  db: Database,
  number: string,
): Promise<{ readonly record: GovernanceRecord; readonly codeDigest: Uint8Array } | null> {
  const ordinal = Number(new RegExp(`^${RECORD_KINDS.concern}-(\\d{1,9})$`, 'i').exec(number)?.[1]);
  if (!Number.isInteger(ordinal)) return null;
  const row = await db
    .selectFrom('governance_record as record')
    .innerJoin('concern_receipt as receipt', 'receipt.record_id', 'record.id')
    .select(['record.id', 'receipt.code_digest as codeDigest'])
    .where('record.kind', '=', 'concern')
    .where('record.ordinal', '=', ordinal)
    .executeTakeFirst();
  if (row === undefined) return null;
  const record = await getRecord(db, row.id);
  return record === null ? null : { record, codeDigest: row.codeDigest };
}

/** The sealed contact of a concern, or null. */
export async function getConcernContact(db: Database, recordId: Identifier): Promise<Uint8Array | null> {
  const row = await db
    .selectFrom('concern_receipt')
    .select('contact_sealed')
    .where('record_id', '=', recordId)
    .executeTakeFirst();
  return row?.contact_sealed ?? null;
}

/** Erases how to reach whoever raised a concern. @returns whether there was anything to erase */
export async function eraseConcernContact(db: Database, recordId: Identifier): Promise<boolean> {
  const row = await db
    .updateTable('concern_receipt')
    .set({ contact_sealed: null })
    .where('record_id', '=', recordId)
    .where('contact_sealed', 'is not', null)
    .returning('record_id')
    .executeTakeFirst();
  return row !== undefined;
}
