import { AmaanError } from '@amaan/contracts/problem';
import type { Kysely } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type { Schema } from '../schema.ts';
import * as sitesAndCameras from './0001-sites-and-cameras.ts';
import * as governance from './0002-governance.ts';
import * as observationsAndAlerts from './0003-observations-and-alerts.ts';
import * as ledger from './0004-ledger.ts';
import * as accounts from './0005-accounts.ts';
import * as records from './0006-records.ts';
import * as people from './0007-people.ts';
import * as access from './0008-access.ts';
import * as secondFactors from './0009-second-factors.ts';
import * as lifecycle from './0010-lifecycle.ts';
import * as suspensions from './0011-suspensions.ts';
import * as monitoring from './0012-monitoring.ts';
import * as assurance from './0013-assurance.ts';
import * as pack from './0014-pack.ts';
import * as clock from './0015-clock.ts';
import * as assessedVersion from './0016-assessed-version.ts';
import * as systemDefinitions from './0017-system-definitions.ts';
import * as groundTruth from './0018-ground-truth.ts';
import * as hotlists from './0019-hotlists.ts';
import * as sightings from './0020-sightings.ts';
import * as readsPlates from './0021-reads-plates.ts';
import * as platesAtScale from './0022-plates-at-scale.ts';
import * as searchSites from './0023-search-sites.ts';
import * as faces from './0024-faces.ts';
import * as faceMatches from './0025-face-matches.ts';
import * as faceSearches from './0026-face-searches.ts';
import * as unmasking from './0027-unmasking.ts';
import * as traffic from './0028-traffic.ts';
import * as signals from './0029-signals.ts';
import * as enforcement from './0030-enforcement.ts';
import * as violationCases from './0031-violation-cases.ts';
import * as contests from './0032-contests.ts';
import * as paymentsAndFigures from './0033-payments-and-figures.ts';
import * as crimeIncidents from './0034-crime-incidents.ts';
import * as crimeAnalyses from './0035-crime-analyses.ts';
import * as serviceCalls from './0036-service-calls.ts';
import * as civicTickets from './0037-civic-tickets.ts';
import * as civicPictureRetention from './0039-civic-picture-retention.ts';
import * as forecastCells from './0040-forecast-cells.ts';
import * as callDays from './0041-call-days.ts';
import * as siteReports from './0042-site-reports.ts';

/** Listed by hand, so that what runs is what a reader sees here. Names are never changed once released. */
const MIGRATIONS: Record<string, Migration> = {
  '0001-sites-and-cameras': sitesAndCameras,
  '0002-governance': governance,
  '0003-observations-and-alerts': observationsAndAlerts,
  '0004-ledger': ledger,
  '0005-accounts': accounts,
  '0006-records': records,
  '0007-people': people,
  '0008-access': access,
  '0009-second-factors': secondFactors,
  '0010-lifecycle': lifecycle,
  '0011-suspensions': suspensions,
  '0012-monitoring': monitoring,
  '0013-assurance': assurance,
  '0014-pack': pack,
  '0015-clock': clock,
  '0016-assessed-version': assessedVersion,
  '0017-system-definitions': systemDefinitions,
  '0018-ground-truth': groundTruth,
  '0019-hotlists': hotlists,
  '0020-sightings': sightings,
  '0021-reads-plates': readsPlates,
  '0022-plates-at-scale': platesAtScale,
  '0023-search-sites': searchSites,
  '0024-faces': faces,
  '0025-face-matches': faceMatches,
  '0026-face-searches': faceSearches,
  '0027-unmasking': unmasking,
  '0028-traffic': traffic,
  '0029-signals': signals,
  '0030-enforcement': enforcement,
  '0031-violation-cases': violationCases,
  '0032-contests': contests,
  '0033-payments-and-figures': paymentsAndFigures,
  '0034-crime-incidents': crimeIncidents,
  '0035-crime-analyses': crimeAnalyses,
  '0036-service-calls': serviceCalls,
  '0037-civic-tickets': civicTickets,
  '0039-civic-picture-retention': civicPictureRetention,
  '0040-forecast-cells': forecastCells,
  '0041-call-days': callDays,
  '0042-site-reports': siteReports,
};

/** The database could not be brought to this version's schema; it is as it was before. */
export class MigrationError extends AmaanError {}

/**
 * Brings the database to this version's schema: all missing migrations in one transaction, under a lock,
 * so that several processes may call it at once.
 *
 * @returns the names of the migrations that were applied now
 * @throws MigrationError `MIGRATION_FAILED`
 */
export async function migrate(db: Kysely<Schema>): Promise<string[]> {
  const migrator = new Migrator({ db, provider: { getMigrations: async () => MIGRATIONS } });
  const { error, results = [] } = await migrator.migrateToLatest();
  if (error !== undefined) {
    const failed = results.find((result) => result.status === 'Error')?.migrationName;
    const what = failed === undefined ? 'The migrations' : `Migration ${failed}`;
    throw new MigrationError(
      'MIGRATION_FAILED',
      `${what} could not be applied: ${error instanceof Error ? error.message : String(error)}. The database is unchanged; is it from a newer version of Amaan?`,
      { cause: error },
    );
  }
  return results.map((result) => result.migrationName);
}
