import { digestOfJson } from '@amaan/contracts/digest-of';
import type { FaceAuditSetInput } from '@amaan/contracts/faces/matches/face-report';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { digestBytes } from '../../digest-column.ts';
import type { Database } from '../../open-database.ts';

/** An audit set as it was uploaded. */
export interface StoredAuditSet {
  readonly id: Identifier;
  readonly body: FaceAuditSetInput;
  readonly uploadedAt: Instant;
  readonly uploadedBy: string;
}

/** Keeps an audit set, with the digest that the ledger names. */
export async function insertFaceAuditSet(
  tx: Database,
  { id, body, uploadedAt, uploadedBy }: StoredAuditSet,
): Promise<void> {
  await tx
    .insertInto('face_audit_set')
    .values({
      id,
      body: JSON.stringify(body),
      digest: digestBytes(digestOfJson(body)),
      uploaded_at: uploadedAt,
      uploaded_by: uploadedBy,
    })
    .execute();
}

/** All of them, the newest first. */
export async function listFaceAuditSets(db: Database): Promise<StoredAuditSet[]> {
  return db
    .selectFrom('face_audit_set')
    .select(['id', 'body', 'uploaded_at as uploadedAt', 'uploaded_by as uploadedBy'])
    .orderBy('id', 'desc')
    .execute();
}
