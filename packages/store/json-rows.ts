import { type RawBuilder, sql } from 'kysely';

/**
 * Rows as a table expression, sent as one JSON parameter however many they are. Members of the rows that
 * `columns` does not name are left out.
 *
 * @param columns the rows' columns with their types, for example `id uuid, at timestamptz`: part of the
 *   SQL text, so never anything that came from outside
 * @example sql`INSERT INTO t SELECT * FROM ${jsonRows([{ a: 1 }], 'a integer')}`
 */
export function jsonRows(rows: readonly object[], columns: string): RawBuilder<unknown> {
  return sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS row (${sql.raw(columns)})`;
}
