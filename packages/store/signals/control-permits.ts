import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';

export interface ControlPermit {
  readonly id: Identifier;
  readonly token: string;
  readonly claims: PermitClaims;
}

/** Permits to control junctions that are neither revoked nor expired; of each junction the one issued last. */
export async function listControlPermits(
  db: Database,
  now: Instant,
): Promise<Map<Identifier, ControlPermit>> {
  const rows = await db
    .selectFrom('permit')
    .select(['id', 'token', 'claims'])
    .where('scope', '=', 'junctions')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('issued_at')
    .orderBy('id')
    .execute();
  return new Map(
    rows.flatMap((permit) =>
      (permit.claims.junctions ?? []).map((junction): [Identifier, ControlPermit] => [junction, permit]),
    ),
  );
}

/**
 * Revokes every permit that lets one of these junctions be controlled and has not expired.
 * @returns the permits revoked now
 */
export async function revokeControlPermits(
  tx: Database,
  revocation: { readonly junctions: readonly Identifier[]; readonly reason: string; readonly at: Instant },
): Promise<{ permitId: Identifier; system: string }[]> {
  const { junctions, reason, at } = revocation;
  const rows = await tx
    .updateTable('permit')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('scope', '=', 'junctions')
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', at)
    .where(sql<boolean>`claims -> 'junctions' ?| ${[...junctions]}::text[]`)
    .returning(['id', 'system_id'])
    .execute();
  return rows.map(({ id, system_id }) => ({ permitId: id, system: system_id }));
}
