import type { OffenceChange, OffenceClass, OffenceEntry } from '@amaan/contracts/crime/incident';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { jsonRows } from '../json-rows.ts';
import type { Database } from '../open-database.ts';

/** Adds offences that the table does not have, as rules of words class them. Call it in the import's transaction. */
export async function addOffences(
  tx: Database,
  offences: readonly ({ readonly offence: string } & OffenceClass)[],
): Promise<void> {
  const rows = offences.map(({ offence, kind, officerInitiated, victimSensitive }) => ({
    ...{ offence, kind, officer_initiated: officerInitiated, victim_sensitive: victimSensitive },
  }));
  await sql`INSERT INTO crime_offence (offence, kind, officer_initiated, victim_sensitive, reviewed)
    SELECT offence, kind, officer_initiated, victim_sensitive, false FROM ${jsonRows(
      rows,
      'offence text, kind text, officer_initiated boolean, victim_sensitive boolean',
    )} ON CONFLICT (offence) DO NOTHING`.execute(tx);
}

/** The offence table by name, with how many incidents count. */
export async function listOffences(db: Database): Promise<OffenceEntry[]> {
  const rows = await db
    .selectFrom('crime_offence')
    .leftJoin(
      db
        .selectFrom('crime_import_offence')
        .innerJoin('crime_import', 'crime_import.id', 'import_id')
        .select(['offence', sql<number>`sum(incidents)::integer`.as('incidents')])
        .where('taken_back_at', 'is', null)
        .groupBy('offence')
        .as('counted'),
      'counted.offence',
      'crime_offence.offence',
    )
    .selectAll('crime_offence')
    .select('counted.incidents')
    .orderBy('crime_offence.offence')
    .execute();
  return rows.map((row) => ({
    ...{ offence: row.offence, kind: row.kind, reviewed: row.reviewed, incidents: row.incidents ?? 0 },
    ...{ officerInitiated: row.officer_initiated, victimSensitive: row.victim_sensitive },
    ...{ changedAt: row.changed_at, changedBy: row.changed_by_name, reason: row.reason },
  }));
}

/** What offences count as, by name. */
export async function readOffenceClasses(db: Database): Promise<Map<string, OffenceClass>> {
  const rows = await db
    .selectFrom('crime_offence')
    .select(['offence', 'kind', 'officer_initiated', 'victim_sensitive'])
    .execute();
  return new Map(
    rows.map(({ offence, kind, officer_initiated, victim_sensitive }) => [
      offence,
      { kind, officerInitiated: officer_initiated, victimSensitive: victim_sensitive },
    ]),
  );
}

/**
 * Says what an offence counts as. Call it in a transaction with its ledger entry.
 * @returns what it counted as before; null: the table has no such offence
 */
export async function changeOffence(
  tx: Database,
  { offence, kind, officerInitiated, victimSensitive, reason }: OffenceChange,
  { at, name }: { readonly at: Instant; readonly name: string },
): Promise<OffenceClass | null> {
  const before = await tx
    .selectFrom('crime_offence')
    .select(['kind', 'officer_initiated', 'victim_sensitive'])
    .where('offence', '=', offence)
    .forUpdate()
    .executeTakeFirst();
  if (before === undefined) return null;
  await tx
    .updateTable('crime_offence')
    .set({
      ...{ kind, officer_initiated: officerInitiated, victim_sensitive: victimSensitive, reviewed: true },
      ...{ changed_at: at, changed_by_name: name, reason },
    })
    .where('offence', '=', offence)
    .execute();
  return {
    kind: before.kind,
    officerInitiated: before.officer_initiated,
    victimSensitive: before.victim_sensitive,
  };
}

/** Incidents that count by offence, of listed imports. */
export async function countByOffence(
  db: Database,
  imports: readonly string[],
): Promise<{ offence: string; incidents: number }[]> {
  if (imports.length === 0) return [];
  return db
    .selectFrom('crime_import_offence')
    .select(['offence', sql<number>`sum(incidents)::integer`.as('incidents')])
    .where('import_id', 'in', [...imports])
    .groupBy('offence')
    .orderBy('incidents', 'desc')
    .orderBy('offence')
    .execute();
}
