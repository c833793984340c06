import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import { noteWords } from '@amaan/contracts/crime/note-words';
import { csvText } from '@amaan/contracts/csv-text';
import type { Position } from '@amaan/contracts/geometry';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { ConflictError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { AnalysisService } from '../analyses/analysis-service.ts';
import { type ResultTable, resultTable } from './result-table.ts';

export interface ExportServiceOptions {
  readonly db: Database;
  readonly analyses: Pick<AnalysisService, 'get'>;
  readonly now: () => number;
}

export interface ExportedFile {
  readonly name: string;
  readonly type: string;
  readonly text: string;
}

/** Results as files. Who took one along is in the ledger. */
export class ExportService {
  readonly #options: ExportServiceOptions;

  constructor(options: ExportServiceOptions) {
    this.#options = options;
  }

  /** @throws NotFoundError `ANALYSIS_NOT_FOUND`; ConflictError `NO_RESULT`, `NO_PLACES` */
  async of(id: Identifier, format: 'geojson' | 'csv', by: Principal): Promise<ExportedFile> {
    const { db, analyses, now } = this.#options;
    const analysis = await analyses.get(id, by);
    if (analysis.result === null)
      throw new ConflictError('NO_RESULT', 'This analysis has no result that could be exported.');
    const table = resultTable(analysis.result);
    const file = format === 'csv' ? csvOf(analysis, table) : geojsonOf(analysis, table);
    await changeInLedger(db, async () => ({
      result: undefined,
      entries: [
        ledgerEntry({
          kind: 'crime-analysis.exported',
          at: now(),
          actor: `user:${by.id}`,
          subject: `crime-analysis:${id}`,
          data: { format, rows: table.rows.length },
        }),
      ],
    }));
    return file;
  }
}

/** CSV whose first lines, which begin with `#`, say what it is made from and how. */
function csvOf(analysis: AnalysisDetails, { columns, rows }: ResultTable): ExportedFile {
  const head = headOf(analysis).map((line) => `# ${line}\r\n`);
  const text = csvText(
    columns,
    rows.map(({ values }) => values.map((value) => (value === null ? '' : String(value)))),
  );
  return { name: `${nameOf(analysis)}.csv`, type: 'text/csv; charset=utf-8', text: head.join('') + text };
}

/** RFC 7946, with what it is made from and how as a further member. */
function geojsonOf(analysis: AnalysisDetails, { columns, rows }: ResultTable): ExportedFile {
  const placed = rows.filter(({ ring }) => ring !== null && ring.length > 3);
  if (placed.length === 0)
    throw new ConflictError(
      'NO_PLACES',
      'This result has no places that could be drawn on a map; export it as CSV.',
    );
  const collection = {
    type: 'FeatureCollection',
    about: headOf(analysis),
    simulated: analysis.simulated,
    digest: analysis.digest,
    features: placed.map(({ values, ring }) => ({
      type: 'Feature',
      geometry: { type: 'Polygon', coordinates: [(ring ?? []).map(rounded)] },
      properties: Object.fromEntries(columns.map((column, at) => [column, values[at] ?? null])),
    })),
  };
  return {
    name: `${nameOf(analysis)}.geojson`,
    type: 'application/geo+json',
    text: JSON.stringify(collection),
  };
}

/** A tenth of a metre. */
function rounded([longitude, latitude]: Position): Position {
  return [Math.round(longitude * 1e6) / 1e6, Math.round(latitude * 1e6) / 1e6];
}

function headOf({ kind, id, digest, softwareVersion, notes }: AnalysisDetails): string[] {
  return [
    `Amaan crime analysis "${kind}" ${id}`,
    `Digest of question, data and software (${softwareVersion}): ${digest}`,
    ...notes.map((note) => noteWords(note).en.replaceAll(/\s+/g, ' ')),
  ];
}

function nameOf({ kind, question, simulated }: AnalysisDetails): string {
  const { from, until } = question.selection.period;
  return `${simulated ? 'SIMULATED-' : ''}crime-${kind}-${from.slice(0, 10)}-${until.slice(0, 10)}`;
}
