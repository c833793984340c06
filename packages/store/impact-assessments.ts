import type { Identifier } from '@amaan/contracts/identifier';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

/** An approval as permits rely on it. */
export interface ApprovedAssessment {
  readonly system: string;
  readonly recordId: Identifier;
  readonly recordVersion: number;
  /** The version of the system that it is about. */
  readonly systemVersion: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
  readonly statement: string;
  readonly demo: boolean;
}

/** Records that a version of an assessment was approved: from now on permits rely on it. Call it in a transaction. */
export async function insertApprovedAssessment(
  db: Database,
  { system, recordId, recordVersion, systemVersion, expiresAt, ...decision }: ApprovedAssessment,
): Promise<Identifier> {
  const id = newIdentifier();
  await db
    .insertInto('impact_assessment')
    .values({
      ...decision,
      id,
      system_id: system,
      status: 'approved',
      expires_at: expiresAt,
      record_id: recordId,
      record_version: recordVersion,
      system_version: systemVersion,
    })
    .execute();
  return id;
}

/** The approval that permits of a system rely on: the newest. Null: none. The row is locked until the transaction ends. */
export async function getAssessmentInForce(
  db: Database,
  system: string,
): Promise<{ id: Identifier; recordId: Identifier | null; expiresAt: Instant } | null> {
  const row = await db
    .selectFrom('impact_assessment')
    .select(['id', 'record_id as recordId', 'expires_at as expiresAt'])
    .where('system_id', '=', system)
    .where('status', '=', 'approved')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst();
  return row ?? null;
}

/** Lets an approval end earlier than it was given for; an end that is not earlier changes nothing. */
export async function shortenAssessment(db: Database, id: Identifier, expiresAt: Instant): Promise<boolean> {
  const changed = await db
    .updateTable('impact_assessment')
    .set({ expires_at: expiresAt })
    .where('id', '=', id)
    .where('expires_at', '>', expiresAt)
    .returning('id')
    .executeTakeFirst();
  return changed !== undefined;
}
