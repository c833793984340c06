import { FaceAuditSetInput } from '@amaan/contracts/faces/matches/face-report';

export type AuditGroup = FaceAuditSetInput['groups'][number];

/** The columns of a file, in any order. */
export const AUDIT_COLUMNS = ['grouping', 'label', 'faces', 'alerts', 'false_alerts'] as const;

export const AUDIT_LINE_PROBLEMS = [
  'cells',
  'grouping',
  'label',
  'number',
  'noFaces',
  'moreAlerts',
  'moreFalse',
  'twice',
] as const;
export type AuditLineProblem = (typeof AUDIT_LINE_PROBLEMS)[number];

/** What a file says, and what is wrong with which of its lines (from 1). */
export interface AuditFile {
  readonly groups: readonly AuditGroup[];
  readonly bad: readonly {
    readonly line: number;
    readonly text: string;
    readonly problem: AuditLineProblem;
  }[];
  /** Null: the file has the columns that it needs, and lines. */
  readonly problem: 'empty' | 'columns' | 'many' | null;
}

const MOST_GROUPS = 200;

/** Reads numbers by group from CSV. A line is one record; cells may be in quotation marks. */
export function readAuditFile(csv: string): AuditFile {
  const lines = csv.replace(/^\uFEFF/, '').split(/\r?\n/);
  const numbered = lines
    .map((text, index) => ({ text, line: index + 1 }))
    .filter(({ text }) => text.trim() !== '');
  const [header, ...rows] = numbered;
  const nothing = { groups: [], bad: [] };
  if (header === undefined || rows.length === 0) return { ...nothing, problem: 'empty' };
  const separator = [',', ';', '\t'].find((each) => header.text.includes(each)) ?? ',';
  const names =
    cellsOf(header.text, separator)?.map((name) => name.toLowerCase().replaceAll(/[ -]/g, '_')) ?? [];
  const places = AUDIT_COLUMNS.map((name) => names.indexOf(name));
  if (places.includes(-1)) return { ...nothing, problem: 'columns' };
  if (rows.length > MOST_GROUPS) return { ...nothing, problem: 'many' };
  const groups: AuditGroup[] = [];
  const bad: AuditFile['bad'][number][] = [];
  const known = new Set<string>();
  for (const { text, line } of rows) {
    const cells = cellsOf(text, separator);
    const read =
      cells === null || cells.length !== names.length
        ? 'cells'
        : groupOf(
            places.map((at) => cells[at]!),
            known,
          );
    if (typeof read === 'string') bad.push({ line, text, problem: read });
    else groups.push(read);
  }
  return { groups, bad, problem: null };
}

function groupOf(cells: readonly string[], known: Set<string>): AuditGroup | AuditLineProblem {
  const [grouping = '', label = ''] = cells;
  const numbers = cells.slice(2);
  const { shape } = FaceAuditSetInput.shape.groups.element;
  if (!shape.grouping.safeParse(grouping).success) return 'grouping';
  if (!shape.label.safeParse(label).success) return 'label';
  if (!numbers.every((text) => /^\d{1,12}$/.test(text))) return 'number';
  const [faces = 0, alerts = 0, falseAlerts = 0] = numbers.map(Number);
  if (faces === 0) return 'noFaces';
  if (alerts > faces) return 'moreAlerts';
  if (falseAlerts > alerts) return 'moreFalse';
  const key = JSON.stringify([grouping, label]);
  if (known.has(key)) return 'twice';
  known.add(key);
  return { grouping, label, faces, alerts, falseAlerts };
}

/** The cells of a line, without the space around them; null where a quotation mark is not closed. */
function cellsOf(line: string, separator: string): string[] | null {
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at]!;
    if (quoted && sign === '"' && line[at + 1] === '"') {
      cell += '"';
      at += 1;
    } else if (sign === '"') quoted = !quoted;
    else if (sign === separator && !quoted) {
      cells.push(cell.trim());
      cell = '';
    } else cell += sign;
  }
  return quoted ? null : [...cells, cell.trim()];
}
