import type {
  AnalysisPeriod,
  AnalysisQuestion,
  IncidentSelection,
} from '@amaan/contracts/crime/analysis-question';
import type { Boundary } from '@amaan/contracts/crime/boundary';
import type { ImportBatch } from '@amaan/contracts/crime/import-batch';
import type { OffenceClass } from '@amaan/contracts/crime/incident';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Position } from '@amaan/contracts/geometry';
import type { PatrolExposure } from '@amaan/crime-analytics/feedback/patrol-exposure';
import { projectionOf } from '@amaan/crime-analytics/import/projection';
import type { IncidentColumns } from '@amaan/crime-analytics/incident-columns';
import { crimeAnalytics } from '@amaan/crime-analytics/system';
import { readBoundaryDigest, readBoundarySet } from '@amaan/store/crime/boundaries';
import { listImports, readPlane } from '@amaan/store/crime/imports';
import type { IncidentFiles, RowColumns } from '@amaan/store/crime/incident-files';
import { countByOffence, readOffenceClasses } from '@amaan/store/crime/offences';
import type { Database } from '@amaan/store/open-database';
import { ConflictError, NotFoundError } from '../../http/http-errors.ts';
import type { RoadSource } from '../../plates/road-source.ts';
import { analysisAreas } from './analysis-areas.ts';
import type { QuestionOf } from './analysis-method.ts';
import { type CountedData, dataNotes } from './data-notes.ts';
import { DEFAULT_TIME_ZONE } from './default-time-zone.ts';
import { emptyIncidents, incidentColumns } from './incident-columns-of.ts';
import type { IncidentSource, ReadIncidents } from './incident-source.ts';

/** More than this is for the maps of the database; the methods hold all incidents in memory. */
const MOST_INCIDENTS: number = crimeAnalytics.settings.mostIncidents;

/** Pictures without places, in which nobody's door can be seen. */
const WITHOUT_PLACES: readonly AnalysisQuestion['kind'][] = ['trend', 'heat-map', 'patrol-audit'];

export interface StoredIncidentsOptions {
  readonly db: Database;
  readonly files: Pick<IncidentFiles, 'columns' | 'counts'>;
  /** Left out: no density is computed along roads. */
  readonly roads?: Pick<RoadSource, 'map'>;
}

/** Incidents as they are stored, for analyses: chosen, in the plane of their site, with what is left out and why. */
export class StoredIncidents implements IncidentSource {
  readonly #options: StoredIncidentsOptions;

  constructor(options: StoredIncidentsOptions) {
    this.#options = options;
  }

