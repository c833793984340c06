import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../../open-database.ts';

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;

/** How often may be searched; what is only looked at is counted by itself. */
export interface SearchAllowance {
  /** Of one person, under whatever authorisation. */
  readonly perPersonAndHour: number;
  /** Under one authorisation, by whomever. */
  readonly perAuthorisationAndDay: number;
}

/**
 * Counts a search before it is made, whatever becomes of it, or says when the next one may be. What is refused is not
 * counted. Who begins two at once is counted twice: one transaction waits for the other.
 *
 * @param person as four eyes spell people: two accounts of one human count together
 * @returns null when it may be made, else the instant from which on the next one may
 */
export async function chargeSearch(
  tx: Database,
  charge: {
    readonly kind: 'look' | 'search';
    readonly authorisationId: Identifier;
    readonly person: string;
    /** Unix time in milliseconds. */
    readonly now: number;
  },
  { perPersonAndHour, perAuthorisationAndDay }: SearchAllowance,
): Promise<Instant | null> {
  const { kind, authorisationId, person, now } = charge;
  await sql`SELECT pg_advisory_xact_lock(hashtext('face_search_charge'))`.execute(tx);
  await tx
    .deleteFrom('face_search_charge')
    .where('at', '<=', instantOf(now - DAY_MS))
    .execute();
  const made = tx
    .selectFrom('face_search_charge')
    .select('at')
    .where('kind', '=', kind)
    .orderBy('at', 'desc');
  // The one that has to be over before another may be: so many after it are as many as are allowed.
  const last = async (of: typeof made, allowed: number, within: number) => {
    const row = await of
      .offset(allowed - 1)
      .limit(1)
      .executeTakeFirst();
    return row === undefined ? 0 : Date.parse(row.at) + within;
  };
  const free = Math.max(
    await last(made.where('person', '=', person), perPersonAndHour, HOUR_MS),
    await last(made.where('authorisation_id', '=', authorisationId), perAuthorisationAndDay, DAY_MS),
  );
  if (free > now) return instantOf(free);
  await tx
    .insertInto('face_search_charge')
    .values({ id: newIdentifier(), kind, authorisation_id: authorisationId, person, at: instantOf(now) })
    .execute();
  return null;
}
