/** Object identifiers of PostgreSQL's built-in types (pg_type.dat). */
const BIGINT = 20;
const TIMESTAMPTZ = 1184;

/**
 * How the text of PostgreSQL's types becomes values. Everything that is not listed is read as the driver reads it.
 */
export const columnParsers: Readonly<Record<number, (text: string) => unknown>> = {
  [BIGINT]: parseBigint,
  [TIMESTAMPTZ]: parseInstant,
};

/** `2026-03-01 08:15:30.25+00` → `2026-03-01T08:15:30.250Z`, the form of the contracts. */
function parseInstant(text: string): string {
  return new Date(text).toISOString();
}

function parseBigint(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`The number ${text} is beyond 2^53.`);
  return value;
}
