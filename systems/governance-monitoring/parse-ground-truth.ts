import { csvCells, csvLines } from '@amaan/contracts/csv-cells';
import {
  GROUPINGS,
  type Grouping,
  MOST_GROUND_TRUTH_LINES,
  type RefusedLine,
} from '@amaan/contracts/ground-truth';
import { Identifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';

/**
 * `GROUPING_NOT_LAWFUL`: a column is not on the closed list. `GROUND_TRUTH_HEADER`: a needed column is missing.
 * `GROUND_TRUTH_TOO_LONG`. In each case nothing of the file was taken.
 */
export class GroundTruthError extends AmaanError {}

/** A line that can be looked up. */
export interface TruthLine {
  readonly line: number;
  /** Of an alert or of an observation. */
  readonly id: Identifier;
  readonly wrong: boolean;
  readonly labels: Partial<Record<Grouping, string>>;
}

/**
 * Reads an audit set: a header with `id` and `truth` and any of the lawful groupings, then a line for each report.
 * Lines that cannot be read are told with their number, and the others are kept.
 * @throws GroundTruthError when the header says that the file as a whole must not be taken
 */
export function parseGroundTruth(csv: string): { lines: TruthLine[]; refused: RefusedLine[] } {
  const [header, ...rows] = [...csvLines(csv)].filter(({ text }) => text.trim() !== '');
  const columns = (header === undefined ? [] : (csvCells(header.text) ?? [])).map((name) =>
    name.toLowerCase(),
  );
  requireLawful(columns);
  if (rows.length > MOST_GROUND_TRUTH_LINES)
    throw new GroundTruthError(
      'GROUND_TRUTH_TOO_LONG',
      `The file has ${rows.length} lines and ${MOST_GROUND_TRUTH_LINES} at most can be taken; nothing was kept. Split it.`,
    );
  const lines: TruthLine[] = [];
  const refused: RefusedLine[] = [];
  const seen = new Set<string>();
  for (const { line, text } of rows) {
    const read = readLine(line, csvCells(text), columns);
    if ('reason' in read) refused.push(read);
    else if (seen.has(read.id)) refused.push({ line, reason: `${read.id} stands in the file before.` });
    else {
      seen.add(read.id);
      lines.push(read);
    }
  }
  return { lines, refused };
}

function requireLawful(columns: readonly string[]): void {
  const known = ['id', 'truth', ...Object.keys(GROUPINGS)];
  const unlawful = columns.filter((column) => !known.includes(column));
  if (unlawful.length > 0)
    throw new GroundTruthError(
      'GROUPING_NOT_LAWFUL',
      `Errors are not compared by ${unlawful.map((column) => `“${column}”`).join(', ')}: only ${Object.keys(GROUPINGS).join(', ')} are allowed, never what a person is. Nothing of the file was kept; take the column out.`,
    );
  const missing = ['id', 'truth'].filter((column) => !columns.includes(column));
  if (missing.length > 0 || new Set(columns).size < columns.length)
    throw new GroundTruthError(
      'GROUND_TRUTH_HEADER',
      missing.length > 0
        ? `The first line must name the columns; ${missing.join(' and ')} is missing. Nothing of the file was kept.`
        : 'The first line names a column twice. Nothing of the file was kept.',
    );
}

function readLine(
  line: number,
  cells: readonly string[] | null,
  columns: readonly string[],
): TruthLine | RefusedLine {
  if (cells === null) return { line, reason: 'A quotation mark is not closed.' };
  if (cells.length !== columns.length)
    return { line, reason: `It has ${cells.length} fields instead of ${columns.length}.` };
  const of = (column: string) => cells[columns.indexOf(column)] ?? '';
  const id = Identifier.safeParse(of('id').toLowerCase());
  if (!id.success) return { line, reason: 'Its id is not that of an alert or an observation.' };
  const truth = of('truth').toLowerCase();
  if (truth !== 'right' && truth !== 'wrong')
    return { line, reason: 'Its truth is neither “right” nor “wrong”.' };
  const labels: Partial<Record<Grouping, string>> = {};
  for (const grouping of Object.keys(GROUPINGS) as Grouping[]) {
    const label = of(grouping);
    if (label === '') continue;
    const allowed: readonly string[] | null = GROUPINGS[grouping];
    if (allowed !== null && !allowed.includes(label.toLowerCase()))
      return { line, reason: `“${label.slice(0, 40)}” is no ${grouping}: use ${allowed.join(', ')}.` };
    labels[grouping] = allowed === null ? label : label.toLowerCase();
  }
  return { line, id: id.data, wrong: truth === 'wrong', labels };
}
