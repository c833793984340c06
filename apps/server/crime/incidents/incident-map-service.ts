import type {
  IncidentCells,
  IncidentCellsQuery,
  IncidentDataNotes,
  IncidentPoints,
  IncidentPointsQuery,
  IncidentQuery,
  IncidentSummary,
  IncidentSummaryQuery,
  LeftOut,
} from '@amaan/contracts/crime/incident';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { instantOf } from '@amaan/contracts/instant';
import { MASKED_WITHIN_METRES, maskPlace, maskTimes } from '@amaan/crime-analytics/import/mask-place';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import type { IncidentFiles, RowColumns } from '@amaan/store/crime/incident-files';
import type { CountedFile, FileQuery } from '@amaan/store/crime/incident-query';
import { countByOffence } from '@amaan/store/crime/offences';
import type { Database } from '@amaan/store/open-database';
import { citizenDataSites, type Principal } from '../../access/decide.ts';
import { HttpError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { AnalysisArea } from '../analyses/analysis-data.ts';
import { LEAST_SENSITIVE, SENSITIVE_METRES } from '../analyses/withhold-rare.ts';
import { boxOf, countRows, countsOf, latticeOfCells, rowsWithin, spreadRows } from './incident-rows.ts';
import { classOf, type IncidentScope, readScope } from './incident-scope.ts';

export interface IncidentMapOptions {
  readonly db: Database;
  readonly files: IncidentFiles;
  /** Of the deployment: where in its square a masked incident is drawn. */
  readonly maskKey: () => Promise<Uint8Array>;
  readonly now: () => number;
}

/** More cells than this are no map. */
const MOST_CELLS = 250_000;
/** Areas of stations are counted in memory. */
const MOST_IN_AREAS = 2_000_000;

/** Stored incidents as people see them: counts by cell, masked points, and true places for a stated purpose. */
export class IncidentMapService {
  readonly #options: IncidentMapOptions;

  constructor(options: IncidentMapOptions) {
    this.#options = options;
  }

  /** What is stored. @throws NotFoundError `SITE_NOT_FOUND` */
  async summary(query: IncidentSummaryQuery, by: Principal): Promise<IncidentSummary> {
    const scope = await readScope(this.#options.db, query, by.sites);
    const { months, bounds } = await this.#options.files.summary(scope.files, query.timeZone);
    const counted = await countByOffence(
      this.#options.db,
      scope.imports.map(({ id }) => id),
    );
    const offences = counted
      .filter(({ offence }) => scope.offences.includes(offence))
      .map((row) => ({ ...row, ...classOf(scope, row.offence) }));
    return {
      incidents: months.reduce((sum, { incidents }) => sum + incidents, 0),
      firstAt: scope.imports.map((batch) => batch.firstAt!).sort()[0] ?? null,
      lastAt:
        scope.imports
          .map((batch) => batch.lastAt!)
          .sort()
          .at(-1) ?? null,
      bounds: bounds === null ? null : opened(bounds),
      ...{ offences, months, timeZone: query.timeZone, plane: scope.plane?.plane ?? null },
    };
  }

  /**
   * Counts by square cells. Victim-sensitive offences are counted in cells of 500 metres and more, where there are three.
   * @throws NotFoundError `SITE_NOT_FOUND`, `STATION_AREA_NOT_FOUND`; HttpError 422 `TOO_MANY_CELLS`, `TOO_MANY_INCIDENTS`
   */
  async cells(query: IncidentCellsQuery, by: Principal): Promise<IncidentCells> {
    const { cellMetres } = query;
    const scope = await readScope(this.#options.db, query, by.sites);
    const sensitive = scope.offences.filter((offence) => classOf(scope, offence).victimSensitive);
    const { cells: all, counts } =
      scope.areas === null
        ? await this.#options.files.cells(scope.files, cellMetres, sensitive)
        : countRows(await this.#rowsWithin(scope.files, scope.areas), scope.files, cellMetres, sensitive);
    const isFine = cellMetres < SENSITIVE_METRES;
    let withheld = 0;
    const cells = all.flatMap((cell) => {
      const left = isFine || cell.listed < LEAST_SENSITIVE ? cell.listed : 0;
      withheld += left;
      return cell.incidents > left ? [{ ...cell, incidents: cell.incidents - left }] : [];
    });
    if (cells.length > MOST_CELLS)
      throw new HttpError(422, 'TOO_MANY_CELLS', 'Choose larger cells: these are too many for a map.');
    const leftOut: LeftOut[] =
      withheld === 0 ? [] : [{ reason: isFine ? 'victim-sensitive' : 'small-cell', incidents: withheld }];
    const counted = isFine ? counts.map(withoutListed) : counts;
    const sum = cells.reduce((total, { incidents }) => total + incidents, 0);
    return {
      ...latticeOfCells(cells, cellMetres, scope.plane?.plane ?? null),
      notes: { ...this.#notes(query, scope, scope.files, counted, leftOut), incidents: sum },
    };
  }

  /** Single incidents, moved within their squares; those of victim-sensitive offences are left out. @throws as `cells` */
  async maskedPoints(query: IncidentPointsQuery, by: Principal): Promise<IncidentPoints> {
    const scope = await readScope(this.#options.db, query, by.sites);
    const key = await this.#options.maskKey();
    const sensitive = scope.offences.filter((offence) => classOf(scope, offence).victimSensitive);
    const asked = { ...scope.files, offences: scope.offences.filter((name) => !sensitive.includes(name)) };
    const leftOut: LeftOut[] = [];
    if (sensitive.length > 0)
      leftOut.push({
        reason: 'victim-sensitive',
        incidents: await this.#count({ ...scope.files, offences: sensitive }),
      });
    const { rows, notes } = await this.#sample(query, scope, asked, leftOut);
    return this.#points(rows, scope, notes, (at) => {
      const which = `${scope.imports[rows.file[at]!]!.id} ${rows.line[at]!}`;
      const place = maskPlace(rows.east[at]!, rows.north[at]!, which, key);
      return { place, times: maskTimes(rows.from[at]!, rows.until[at]!), withinMetres: MASKED_WITHIN_METRES };
    });
  }

  /**
   * Single incidents where they happened, for a stated purpose at a site of its case. Each look is on record.
   * @throws as `cells`
   */
  async exactPoints(query: IncidentPointsQuery, by: Principal): Promise<IncidentPoints> {
    const { purpose } = by;
    const scope = await readScope(this.#options.db, query, citizenDataSites(by));
    const { rows, notes } = await this.#sample(query, scope, scope.files, []);
    await changeInLedger(this.#options.db, async () => {
      const { siteId, from = null, to = null } = query;
      const data = {
        ...{ siteId, from, to, incidents: rows.length, digest: notes.digest },
        ...{ caseId: purpose?.caseId ?? null, purposeId: purpose?.id ?? null },
      };
      const at = this.#options.now();
      const entry = ledgerEntry({
        ...{ kind: 'crime-places.opened', at, actor: `user:${by.id}`, subject: `site:${siteId}`, data },
      });
      return { result: null, entries: [entry] };
    });
    const points = this.#points(rows, scope, notes, (at) => ({
      place: [rows.east[at]!, rows.north[at]!],
      times: [rows.from[at]!, rows.until[at]!],
      withinMetres: 0,
    }));
    return { ...points, exact: true };
  }

  #points(
    rows: RowColumns,
    scope: IncidentScope,
    notes: IncidentDataNotes,
    shownAt: (at: number) => {
      readonly place: readonly [number, number];
      readonly times: readonly [number, number];
      readonly withinMetres: number;
    },
  ): IncidentPoints {
    const plane = scope.plane === null ? null : projectionOf(scope.plane.plane);
    return {
      type: 'FeatureCollection',
      features: rows.offence.map((offence, at) => {
        const { place, times, withinMetres } = shownAt(at);
        const [longitude, latitude] = plane!.inverse(...place);
        return {
          type: 'Feature',
          geometry: { type: 'Point', coordinates: [rounded(longitude), rounded(latitude)] },
          properties: {
            ...{ offence, kind: classOf(scope, offence).kind, withinMetres },
            ...{ from: instantOf(times[0]), until: instantOf(times[1]) },
          },
        };
      }),
      exact: false,
      notes,
    };
  }

  /** As many rows as were asked for, the same ones each time. */
  async #sample(
    query: IncidentPointsQuery,
    scope: IncidentScope,
    asked: FileQuery,
    leftOut: LeftOut[],
  ): Promise<{ readonly rows: RowColumns; readonly notes: IncidentDataNotes }> {
    const all = scope.areas === null ? null : await this.#rowsWithin(asked, scope.areas);
    const counts = all === null ? await this.#options.files.counts(asked) : countsOf(all, asked, []);
    const notes = this.#notes(query, scope, asked, counts, leftOut);
    const rows =
      all === null ? await this.#options.files.sample(asked, query.limit) : spreadRows(all, query.limit);
    const beyond = notes.incidents - rows.length;
    if (beyond > 0) leftOut.push({ reason: 'limit', incidents: beyond });
    return { rows, notes: { ...notes, incidents: rows.length } };
  }

  /** @throws HttpError 422 `TOO_MANY_INCIDENTS` */
  async #rowsWithin(asked: FileQuery, areas: readonly AnalysisArea[]): Promise<RowColumns> {
    const query = { ...asked, box: boxOf(areas) };
    if ((await this.#count(query)) > MOST_IN_AREAS)
      throw new HttpError(
        422,
        'TOO_MANY_INCIDENTS',
        'These are more incidents than can be counted by station areas at once; choose a shorter period.',
      );
    return rowsWithin(await this.#options.files.columns(query), areas);
  }

  async #count(query: FileQuery): Promise<number> {
    return (await this.#options.files.counts(query)).reduce((sum, { incidents }) => sum + incidents, 0);
  }

  #notes(
    { siteId, from, to }: IncidentQuery,
    { imports, simulated, plane, areas }: IncidentScope,
    asked: FileQuery,
    counts: readonly CountedFile[],
    leftOut: LeftOut[],
  ): IncidentDataNotes {
    const batches = counts.flatMap(({ id, incidents }) => {
      const batch = imports.find((one) => one.id === id);
      return batch === undefined || incidents === 0
        ? []
        : [{ id, name: batch.name, incidents, digest: batch.dataDigest }];
    });
    const sum = (values: readonly number[]) => values.reduce((all, value) => all + value, 0);
    return {
      ...{ siteId, from: from ?? null, to: to ?? null, batches, leftOut, simulated },
      incidents: sum(counts.map(({ incidents }) => incidents)),
      withInterval: sum(counts.map(({ withInterval }) => withInterval)),
      digest: digestOfJson({
        imports: imports.map(({ id, dataDigest }) => [id, dataDigest]),
        ...{ from: from ?? null, to: to ?? null, offences: [...(asked.offences ?? [])].sort() },
        areas: areas?.map(({ id }) => id) ?? null,
      }),
      plane: plane?.plane ?? null,
    };
  }
}

/** What is left where listed offences are not shown. */
function withoutListed(count: CountedFile): CountedFile {
  return {
    ...{ ...count, incidents: count.incidents - count.listed, listed: 0, listedWithInterval: 0 },
    withInterval: count.withInterval - count.listedWithInterval,
  };
}

/** A box in degrees, opened to whole hundredths: about a kilometre. */
function opened([west, south, east, north]: readonly [number, number, number, number]): [
  number,
  number,
  number,
  number,
] {
  return [
    Math.floor(west * 100) / 100,
    Math.floor(south * 100) / 100,
    Math.ceil(east * 100) / 100,
    Math.ceil(north * 100) / 100,
  ];
}

/** To a tenth of a metre. */
function rounded(degrees: number): number {
  return Math.round(degrees * 1e6) / 1e6;
}
