import type { SiteScope } from '@amaan/contracts/api/me';
import type { Boundary } from '@amaan/contracts/crime/boundary';
import type { ImportBatch } from '@amaan/contracts/crime/import-batch';
import type { IncidentQuery, OffenceClass } from '@amaan/contracts/crime/incident';
import { readBoundarySet } from '@amaan/store/crime/boundaries';
import { listImports, readPlane, type StoredPlane } from '@amaan/store/crime/imports';
import type { FileQuery } from '@amaan/store/crime/incident-query';
import { countByOffence, readOffenceClasses } from '@amaan/store/crime/offences';
import type { Database } from '@amaan/store/open-database';
import { coversSite } from '../../access/decide.ts';
import { NotFoundError } from '../../http/http-errors.ts';
import { analysisAreas } from '../analyses/analysis-areas.ts';
import type { AnalysisArea } from '../analyses/analysis-data.ts';

/** What a question is about, once it was looked up. */
export interface IncidentScope {
  readonly imports: readonly ImportBatch[];
  readonly simulated: boolean;
  readonly plane: StoredPlane | null;
  readonly classes: ReadonlyMap<string, OffenceClass>;
  /** Offences that are stored and asked for. */
  readonly offences: readonly string[];
  readonly files: FileQuery;
  /** Null: the whole site. */
  readonly areas: readonly AnalysisArea[] | null;
}

/**
 * Looks up what a question is about.
 * @throws NotFoundError `SITE_NOT_FOUND`, `STATION_AREA_NOT_FOUND`
 */
export async function readScope(
  db: Database,
  query: IncidentQuery,
  sites: SiteScope,
): Promise<IncidentScope> {
  const { siteId, from, to, kinds, offences: names } = query;
  if (!coversSite(sites, siteId)) throw new NotFoundError('site');
  const stored = await listImports(db, { siteId, kind: 'incidents', states: 'stored' });
  const simulated = query.simulated ?? (stored.length > 0 && stored.every((batch) => batch.simulated));
  const imports = stored.filter((batch) => batch.simulated === simulated);
  const [plane, classes, counted] = await Promise.all([
    readPlane(db, { siteId, simulated }),
    readOffenceClasses(db),
    countByOffence(
      db,
      imports.map(({ id }) => id),
    ),
  ]);
  const isAll = kinds === undefined && names === undefined;
  const offences = counted
    .map(({ offence }) => offence)
    .filter((offence) => {
      const kind = classes.get(offence)?.kind ?? 'other';
      return isAll || names?.includes(offence) === true || kinds?.includes(kind) === true;
    });
  const files: FileQuery = {
    imports: imports.map(({ id }) => id),
    from: from === undefined ? undefined : Date.parse(from),
    to: to === undefined ? undefined : Date.parse(to),
    offences,
  };
  const areas = plane === null ? null : await areasOf(db, query, plane.plane);
  return { imports, simulated, plane, classes, offences, files, areas };
}

async function areasOf(
  db: Database,
  { siteId, boundaryIds }: IncidentQuery,
  plane: string,
): Promise<AnalysisArea[] | null> {
  if (boundaryIds === undefined || boundaryIds.length === 0) return null;
  const { boundaries } = await readBoundarySet(db, siteId);
  const chosen = boundaries.filter(({ id }: Boundary) => boundaryIds.includes(id));
  if (chosen.length < boundaryIds.length) throw new NotFoundError('station area');
  return analysisAreas(chosen, plane);
}

/** One that is not in the table counts as sensitive. */
export function classOf({ classes }: IncidentScope, offence: string): OffenceClass {
  return classes.get(offence) ?? { kind: 'other', officerInitiated: false, victimSensitive: true };
}
