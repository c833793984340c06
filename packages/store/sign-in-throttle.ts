import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** How failures slow further attempts down. */
export interface ThrottleRule {
  /** Failures that cost nothing. */
  readonly free: number;
  readonly firstDelaySeconds: number;
  readonly longestDelaySeconds: number;
  /** After this long without a failure all is forgotten. */
  readonly forgetAfterSeconds: number;
}

/**
 * Counts an attempt as a failure before it is made, so that many at once are no way round; a success takes
 * the count away. After `free` failures each one doubles the wait, up to the longest; never for ever.
 *
 * @returns null when the attempt may be made, else the instant from which on the next one may
 */
export async function chargeAttempt(
  db: Database,
  key: Uint8Array,
  now: Instant,
  { free, firstDelaySeconds, longestDelaySeconds, forgetAfterSeconds }: ThrottleRule,
): Promise<Instant | null> {
  const forgotten = sql`sign_in_throttle.failed_at < ${now}::timestamptz - make_interval(secs => ${forgetAfterSeconds})`;
  const failures = sql`CASE WHEN ${forgotten} THEN 1 ELSE sign_in_throttle.failures + 1 END`;
  const delay = sql`CASE WHEN ${failures} <= ${free} THEN 0 ELSE
    least(${longestDelaySeconds}::float8, ${firstDelaySeconds}::float8 * 2 ^ least(${failures} - ${free} - 1, 30)) END`;
  const charged = await sql<{ failures: number }>`
    INSERT INTO sign_in_throttle (key, failures, failed_at, blocked_until)
    VALUES (${key}, 1, ${now}, ${now})
    ON CONFLICT (key) DO UPDATE SET
      failures = ${failures},
      failed_at = ${now},
      blocked_until = ${now}::timestamptz + make_interval(secs => ${delay})
    WHERE sign_in_throttle.blocked_until <= ${now}
    RETURNING failures`.execute(db);
  if (charged.rows.length > 0) return null;
  const row = await db
    .selectFrom('sign_in_throttle')
    .select('blocked_until')
    .where('key', '=', key)
    .executeTakeFirst();
  return row?.blocked_until ?? null;
}

/** Takes one attempt off the count again: it was right, but only the first of two. */
export async function releaseAttempt(db: Database, key: Uint8Array, now: Instant): Promise<void> {
  await db
    .updateTable('sign_in_throttle')
    .set(({ eb }) => ({ failures: eb('failures', '-', 1), blocked_until: now }))
    .where('key', '=', key)
    .execute();
}

/** Forgets the failures of a key, and of all that have not failed since `before`. */
export async function clearAttempts(db: Database, key: Uint8Array, before: Instant): Promise<void> {
  await db
    .deleteFrom('sign_in_throttle')
    .where((eb) => eb.or([eb('key', '=', key), eb('failed_at', '<', before)]))
    .execute();
}
