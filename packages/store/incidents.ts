import type { PlatformStatus } from '@amaan/contracts/api/platform-status';
import { INCIDENT_SEVERITIES, NOTICED_SOURCES } from '@amaan/contracts/governance/incident';
import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';
import { getRecord } from './records.ts';

/**
 * The open incident that the platform reported under a key, or null. Until the end of the transaction nobody
 * else reports under this key.
 */
export async function findOpenIncident(tx: Database, key: string): Promise<GovernanceRecord | null> {
  await sql`SELECT pg_advisory_xact_lock(hashtext(${`incident ${key}`}))`.execute(tx);
  const row = await tx
    .selectFrom('governance_record as record')
    .innerJoin('governance_record_version as version', (join) =>
      join.onRef('version.record_id', '=', 'record.id').onRef('version.version', '=', 'record.version'),
    )
    .select('record.id')
    .where('record.kind', '=', 'incident')
    .where('record.closed_at', 'is', null)
    .where(sql<boolean>`version.body ->> 'key' = ${key}`)
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : getRecord(tx, row.id);
}

/** What the platform noticed by itself and nobody closed yet. */
export async function summariseNoticed(db: Database): Promise<NonNullable<PlatformStatus['noticed']>> {
  const { rows } = await sql<{
    source: (typeof NOTICED_SOURCES)[number];
    open: number;
    severity: number;
    first: string;
    opened: string;
  }>`
    SELECT version.body ->> 'source' AS source, count(*)::integer AS open,
      max(array_position(${[...INCIDENT_SEVERITIES]}::text[], version.body ->> 'severity')) AS severity,
      (array_agg(record.id ORDER BY array_position(${[...INCIDENT_SEVERITIES]}::text[], version.body ->> 'severity') DESC,
        record.opened_at DESC))[1] AS first,
      max(record.opened_at) AS opened
    FROM governance_record record
    JOIN governance_record_version version ON version.record_id = record.id AND version.version = record.version
    WHERE record.kind = 'incident' AND record.closed_at IS NULL
      AND version.body ->> 'source' = any(${[...NOTICED_SOURCES]}::text[])
    GROUP BY 1`.execute(db);
  const [worst] = rows.toSorted((a, b) => b.severity - a.severity || (a.opened < b.opened ? 1 : -1));
  return {
    open: rows.reduce((sum, { open }) => sum + open, 0),
    severity: worst === undefined ? null : INCIDENT_SEVERITIES[worst.severity - 1]!,
    bySource: Object.fromEntries(rows.map(({ source, open }) => [source, open])),
    first: worst?.first ?? null,
  };
}

/** A text that differs when an incident was opened, written on, or taken a step further since. */
export async function incidentsMark(db: Database): Promise<string> {
  const { rows } = await sql<{ mark: string }>`
    SELECT concat_ws(' ', count(*), count(closed_at), sum(version),
      (SELECT count(*) FROM governance_record_signature signature
        JOIN governance_record signed ON signed.id = signature.record_id WHERE signed.kind = 'incident')) AS mark
    FROM governance_record WHERE kind = 'incident'`.execute(db);
  return rows[0]!.mark;
}
