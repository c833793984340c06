import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';

/** Remembers that plates were seen on days. Each plate stands in the table once. */
export async function knowPlates(
  db: Database,
  seen: readonly { readonly plate: string; readonly day: string }[],
): Promise<void> {
  const days = new Map<string, string>();
  for (const { plate, day } of seen) if ((days.get(plate) ?? '') < day) days.set(plate, day);
  const rows = [...days].map(([plate, day]) => ({ plate, day }));
  if (rows.length === 0) return;
  // In the order of the key: two writers never wait for each other in a circle.
  await sql`
    INSERT INTO known_plate (plate, last_day)
    SELECT plate, day FROM ${jsonRows(rows, 'plate text, day date')} ORDER BY plate COLLATE "C"
    ON CONFLICT (plate) DO UPDATE SET last_day = excluded.last_day
    WHERE known_plate.last_day < excluded.last_day`.execute(db);
}

/** What known plates are looked through for. */
export interface KnownPlateQuery {
  /** For `LIKE`, or a regular expression. */
  readonly fits: { readonly kind: 'like' | 'regular'; readonly pattern: string };
  /** What a plate may begin with, or end with: an index finds them. None: every plate is looked at. */
  readonly ends: { readonly backwards: boolean; readonly texts: readonly string[] };
  readonly limit: number;
}

/** The plates that fit, at most `limit`, in no order. */
export async function findKnownPlates(db: Database, query: KnownPlateQuery): Promise<string[]> {
  const { backwards, texts } = query.ends;
  const ends = texts.map((text) =>
    backwards
      ? sql`reverse(plate) COLLATE "C" LIKE ${`${[...text].reverse().join('')}%`}`
      : sql`plate LIKE ${`${text}%`}`,
  );
  const led = ends.length === 0 ? sql`` : sql`(${sql.join(ends, sql` OR `)}) AND`;
  const { rows } = await sql<{ plate: string }>`
    SELECT plate FROM known_plate
    WHERE ${led} plate ${sql.raw(query.fits.kind === 'like' ? 'LIKE' : '~')} ${query.fits.pattern}
    LIMIT ${query.limit}`.execute(db);
  return rows.map(({ plate }) => plate);
}

/** Those of some plates that were ever seen. */
export async function whichAreKnown(db: Database, plates: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ plate: string }>`
    SELECT plate FROM known_plate WHERE plate = any(${[...plates]}::text[])`.execute(db);
  return rows.map(({ plate }) => plate);
}

/** Forgets plates that no sighting has any more. @param before `YYYY-MM-DD` */
export async function forgetPlates(db: Database, before: string): Promise<number> {
  const { numAffectedRows } = await sql`
    DELETE FROM known_plate WHERE last_day < ${before}::date
      AND NOT EXISTS (SELECT FROM sighting WHERE sighting.plate = known_plate.plate)
      AND NOT EXISTS (SELECT FROM sighting WHERE sighting.corrected = known_plate.plate)`.execute(db);
  return Number(numAffectedRows ?? 0);
}