  async digest(question: AnalysisQuestion): Promise<Digest> {
    if (question.kind === 'feedback-loop') return digestOfJson('simulation');
    const { db } = this.#options;
    const { siteId } = question.selection;
    const imports = await this.#imports(question.selection, 'incidents');
    const patrols = await this.#imports(question.selection, 'patrols');
    const classes = [...(await readOffenceClasses(db))].sort(([one], [other]) => (one < other ? -1 : 1));
    return digestOfJson({
      incidents: imports.map(({ id, dataDigest }) => [id, dataDigest]),
      patrols: patrols.map(({ id, dataDigest }) => [id, dataDigest]),
      offences: classes,
      boundaries: await readBoundaryDigest(db, siteId),
      ...(isAlongRoads(question) && { roads: await this.#roads(question) }),
    });
  }

  async read(question: AnalysisQuestion, signal: AbortSignal): Promise<ReadIncidents> {
    if (question.kind === 'feedback-loop') return NO_DATA;
    const { db } = this.#options;
    const { selection } = question;
    const imports = await this.#imports(selection, 'incidents');
    const plane = await readPlane(db, selection);
    if (plane === null || imports.length === 0) throw noIncidents(selection);
    const areas = analysisAreas(await this.#boundaries(selection), plane.plane);
    const chosen = await this.#offences(question, imports);
    const helping = await this.#helping(imports, selection.period, chosen);
    const offences = [...chosen.counted, ...helping];
    const read = await this.#columns(imports, selection.period, offences, signal);
    const earlierPeriod = earlierOf(question);
    const earlierRows =
      earlierPeriod === null ? null : await this.#columns(imports, earlierPeriod, chosen.counted, signal);
    const options = {
      classes: chosen.classes,
      within: selection.boundaryIds.length > 0 ? areas : null,
      withhold: !WITHOUT_PLACES.includes(question.kind),
    };
    const incidents = incidentColumns(read, options);
    const earlier = earlierRows === null ? null : incidentColumns(earlierRows, options);
    const { columns } = incidents;
    const asked = Uint8Array.from(columns.offences, (offence) => (chosen.counted.includes(offence) ? 1 : 0));
    const { all, withInterval, helpful } = countAsked(columns, asked);
    if (all === 0) throw noIncidents(selection);
    const patrols = await this.#patrols(selection, signal);
    const counted: CountedData = {
      ...{ incidents: all, helpful, withInterval },
      batches: new Set(read.file).size,
      withheld: incidents.withheld + (earlier?.withheld ?? 0),
      officerInitiatedLeftOut: await this.#count(imports, selection.period, chosen.leftOut),
      patrolHours: patrols === null ? null : hoursOf(patrols),
      boundaryNames: selection.boundaryIds.length > 0 ? areas.map(({ name }) => name) : [],
    };
    return {
      data: {
        crs: plane.plane,
        timeZone: imports[0]?.mapping.time.timeZone ?? DEFAULT_TIME_ZONE,
        incidents: columns,
        asked,
        earlier: earlier?.columns ?? null,
        officerInitiated: Uint8Array.from(columns.offences, (offence) =>
          chosen.classes.get(offence)?.officerInitiated === true ? 1 : 0,
        ),
        kinds: columns.offences.map((offence) => chosen.classes.get(offence)?.kind ?? 'other'),
        areas,
        patrols,
        roads: planeRoads(await this.#roads(question), plane.plane),
      },
      incidents: all,
      notes: dataNotes(question, counted),
    };
  }

  /** Roads as lines; those that a simulator drew only for simulated incidents. Null where none are wanted or known. */
  async #roads(question: AnalysisQuestion): Promise<readonly (readonly Position[])[] | null> {
    if (!isAlongRoads(question)) return null;
    const map = await this.#options.roads?.map();
    return (
      map?.features
        .filter(({ properties: { kind, simulated } }) => {
          return kind !== 'canal' && (question.selection.simulated || !simulated);
        })
        .map(({ geometry }) => geometry.coordinates) ?? null
    );
  }

  #imports({ siteId, simulated }: IncidentSelection, kind: 'incidents' | 'patrols'): Promise<ImportBatch[]> {
    return listImports(this.#options.db, { siteId, simulated, kind, states: 'stored' });
  }

  /** @throws NotFoundError `STATION_AREA_NOT_FOUND` */
  async #boundaries({ siteId, boundaryIds }: IncidentSelection): Promise<readonly Boundary[]> {
    const { boundaries } = await readBoundarySet(this.#options.db, siteId);
    if (boundaryIds.length === 0) return boundaries;
    const chosen = boundaries.filter(({ id }) => boundaryIds.includes(id));
    if (chosen.length < boundaryIds.length) throw new NotFoundError('station area');
    return chosen;
  }

  /** The offences that are counted, those that would be, were they not on record where officers look, and those that may help. */
  async #offences({ kind, selection }: AnalysisQuestion, imports: readonly ImportBatch[]) {
    const { db } = this.#options;
    const classes: ReadonlyMap<string, OffenceClass> = await readOffenceClasses(db);
    const stored = await countByOffence(
      db,
      imports.map(({ id }) => id),
    );
    const { kinds, offences, officerInitiated } = selection;
    const all = kinds.length === 0 && offences.length === 0;
    const asked = stored
      .map(({ offence }) => offence)
      .filter((offence) => {
        const of = classes.get(offence)?.kind;
        return all || offences.includes(offence) || (of !== undefined && kinds.includes(of));
      });
    // What officers find is half of what an audit of patrols is about.
    const keepsAll = officerInitiated !== null || kind === 'patrol-audit';
    const isLeftOut = (offence: string) => !keepsAll && classes.get(offence)?.officerInitiated === true;
    return {
      classes,
      counted: asked.filter((offence) => !isLeftOut(offence)),
      leftOut: asked.filter(isLeftOut),
      // A forecast learns from where other things happen, but never from what depends on where patrols are.
      helping:
        kind === 'forecast'
          ? stored
              .map(({ offence }) => offence)
              .filter(
                (offence) => !asked.includes(offence) && classes.get(offence)?.officerInitiated === false,
              )
          : [],
    };
  }

  /** The offences that may help, unless all of them would be too many: what was asked for comes first. */
  async #helping(
    imports: readonly ImportBatch[],
    period: AnalysisPeriod,
    { counted, helping }: { readonly counted: readonly string[]; readonly helping: readonly string[] },
  ): Promise<readonly string[]> {
    if (helping.length === 0) return helping;
    const sum = await this.#count(imports, period, [...counted, ...helping]);
    return sum > MOST_INCIDENTS ? [] : helping;
  }

  /** @throws ConflictError `TOO_MANY_INCIDENTS` */
  async #columns(
    imports: readonly ImportBatch[],
    period: AnalysisPeriod,
    offences: readonly string[],
    signal: AbortSignal,
  ): Promise<RowColumns> {
    const sum = await this.#count(imports, period, offences);
    if (sum > MOST_INCIDENTS)
      throw new ConflictError(
        'TOO_MANY_INCIDENTS',
        `${sum.toLocaleString('en-GB')} incidents are more than the ${MOST_INCIDENTS.toLocaleString('en-GB')} that can be analysed at once; choose a shorter period or fewer offences.`,
      );
    const query = { imports: imports.map(({ id }) => id), ...boundsOf(period), offences };
    return this.#options.files.columns(query, signal);
  }

