/** A part of a CSV file that can be sent by itself. */
export interface CsvPart {
  /** Begins with the header of the file. */
  readonly text: string;
  /** Line of the file (from 1) that the part's second line is. */
  readonly firstLine: number;
  readonly lines: number;
}

/**
 * Cuts a CSV file (RFC 4180) into parts of at most so many records, each with the header, never inside a quoted
 * cell. So a file of any length can be sent with progress, and what went wrong named by its line.
 */
export function splitCsv(text: string, recordsPerPart: number): CsvPart[] {
  const records = recordsOf(text.replace(/^\uFEFF/, ''));
  const [header, ...rest] = records;
  if (header === undefined) return [];
  const parts: CsvPart[] = [];
  for (let at = 0; at < rest.length; at += recordsPerPart) {
    const some = rest.slice(at, at + recordsPerPart);
    const last = some.at(-1)!;
    parts.push({
      text: header.text + some.map((record) => record.text).join(''),
      firstLine: some[0]!.line,
      lines: last.line + last.lines - some[0]!.line,
    });
  }
  return parts;
}

/** The line of the file that a line (from 1) of a part is. */
export function lineInFile(part: CsvPart, line: number): number {
  return line <= 1 ? 1 : part.firstLine + line - 2;
}

interface CsvRecord {
  readonly text: string;
  readonly line: number;
  readonly lines: number;
}

/** Records with their line ends. A line break inside quotes does not end one. */
function recordsOf(text: string): CsvRecord[] {
  const records: CsvRecord[] = [];
  let begin = 0;
  let line = 1;
  let lines = 0;
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at);
    if (character === 34) quoted = !quoted;
    if (character !== 10) continue;
    lines += 1;
    if (quoted) continue;
    records.push({ text: text.slice(begin, at + 1), line, lines });
    begin = at + 1;
    line += lines;
    lines = 0;
  }
  if (begin < text.length) records.push({ text: `${text.slice(begin)}\n`, line, lines: lines + 1 });
  return records;
}
