import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** A permit in force without its token and its list of cameras, which can be long. */
export interface PermitFacts {
  readonly id: Identifier;
  readonly system: string;
  readonly version: string;
  readonly models: readonly { readonly id: string; readonly digest: string }[];
  readonly configurationDigest: string;
  readonly purposes: readonly string[];
  /** How many cameras it covers. */
  readonly cameras: number;
  readonly issuedAt: Instant;
  readonly expiresAt: Instant;
  readonly approvalIds: readonly Identifier[];
}

/** Of each AI system the permit issued last that is neither revoked nor expired. */
export async function readPermitFacts(db: Database, now: Instant): Promise<PermitFacts[]> {
  return db
    .selectFrom('permit')
    .distinctOn('system_id')
    .select(['id', 'system_id as system', 'issued_at as issuedAt', 'expires_at as expiresAt'])
    .select('approval_ids as approvalIds')
    .select([
      sql<string>`claims ->> 'version'`.as('version'),
      sql<PermitFacts['models']>`claims -> 'models'`.as('models'),
      sql<string>`claims ->> 'configurationDigest'`.as('configurationDigest'),
      sql<string[]>`claims -> 'purposes'`.as('purposes'),
      sql<number>`jsonb_array_length(claims -> 'cameras')`.as('cameras'),
    ])
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('system_id')
    .orderBy('issued_at', 'desc')
    .orderBy('id', 'desc')
    .execute();
}
