import { type CellGrid, cellAt, cellCount } from '../grid/cell-grid.ts';
import type { IncidentColumns } from '../incident-columns.ts';

/** Which incidents are forecast, and which only help to. */
export const TARGET = 1;
export const SUPPORTING = 2;

/** The incidents of a study area as all surfaces need them: by slot, the number of a cell among those of the area. */
export interface CellHistory {
  readonly grid: CellGrid;
  /** Number in the grid of each slot. */
  readonly cells: Int32Array;
  readonly length: number;
  readonly slot: Int32Array;
  /** Milliseconds since 1970 UTC; both equal when the time is known. */
  readonly from: Float64Array;
  readonly until: Float64Array;
  readonly offence: Uint16Array;
  /** `TARGET` or `SUPPORTING`. */
  readonly role: Uint8Array;
  /** What each counts for: 1, or less for one that patrols may have found by being there. */
  readonly weight: Float64Array;
}

/** Lays incidents into the slots of a study area; what lies outside or is of no offence asked for is left out. */
export function cellHistory(
  incidents: IncidentColumns,
  grid: CellGrid,
  asked: { readonly offences: readonly number[]; readonly supporting?: readonly number[] | undefined },
): CellHistory {
  const slotOf = new Int32Array(cellCount(grid)).fill(-1);
  const cells: number[] = [];
  for (let cell = 0; cell < slotOf.length; cell += 1) {
    if (grid.mask && !grid.mask[cell]) continue;
    slotOf[cell] = cells.length;
    cells.push(cell);
  }
  const roles = rolesOf(incidents.offences.length, asked);
  const kept: number[] = [];
  const slots: number[] = [];
  for (let at = 0; at < incidents.length; at += 1) {
    if (!roles[incidents.offence[at]!]) continue;
    const cell = cellAt(grid, incidents.x[at]!, incidents.y[at]!);
    if (cell < 0) continue;
    kept.push(at);
    slots.push(slotOf[cell]!);
  }
  return {
    grid,
    cells: Int32Array.from(cells),
    length: kept.length,
    slot: Int32Array.from(slots),
    from: Float64Array.from(kept, (at) => incidents.from[at]!),
    until: Float64Array.from(kept, (at) => incidents.until[at]!),
    offence: Uint16Array.from(kept, (at) => incidents.offence[at]!),
    role: Uint8Array.from(kept, (at) => roles[incidents.offence[at]!]!),
    weight: new Float64Array(kept.length).fill(1),
  };
}

/** The role of each offence: 0 for one that nobody asked for. */
function rolesOf(
  count: number,
  asked: { readonly offences: readonly number[]; readonly supporting?: readonly number[] | undefined },
): Uint8Array {
  const roles = new Uint8Array(count).fill(asked.supporting ? 0 : SUPPORTING);
  for (const offence of asked.supporting ?? []) roles[offence] = SUPPORTING;
  for (const offence of asked.offences) roles[offence] = TARGET;
  return roles;
}

/** Whether an incident was over before a moment, which is all that a forecast made then can know. */
export function isBefore(history: Pick<CellHistory, 'from' | 'until'>, at: number, moment: number): boolean {
  return history.until[at]! < moment || (history.until[at]! === moment && history.from[at]! < moment);
}

/**
 * Whether an incident belongs to what was to be forecast: it began at the origin or later, and the middle of its interval
 * lies before the end. One that may have happened on either side of the origin belongs to neither.
 */
export function isWithin(
  history: Pick<CellHistory, 'from' | 'until'>,
  at: number,
  origin: number,
  end: number,
): boolean {
  return history.from[at]! >= origin && (history.from[at]! + history.until[at]!) / 2 < end;
}

/** How many incidents of the forecast offences each slot saw in a period. */
export function countWithin(history: CellHistory, origin: number, end: number): Float64Array {
  const counts = new Float64Array(history.cells.length);
  for (let at = 0; at < history.length; at += 1)
    if (history.role[at] === TARGET && isWithin(history, at, origin, end)) counts[history.slot[at]!]! += 1;
  return counts;
}

/** When the first incident of the forecast offences began; `Infinity` without any. */
export function firstTarget(history: CellHistory): number {
  let first = Infinity;
  for (let at = 0; at < history.length; at += 1)
    if (history.role[at] === TARGET) first = Math.min(first, history.from[at]!);
  return first;
}
