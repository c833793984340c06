import type { Digest } from '@amaan/contracts/digest';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';

/** The rules of access, word for word. */
export interface StoredPolicyText {
  readonly schema: string;
  readonly policies: Readonly<Record<string, string>>;
}

/** Rules that held from an instant on. */
export interface PolicyPeriod {
  readonly digest: Digest;
  readonly since: Instant;
}

/** Notes that these rules hold from now on. Call it in a transaction, with its ledger entry. */
export async function recordPolicies(
  db: Database,
  { digest, since }: PolicyPeriod,
  text: StoredPolicyText,
): Promise<void> {
  await db
    .insertInto('policy_text')
    .values({ digest: digestBytes(digest), body: JSON.stringify(text) })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  await db
    .insertInto('policy_in_force')
    .values({ id: newIdentifier(), since, digest: digestBytes(digest) })
    .execute();
}

/** Which rules held when, oldest first. */
export async function listPolicyPeriods(db: Database): Promise<PolicyPeriod[]> {
  const rows = await db
    .selectFrom('policy_in_force')
    .select(['digest', 'since'])
    .orderBy('since')
    .orderBy('id')
    .execute();
  return rows.map(({ digest, since }) => ({ digest: digestHex(digest), since }));
}

/** The words behind a digest, or null. */
export async function getPolicyText(db: Database, digest: Digest): Promise<StoredPolicyText | null> {
  const row = await db
    .selectFrom('policy_text')
    .select('body')
    .where('digest', '=', digestBytes(digest))
    .executeTakeFirst();
  return row?.body ?? null;
}
