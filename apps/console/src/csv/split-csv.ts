/** A part of a CSV file that can be sent by itself. */
export interface CsvPart {
  /** Begins with the header of the file. */
  readonly text: string;
  /** Line of the file (from 1) that the part's second line is. */
  readonly firstLine: number;
  readonly lines: number;
}

/**
 * Cuts a CSV file into parts of at most so many lines, each with the header, so that a file of any length can be sent
 * with progress, and what went wrong named by its line. A line is one record, as the server reads it: a quotation
 * mark that somebody forgot to close spoils one line and not the rest of the file.
 */
export function splitCsv(csv: string, linesPerPart: number): CsvPart[] {
  const text = csv.replace(/^\uFEFF/, '');
  const begin = endOfLines(text, 0, 1).at;
  const header = text.slice(0, begin);
  const parts: CsvPart[] = [];
  let firstLine = 2;
  for (let at = begin; at < text.length; ) {
    const end = endOfLines(text, at, linesPerPart);
    parts.push({ text: header + text.slice(at, end.at), firstLine, lines: end.lines });
    firstLine += end.lines;
    at = end.at;
  }
  return parts;
}

/** The line of the file that a line (from 1) of a part is. */
export function lineInFile(part: CsvPart, line: number): number {
  return line <= 1 ? 1 : part.firstLine + line - 2;
}

/** Where so many lines from a place on are over, and how many there were: the file may end before. */
function endOfLines(
  text: string,
  from: number,
  most: number,
): { readonly at: number; readonly lines: number } {
  let at = from;
  let lines = 0;
  while (lines < most && at < text.length) {
    const end = text.indexOf('\n', at);
    at = end < 0 ? text.length : end + 1;
    lines += 1;
  }
  return { at, lines };
}
