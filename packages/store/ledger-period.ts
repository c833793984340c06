import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** Entries from `start` (included) to `end` (not included). */
export interface LedgerRange {
  readonly start: number;
  readonly end: number;
}

/**
 * The entries of a period. The ledger is in the order of its commits, so times rise along it but for
 * fractions of a second; each end is found by halving, with one look-up per step.
 */
export async function findLedgerRange(
  db: Database,
  period: { readonly from: Instant; readonly to: Instant },
  size: number,
): Promise<LedgerRange> {
  const start = await firstAt(db, period.from, size);
  return { start, end: Math.max(start, await firstAt(db, period.to, size)) };
}

/** The first entry that is not before an instant, where its predecessor is. */
async function firstAt(db: Database, instant: Instant, size: number): Promise<number> {
  let low = 0;
  let high = size;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const row = await db
      .selectFrom('ledger_entry')
      .select('at')
      .where('index', '=', middle)
      .executeTakeFirstOrThrow();
    if (row.at < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Signed heads that vouch for a range: the last one before it, some within, and the first one after it. */
export async function listCheckpointsAround(
  db: Database,
  { start, end }: LedgerRange,
  most: number,
): Promise<{ readonly size: number; readonly note: string }[]> {
  const { rows } = await sql<{ size: number; note: string }>`
    WITH bounds AS (
      SELECT
        coalesce((SELECT max(size) FROM ledger_checkpoint WHERE size <= ${start}), 0) AS first,
        coalesce((SELECT min(size) FROM ledger_checkpoint WHERE size >= ${end}), ${end}) AS last
    ), around AS (
      SELECT size, note, row_number() OVER (ORDER BY size) - 1 AS place, count(*) OVER () AS total
      FROM ledger_checkpoint, bounds WHERE size BETWEEN bounds.first AND bounds.last
    )
    SELECT size, note FROM around
    WHERE place = total - 1 OR place % greatest(1, ceil(total::numeric / ${most})::bigint) = 0
    ORDER BY size`.execute(db);
  return rows;
}

const BATCH = 5000;

/** Every alert that was raised within a range, as the ledger has it, in its order. */
export async function* streamRaisedAlerts(
  db: Database,
  { start, end }: LedgerRange,
): AsyncGenerator<{ readonly index: number; readonly id: Identifier }> {
  for (let after = start - 1; ; ) {
    const rows = await db
      .selectFrom('ledger_entry')
      .select(['index', sql<Identifier>`substr(subject, 7)`.as('id')])
      .where('kind', '=', 'alert.raised')
      .where('index', '>', after)
      .where('index', '<', end)
      .orderBy('index')
      .limit(BATCH)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < BATCH) return;
    after = last.index;
  }
}

/** How many entries of each kind a range has. */
export async function countLedgerKinds(
  db: Database,
  { start, end }: LedgerRange,
): Promise<{ readonly kind: string; readonly entries: number }[]> {
  return db
    .selectFrom('ledger_entry')
    .select((select) => ['kind', select.fn.countAll<number>().as('entries')])
    .where('index', '>=', start)
    .where('index', '<', end)
    .groupBy('kind')
    .orderBy('kind')
    .execute();
}
