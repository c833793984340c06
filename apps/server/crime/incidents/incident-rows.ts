import { setImmediate } from 'node:timers/promises';
import type { IncidentCells } from '@amaan/contracts/crime/incident';
import type { CountedCell, RowColumns } from '@amaan/store/crime/incident-files';
import type { CountedFile, FileQuery } from '@amaan/store/crime/incident-query';
import type { AnalysisArea } from '../analyses/analysis-data.ts';
import { areaAt } from '../analyses/area-of-cells.ts';
import { latticeOf } from '../analyses/lattice-of.ts';

/** Cells in the lattice that holds them all. */
export function latticeOfCells(
  cells: readonly CountedCell[],
  cellMetres: number,
  plane: string | null,
): Pick<IncidentCells, 'lattice' | 'cells'> {
  if (cells.length === 0 || plane === null) return { lattice: null, cells: [] };
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { column, row } of cells) {
    [west, east] = [Math.min(west, column), Math.max(east, column)];
    [south, north] = [Math.min(south, row), Math.max(north, row)];
  }
  const [columns, rows] = [east - west + 1, north - south + 1];
  const grid = { originX: west * cellMetres, originY: south * cellMetres, cellMetres, columns, rows };
  return {
    lattice: latticeOf(grid, plane),
    cells: cells
      .map(({ column, row, incidents }) => ({ index: (row - south) * columns + column - west, incidents }))
      .sort((a, b) => a.index - b.index),
  };
}

/**
 * Rows by square cells, whose corners are whole multiples of their edge, and by import.
 * @param listed offences that are counted beside the sum
 */
export function countRows(
  rows: RowColumns,
  query: FileQuery,
  cellMetres: number,
  listed: readonly string[],
): { readonly cells: readonly CountedCell[]; readonly counts: readonly CountedFile[] } {
  const isListed = new Set(listed);
  const cells = new Map<string, { column: number; row: number; incidents: number; listed: number }>();
  for (let at = 0; at < rows.length; at += 1) {
    const column = Math.floor(rows.east[at]! / cellMetres);
    const row = Math.floor(rows.north[at]! / cellMetres);
    const name = `${column} ${row}`;
    const cell = cells.get(name) ?? { column, row, incidents: 0, listed: 0 };
    cell.incidents += 1;
    if (isListed.has(rows.offence[at]!)) cell.listed += 1;
    cells.set(name, cell);
  }
  return { cells: [...cells.values()], counts: countsOf(rows, query, listed) };
}

/** Rows by import. @param listed offences that are counted beside the sum */
export function countsOf(rows: RowColumns, { imports }: FileQuery, listed: readonly string[]): CountedFile[] {
  const isListed = new Set(listed);
  const counts = imports.map((id) => ({
    id,
    incidents: 0,
    withInterval: 0,
    listed: 0,
    listedWithInterval: 0,
  }));
  for (let at = 0; at < rows.length; at += 1) {
    const count = counts[rows.file[at]!]!;
    const [interval, some] = [
      rows.until[at]! > rows.from[at]! ? 1 : 0,
      isListed.has(rows.offence[at]!) ? 1 : 0,
    ];
    count.incidents += 1;
    count.withInterval += interval;
    count.listed += some;
    count.listedWithInterval += interval * some;
  }
  return counts;
}

/** How many rows are looked at before others get a turn. */
const AT_ONCE = 5_000;

/** The rows that lie in one of the areas. Other work goes on meanwhile. */
export async function rowsWithin(rows: RowColumns, areas: readonly AnalysisArea[]): Promise<RowColumns> {
  const inside: number[] = [];
  for (let at = 0; at < rows.length; at += 1) {
    if (areaAt(areas, rows.east[at]!, rows.north[at]!) >= 0) inside.push(at);
    if (at % AT_ONCE === AT_ONCE - 1) await setImmediate();
  }
  return picked(rows, inside);
}

/** At most so many rows, spread over all. */
export function spreadRows(rows: RowColumns, limit: number): RowColumns {
  const step = Math.max(1, rows.length / limit);
  const count = Math.min(rows.length, limit);
  const kept = Array.from({ length: count }, (_, n) => Math.floor(n * step));
  return picked(rows, kept);
}

function picked(rows: RowColumns, at: readonly number[]): RowColumns {
  const pick = (values: Float64Array) => Float64Array.from(at, (n) => values[n]!);
  return {
    ...{ length: at.length, line: pick(rows.line), east: pick(rows.east), north: pick(rows.north) },
    ...{ from: pick(rows.from), until: pick(rows.until), file: pick(rows.file) },
    offence: at.map((n) => rows.offence[n]!),
  };
}

/** The box of areas: `[west, south, east, north]` in metres. */
export function boxOf(areas: readonly AnalysisArea[]): readonly [number, number, number, number] {
  let [west, south, east, north] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const ring of areas.flatMap(({ plane }) => plane))
    for (let at = 0; at < ring.length; at += 2) {
      [west, east] = [Math.min(west, ring[at]!), Math.max(east, ring[at]!)];
      [south, north] = [Math.min(south, ring[at + 1]!), Math.max(north, ring[at + 1]!)];
    }
  return [west, south, east, north];
}
