/** Rows as CSV (RFC 4180) with a header. */
export function csvText(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return [header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('');
}

const NUMBER = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/;

/** A cell that a spreadsheet would take for a formula is led by an apostrophe (OWASP, CSV injection); a number is none. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !NUMBER.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
