import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { Purpose, type StatedPurposeView } from '@amaan/contracts/stated-purpose';
import type { Database } from './open-database.ts';

export interface NewStatedPurpose {
  readonly caseId: Identifier;
  readonly userId: string;
  readonly purpose: Purpose;
  readonly statement: string;
  readonly at: Instant;
  readonly expiresAt: Instant;
}

/** Puts a purpose on record. Call it in a transaction, with its ledger entry. */
export async function insertStatedPurpose(db: Database, stated: NewStatedPurpose): Promise<Identifier> {
  const id = newIdentifier();
  const { caseId, userId, expiresAt, ...words } = stated;
  await db
    .insertInto('stated_purpose')
    .values({ id, case_id: caseId, user_id: userId, expires_at: expiresAt, ...words })
    .execute();
  return id;
}

/**
 * A purpose that still opens data: of this person, not expired, its case open, and the person still a
 * member of it. Null otherwise.
 */
export async function findValidPurpose(
  db: Database,
  id: Identifier,
  userId: string,
  now: Instant,
): Promise<StatedPurposeView | null> {
  const row = await db
    .selectFrom('stated_purpose as stated')
    .innerJoin('case_file', 'case_file.id', 'stated.case_id')
    .innerJoin('case_member', (join) =>
      join
        .onRef('case_member.case_id', '=', 'stated.case_id')
        .onRef('case_member.user_id', '=', 'stated.user_id'),
    )
    .select(['stated.id', 'stated.purpose', 'stated.statement', 'stated.at', 'stated.expires_at'])
    .select(['case_file.id as case_id', 'case_file.ordinal', 'case_file.site_id'])
    .where('stated.id', '=', id)
    .where('stated.user_id', '=', userId)
    .where('stated.expires_at', '>', now)
    .where('case_file.closed_at', 'is', null)
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    id: row.id,
    caseId: row.case_id,
    caseNumber: `CASE-${String(row.ordinal).padStart(4, '0')}`,
    siteId: row.site_id,
    purpose: Purpose.parse(row.purpose),
    statement: row.statement,
    at: row.at,
    expiresAt: row.expires_at,
  };
}
