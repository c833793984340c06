import type { Identifier } from '@amaan/contracts/identifier';
import type { FailedReport } from '@amaan/contracts/service/weekly-report';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';

/** What an incident about a weekly report keeps under `facts`. */
export type FailedReportFacts = Pick<
  FailedReport,
  'from' | 'to' | 'simulated' | 'siteId' | 'code' | 'message'
>;

const KEY = 'service-report-failed';

/** The key of such an incident: another reason is another incident. */
export function failedReportKey({
  from,
  simulated,
  siteId,
  code,
}: Omit<FailedReportFacts, 'message'>): string {
  return [KEY, from, simulated ? 'simulated' : 'real', siteId ?? 'all', code].join(' ');
}

/**
 * Reports that incidents say could not be made and that were not made since, newest week first. A closed incident counts,
 * too: the report is still missing.
 * @param siteIds of these sites alone; left out: all, and those of all sites
 */
export async function listFailedReports(
  db: Database,
  siteIds?: readonly Identifier[],
): Promise<Omit<FailedReport, 'retried'>[]> {
  const own =
    siteIds === undefined ? sql`true` : sql`failed.facts ->> 'siteId' = any(${[...siteIds]}::text[])`;
  // Only bodies of these incidents have facts that can be read as instants: the others are put aside first.
  const { rows } = await sql<{
    facts: FailedReportFacts;
    since: string;
    incidentId: Identifier;
    siteName: string | null;
  }>`
    WITH failed AS MATERIALIZED (
      SELECT DISTINCT ON (version.body -> 'facts' -> 'from', version.body -> 'facts' -> 'simulated', version.body -> 'facts' -> 'siteId')
        version.body -> 'facts' AS facts, version.body ->> 'detectedAt' AS since, record.id
      FROM governance_record record
      JOIN governance_record_version version ON version.record_id = record.id AND version.version = record.version
      WHERE record.kind = 'incident' AND version.body ->> 'key' LIKE ${`${KEY} %`}
      ORDER BY version.body -> 'facts' -> 'from', version.body -> 'facts' -> 'simulated', version.body -> 'facts' -> 'siteId',
        record.opened_at DESC
    )
    SELECT failed.facts, failed.since, failed.id AS "incidentId", site.name AS "siteName"
    FROM failed
    LEFT JOIN site ON site.id::text = failed.facts ->> 'siteId'
    WHERE ${own} AND NOT EXISTS (
      SELECT FROM service_report made
      WHERE made.from_at = (failed.facts ->> 'from')::timestamptz
        AND made.simulated = (failed.facts ->> 'simulated')::boolean
        AND made.site_id::text IS NOT DISTINCT FROM failed.facts ->> 'siteId')
    ORDER BY failed.facts ->> 'from' DESC, failed.facts -> 'simulated', site.name NULLS FIRST
    LIMIT 500`.execute(db);
  return rows.map(({ facts: { from, to, simulated, siteId, code, message }, ...incident }) => ({
    ...{ from, to, simulated, siteId, code, message },
    ...incident,
  }));
}
