import type { Identifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';
import { readSuspensionsInForce } from './suspensions.ts';

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
      scope: claims.junctions === undefined ? 'cameras' : 'junctions',
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

/** The permits for cameras in force: of each AI system the one issued last that is neither revoked nor expired. */
export async function listPermitsInForce(db: Database, now: Instant): Promise<StoredPermit[]> {
  return selectPermits(db)
    .distinctOn('system_id')
    .where('scope', '=', 'cameras')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('system_id')
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Which permit for cameras is in force of each AI system, without what it says: that may be a megabyte. */
export async function findPermitsInForce(
  db: Database,
  now: Instant,
): Promise<{ id: Identifier; system: string }[]> {
  return db
    .selectFrom('permit')
    .select(['id', 'system_id as system'])
    .distinctOn('system_id')
    .where('scope', '=', 'cameras')
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

/** What was revoked of permits that go on otherwise and have not yet expired. */
export async function listRevokedCameras(
  db: Database,
  now: Instant,
): Promise<{ permitId: Identifier; cameras: Identifier[] }[]> {
  return db
    .selectFrom('permit_camera_revocation as revocation')
    .innerJoin('permit', 'permit.id', 'revocation.permit_id')
    .select(['revocation.permit_id as permitId', 'revocation.cameras'])
    .where('permit.revoked_at', 'is', null)
    .where('permit.expires_at', '>', now)
    .orderBy('revocation.permit_id')
    .orderBy('revocation.at')
    .execute();
}

/**
 * When each of these cameras was revoked under each of these permits, as `PERMIT CAMERA`; those that were not
 * are left out. A whole permit's revocation stands with the permit.
 */
export async function readCameraRevocations(
  db: Database,
  permitIds: readonly Identifier[],
  cameraIds: readonly Identifier[],
): Promise<Map<string, Instant>> {
  if (permitIds.length === 0 || cameraIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('permit_camera_revocation as revocation')
    .innerJoinLateral(
      sql<{ id: Identifier }>`unnest(${sql.ref('revocation.cameras')})`.as<'camera'>(sql`camera (id)`),
      (join) => join.onTrue(),
    )
    .select(['revocation.permit_id as permitId', 'camera.id as cameraId', 'revocation.at'])
    .where('revocation.permit_id', 'in', permitIds)
    .where('camera.id', 'in', cameraIds)
    .orderBy('revocation.at', 'desc')
    .execute();
  // The earliest comes last, and stays.
  return new Map(rows.map(({ permitId, cameraId, at }) => [`${permitId} ${cameraId}`, at]));
}

/**
 * Revokes the cameras of a group under all permits of an AI system that are in force; other cameras go on.
 * @returns which cameras stop under which permit; permits that cover none of them are left out
 */
export async function revokeCameras(
  db: Database,
  revocation: {
    readonly system: string;
    readonly suspensionId: Identifier;
    readonly cameraGroupId: Identifier;
    readonly at: Instant;
  },
): Promise<{ permitId: Identifier; cameras: Identifier[] }[]> {
  const { system, suspensionId, cameraGroupId, at } = revocation;
  // One join over the lists of the permits: a permit of a province names 24,000 cameras.
  const { rows } = await sql<{ permitId: Identifier; cameras: Identifier[] }>`
    INSERT INTO permit_camera_revocation (permit_id, suspension_id, at, cameras)
    SELECT permit.id, ${suspensionId}, ${at}, array_agg(camera.id ORDER BY camera.id)
    FROM permit
    CROSS JOIN LATERAL jsonb_array_elements_text(permit.claims -> 'cameras') AS listed (id)
    JOIN camera ON camera.id = listed.id::uuid AND camera.group_id = ${cameraGroupId}
    WHERE permit.system_id = ${system} AND permit.revoked_at IS NULL AND permit.expires_at > ${at}
    GROUP BY permit.id
    RETURNING permit_id AS "permitId", cameras`.execute(db);
  return rows;
}

/**
 * The cameras that a permit of an AI system may cover now: all but those of the groups on which it is
 * suspended.
 */
export async function listPermittedCameras(db: Database, system: string): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('camera')
    .select('id')
    .where('deleted_at', 'is', null)
    .where('group_id', 'not in', (build) =>
      build
        .selectFrom('suspension')
        .select(sql<Identifier>`camera_group_id`.as('id'))
        .where('system_id', '=', system)
        .where('camera_group_id', 'is not', null)
        .where('ended_at', 'is', null),
    )
    .orderBy('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** `listPermittedCameras` for many AI systems, with two queries: a province has 24,000 cameras. */
export async function readPermittedCameras(db: Database): Promise<(system: string) => Identifier[]> {
  const cameras = await db
    .selectFrom('camera')
    .select(['id', 'group_id as groupId'])
    .where('deleted_at', 'is', null)
    .orderBy('id')
    .execute();
  const inForce = await readSuspensionsInForce(db);
  const all = cameras.map(({ id }) => id);
  return (system) => {
    const groups = new Set(
      inForce.filter((suspension) => suspension.system === system).map(({ cameraGroupId }) => cameraGroupId),
    );
    if (groups.size === 0) return all;
    return cameras.filter(({ groupId }) => !groups.has(groupId)).map(({ id }) => id);
  };
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
