/** A text in a statement of DuckDB. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** A name in a statement of DuckDB. */
export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
