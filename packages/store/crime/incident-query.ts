import type { Identifier } from '@amaan/contracts/identifier';
import type { DuckDBValue } from '@duckdb/node-api';

/** Which rows of which files. */
export interface FileQuery {
  readonly imports: readonly Identifier[];
  /** Rows that may have happened from then on, in milliseconds since 1970; left out: since the first. */
  readonly from?: number | undefined;
  /** … and before then. */
  readonly to?: number | undefined;
  /** Left out: whatever they are. */
  readonly offences?: readonly string[] | undefined;
  /** Only rows within it: `[west, south, east, north]` in metres of the plane. */
  readonly box?: readonly [number, number, number, number] | undefined;
}

/** How many rows of a file there are; how many have no exact time; and both of listed offences alone. */
export interface CountedFile {
  readonly id: Identifier;
  readonly incidents: number;
  readonly withInterval: number;
  readonly listed: number;
  readonly listedWithInterval: number;
}

/** The rows of a query from `stored`, with times in milliseconds; what its conditions name by number is in `valuesOf`. */
export function rowsSql({ from, to, offences, box }: FileQuery): string {
  const conditions: string[] = [];
  let number = 0;
  const next = () => {
    number += 1;
    return `$${number}`;
  };
  // Ends count for intervals alone: a moment that ends when the period begins is within it.
  if (from !== undefined) conditions.push(`(until_at > ${at(next())} OR from_at >= ${at(`$${number}`)})`);
  if (to !== undefined) conditions.push(`from_at < ${at(next())}`);
  if (box !== undefined)
    conditions.push(`east >= ${next()} AND north >= ${next()} AND east <= ${next()} AND north <= ${next()}`);
  if (offences !== undefined)
    conditions.push(
      offences.length === 0 ? 'false' : `offence IN (${offences.map(() => next()).join(', ')})`,
    );
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`;
  return `(SELECT * EXCLUDE (from_at, until_at), epoch_ms(from_at)::DOUBLE AS from_ms, epoch_ms(until_at)::DOUBLE AS until_ms,
    until_at > from_at AS is_interval
    FROM stored ${where})`;
}

export function valuesOf({ from, to, offences, box }: FileQuery): DuckDBValue[] {
  return [
    ...(from === undefined ? [] : [from]),
    ...(to === undefined ? [] : [to]),
    ...(box ?? []),
    ...(offences ?? []),
  ];
}

function at(parameter: string): string {
  return `make_timestamp(CAST(${parameter} AS BIGINT) * 1000)`;
}

/** How many rows of a group there are, as `countedFile` reads them. @param listed appended to the values */
export function countsSql(listed: readonly string[], values: DuckDBValue[]): string {
  const among =
    listed.length === 0
      ? 'false'
      : `offence IN (${listed.map((value) => `$${values.push(value)}`).join(', ')})`;
  return `count(*) AS incidents, count(*) FILTER (WHERE is_interval) AS intervals,
    count(*) FILTER (WHERE ${among}) AS listed, count(*) FILTER (WHERE ${among} AND is_interval) AS listed_intervals`;
}

export function countedFile(row: Record<string, unknown>, { imports }: FileQuery): CountedFile {
  return {
    ...{
      id: imports[Number(row.file)]!,
      incidents: Number(row.incidents),
      withInterval: Number(row.intervals),
    },
    ...{ listed: Number(row.listed), listedWithInterval: Number(row.listed_intervals) },
  };
}
