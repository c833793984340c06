import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { Database } from './open-database.ts';

export interface StoredPermit {
  readonly id: Identifier;
  readonly system: string;
  readonly token: string;
  readonly claims: PermitClaims;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly revokedAt: Instant | null;
  readonly revokedReason: string | null;
}

export interface NewPermit {
  readonly token: string;
  readonly claims: PermitClaims;
  /** The decisions that the issuer relied on. */
  readonly approvalIds: readonly Identifier[];
  readonly impactAssessmentId: Identifier | null;
}

/** Records a permit that was issued. */
export async function insertPermit(db: Database, permit: NewPermit): Promise<void> {
  const { claims } = permit;
  await db
    .insertInto('permit')
    .values({
      id: claims.jti,
      system_id: claims.sub,
      claims: JSON.stringify(claims),
      token: permit.token,
      issued_at: instantOf(claims.iat * 1000),
      expires_at: instantOf(claims.exp * 1000),
      approval_ids: [...permit.approvalIds],
      impact_assessment_id: permit.impactAssessmentId,
      revoked_at: null,
      revoked_reason: null,
    })
    .execute();
}

/** One permit, in force or not, or null. */
export async function getPermit(db: Database, id: Identifier): Promise<StoredPermit | null> {
  return (await selectPermits(db).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The permits in force: of each AI system the one issued last that is neither revoked nor expired. */
export async function listPermitsInForce(db: Database, now: Instant): Promise<StoredPermit[]> {
  return selectPermits(db)
    .distinctOn('system_id')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('system_id')
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Permits that were revoked and have not yet expired: what a worker must be told of. */
export async function listRevokedPermits(db: Database, now: Instant): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('permit')
    .select('id')
    .where('revoked_at', 'is not', null)
    .where('expires_at', '>', now)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.id);
}

/**
 * Revokes all permits of an AI system that have not expired.
 * @returns the identifiers of those revoked now
 */
export async function revokePermits(
  db: Database,
  revocation: { readonly system: string; readonly reason: string; readonly at: Instant },
): Promise<Identifier[]> {
  const { system, reason, at } = revocation;
  const rows = await db
    .updateTable('permit')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('system_id', '=', system)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .returning('id')
    .execute();
  return rows.map((row) => row.id);
}

function selectPermits(db: Database) {
  return db
    .selectFrom('permit')
    .select(['id', 'system_id as system', 'token', 'claims'])
    .select(['issued_at as issuedAt', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .select('revoked_reason as revokedReason');
}