  async #count(
    imports: readonly ImportBatch[],
    period: AnalysisPeriod,
    offences: readonly string[],
  ): Promise<number> {
    if (offences.length === 0) return 0;
    const query = { imports: imports.map(({ id }) => id), ...boundsOf(period), offences };
    const counts = await this.#options.files.counts(query);
    return counts.reduce((sum, { incidents }) => sum + incidents, 0);
  }

  /** Where patrols were; null: nothing is on record. */
  async #patrols(selection: IncidentSelection, signal: AbortSignal): Promise<PatrolExposure | null> {
    const imports = await this.#imports(selection, 'patrols');
    if (imports.length === 0) return null;
    const query = { imports: imports.map(({ id }) => id), ...boundsOf(selection.period) };
    const { length, east, north, from, until } = await this.#options.files.columns(query, signal);
    return length === 0 ? null : { length, x: east, y: north, from, until };
  }
}

function isAlongRoads(question: AnalysisQuestion): question is QuestionOf<'density'> {
  return question.kind === 'density' && question.settings.alongRoads;
}

function planeRoads(lines: readonly (readonly Position[])[] | null, crs: string): Float64Array[] | null {
  if (lines === null) return null;
  const plane = projectionOf(crs);
  return lines.map((line) =>
    Float64Array.from(line.flatMap(([longitude, latitude]) => [...plane.forward(longitude, latitude)])),
  );
}

const NO_DATA: ReadIncidents = {
  data: {
    crs: 'EPSG:32643',
    timeZone: DEFAULT_TIME_ZONE,
    incidents: emptyIncidents(),
    asked: new Uint8Array(),
    earlier: null,
    officerInitiated: new Uint8Array(),
    kinds: [],
    areas: [],
    patrols: null,
    roads: null,
  },
  incidents: 0,
  notes: [],
};

function boundsOf({ from, until }: AnalysisPeriod) {
  return { from: Date.parse(from), to: Date.parse(until) };
}

function earlierOf(question: AnalysisQuestion): AnalysisPeriod | null {
  if (question.kind === 'density') return question.settings.against;
  return question.kind === 'comparison' ? question.settings.before : null;
}

function noIncidents({ simulated }: IncidentSelection): ConflictError {
  return new ConflictError(
    'NO_INCIDENTS',
    `There are no ${simulated ? 'simulated ' : ''}incidents of these offences in this area and period.`,
  );
}

/** How many incidents the question is about, how many of them have no exact time, and how many others only help. */
function countAsked({ length, offence, from, until }: IncidentColumns, asked: Uint8Array) {
  const counted = { all: 0, withInterval: 0, helpful: 0 };
  for (let at = 0; at < length; at += 1) {
    if (asked[offence[at]!] === 0) counted.helpful += 1;
    else {
      counted.all += 1;
      if (until[at]! > from[at]!) counted.withInterval += 1;
    }
  }
  return counted;
}

function hoursOf({ from, until }: PatrolExposure): number {
  let sum = 0;
  for (let at = 0; at < from.length; at += 1) sum += until[at]! - from[at]!;
  return sum / 3_600_000;
}
