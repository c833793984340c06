/** Prints one JSON value as a line on stdout. */
export function printJson(value: unknown): void {
  process.stdout.write(`${JSON.stringify(value)}\n`);
}

/** Prints rows as JSON lines or as a table. */
export function printRows(rows: readonly Readonly<Record<string, unknown>>[], json: boolean): void {
  if (json) rows.forEach(printJson);
  else printTable(rows);
}

/** Prints rows as a table with aligned columns; the keys of the first row are its heads. */
function printTable(rows: readonly Readonly<Record<string, unknown>>[]): void {
  const first = rows[0];
  if (!first) return;
  const heads = Object.keys(first);
  const lines = [heads, ...rows.map((row) => heads.map((head) => String(row[head] ?? '')))];
  const widths = heads.map((_, column) => Math.max(...lines.map((line) => [...(line[column] ?? '')].length)));
  for (const line of lines) {
    const cells = line.map((cell, column) => cell.padEnd(widths[column] ?? 0));
    process.stdout.write(`${cells.join('  ').trimEnd()}\n`);
  }
}
