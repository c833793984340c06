import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { type PlateCondition, plateFits, type SightingQuery } from './sightings.ts';

/** What was read where people say that it is one of some plates: files hold only what was read. */
export async function correctedTo(db: Database, plates: PlateCondition): Promise<string[]> {
  const { rows } = await sql<{ original: string }>`
    SELECT DISTINCT original FROM plate_correction WHERE ${plateFits(sql.ref('plate'), plates)}`.execute(db);
  return rows.map(({ original }) => original);
}

/** The cameras of an area: files hold no positions. */
export async function camerasWithin(
  db: Database,
  [west, south, east, north]: NonNullable<SightingQuery['area']>,
): Promise<Identifier[]> {
  const rows = await db
    .selectFrom('camera')
    .select('id')
    .where('longitude', '>=', west)
    .where('longitude', '<=', east)
    .where('latitude', '>=', south)
    .where('latitude', '<=', north)
    .execute();
  return rows.map(({ id }) => id);
}
