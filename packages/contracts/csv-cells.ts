/**
 * The lines of a text with their numbers, from 1; a byte order mark and carriage returns are taken off. One by one, so
 * that a file of a million lines is not held twice.
 */
export function* csvLines(text: string): Generator<{ readonly line: number; readonly text: string }> {
  let line = 0;
  for (let from = text.startsWith('\uFEFF') ? 1 : 0; from < text.length; ) {
    const end = text.indexOf('\n', from);
    const to = end < 0 ? text.length : end;
    line += 1;
    yield { line, text: text.slice(from, text[to - 1] === '\r' ? to - 1 : to) };
    from = to + 1;
  }
}

/**
 * The cells of one line of CSV (RFC 4180), trimmed. A line is always one record: a quotation mark that is not closed
 * spoils its own line and none below.
 *
 * @returns null when a quotation mark is not closed, or something follows a closed one
 * @example csvCells('LEA-1234,"Suzuki, ""Mehran"""') // ['LEA-1234', 'Suzuki, "Mehran"']
 */
export function csvCells(line: string, separator = ','): string[] | null {
  if (!line.includes('"')) return line.split(separator).map((cell) => cell.trim());
  const cells: string[] = [];
  let at = 0;
  for (;;) {
    while (line[at] === ' ') at += 1;
    if (line[at] !== '"') {
      const end = line.indexOf(separator, at);
      cells.push(line.slice(at, end < 0 ? line.length : end).trim());
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let cell = '';
    for (at += 1; ; at += 2) {
      const end = line.indexOf('"', at);
      if (end < 0) return null;
      cell += line.slice(at, end);
      at = end;
      if (line[at + 1] !== '"') break;
      cell += '"';
    }
    cells.push(cell.trim());
    const end = line.indexOf(separator, at + 1);
    if (line.slice(at + 1, end < 0 ? line.length : end).trim() !== '') return null;
    if (end < 0) return cells;
    at = end + 1;
  }
}
