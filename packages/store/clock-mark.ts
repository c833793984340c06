import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** How many of the ledger's newest entries are looked at. */
const NEWEST = 100;

/**
 * The latest instant that was remembered, or that one of the ledger's newest entries names; null: none. Entries
 * from before two people accepted the present time do not count.
 */
export async function latestInstantSeen(db: Database): Promise<Instant | null> {
  const mark = await db.selectFrom('clock_mark').select('latest').executeTakeFirst();
  const entry = await db
    .selectFrom((build) =>
      build
        .selectFrom('ledger_entry')
        .select('at')
        .where('index', '>=', ({ selectFrom }) =>
          selectFrom('clock_acceptance').select(sql<number>`coalesce(max(ledger_size), 0)`.as('size')),
        )
        .orderBy('index', 'desc')
        .limit(NEWEST)
        .as('newest'),
    )
    .select(({ fn }) => fn.max('at').as('at'))
    .executeTakeFirst();
  const seen = [mark?.latest, entry?.at].filter((at) => at !== undefined && at !== null);
  return seen.reduce<Instant | null>((latest, at) => (latest === null || at > latest ? at : latest), null);
}

/** Remembers an instant, unless a later one is remembered already. */
export async function rememberInstant(db: Database, at: Instant): Promise<void> {
  await db
    .insertInto('clock_mark')
    .values({ latest: at })
    .onConflict((conflict) =>
      conflict
        .column('only_row')
        .doUpdateSet({ latest: sql<Instant>`greatest(clock_mark.latest, excluded.latest)` }),
    )
    .execute();
}
