import type { Instant } from '@amaan/contracts/instant';
import type { Database } from './open-database.ts';

/** A session as it is opened. The token is the secret; the id is not. */
export interface NewSession {
  readonly id: string;
  readonly token: string;
  readonly userId: string;
  readonly userAgent: string;
  readonly method: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant;
  readonly steppedUpAt: Instant | null;
}

export async function insertSession(db: Database, session: NewSession): Promise<void> {
  const { createdAt } = session;
  await db
    .insertInto('session')
    .values({ ...session, updatedAt: createdAt, lastSeenAt: createdAt, ipAddress: null })
    .execute();
}

/** The sessions of a user that have not expired, newest first. */
export function listSessions(db: Database, userId: string, now: Instant) {
  return db
    .selectFrom('session')
    .select(['id', 'createdAt', 'lastSeenAt', 'userAgent', 'method'])
    .where('userId', '=', userId)
    .where('expiresAt', '>', now)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute();
}

/** Deletes sessions of one user. @returns the identifiers of those that there were */
export async function deleteSessions(
  db: Database,
  userId: string,
  which: { readonly only: string } | { readonly except: string | null },
): Promise<string[]> {
  const rows = await db
    .deleteFrom('session')
    .where('userId', '=', userId)
    .$if('only' in which, (query) => query.where('id', '=', 'only' in which ? which.only : ''))
    .$if('except' in which && which.except !== null, (query) =>
      query.where('id', '!=', 'except' in which ? (which.except ?? '') : ''),
    )
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

export async function markSteppedUp(db: Database, sessionId: string, at: Instant): Promise<void> {
  await db.updateTable('session').set({ steppedUpAt: at }).where('id', '=', sessionId).execute();
}

/** Notes that a session is used. */
export async function touchSession(db: Database, sessionId: string, at: Instant): Promise<void> {
  await db.updateTable('session').set({ lastSeenAt: at }).where('id', '=', sessionId).execute();
}

/** Which of some sessions still let their person in. */
export async function livingSessions(
  db: Database,
  ids: readonly string[],
  now: Instant,
): Promise<ReadonlySet<string>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .selectFrom('session')
    .innerJoin('user', 'user.id', 'session.userId')
    .select('session.id')
    .where('session.id', 'in', ids)
    .where('session.expiresAt', '>', now)
    .where('user.disabledAt', 'is', null)
    .execute();
  return new Set(rows.map(({ id }) => id));
}
