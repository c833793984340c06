import type { StudyCells } from '../grid/study-cells.ts';
import type { IncidentColumns } from '../incident-columns.ts';

/** Which incidents are forecast, and which only help to. */
export const TARGET = 1;
export const SUPPORTING = 2;

/** The incidents of a study area as all surfaces need them: by slot, the place of a cell in `cells.studied`. */
export interface CellHistory {
  readonly cells: StudyCells;
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
  cells: StudyCells,
  asked: { readonly offences: readonly number[]; readonly supporting?: readonly number[] | undefined },
): CellHistory {
  const slotOf = slotsOf(cells);
  const roles = rolesOf(incidents.offences.length, asked);
  const kept: number[] = [];
  const slots: number[] = [];
  for (let at = 0; at < incidents.length; at += 1) {
    if (!roles[incidents.offence[at]!]) continue;
    const cell = cells.at(incidents.x[at]!, incidents.y[at]!);
    if (cell < 0) continue;
    kept.push(at);
    slots.push(slotOf[cell]!);
  }
  return {
    cells,
    length: kept.length,
    slot: Int32Array.from(slots),
    from: Float64Array.from(kept, (at) => incidents.from[at]!),
    until: Float64Array.from(kept, (at) => incidents.until[at]!),
    offence: Uint16Array.from(kept, (at) => incidents.offence[at]!),
    role: Uint8Array.from(kept, (at) => roles[incidents.offence[at]!]!),
    weight: new Float64Array(kept.length).fill(1),
  };
}

/** The slot of each cell, −1 for one outside of the study area. */
export function slotsOf({ count, studied }: StudyCells): Int32Array {
  const slotOf = new Int32Array(count).fill(-1);
  for (let slot = 0; slot < studied.length; slot += 1) slotOf[studied[slot]!] = slot;
  return slotOf;
}

/** How many slots there are, and the length of every array that has one value a slot. */
export function slotCount({ cells }: Pick<CellHistory, 'cells'>): number {
  return cells.studied.length;
}

/** Values of slots by the numbers of their cells; 0 outside of the study area. */
export function byCell({ count, studied }: StudyCells, values: Float64Array): Float64Array {
  const all = new Float64Array(count);
  for (let slot = 0; slot < studied.length; slot += 1) all[studied[slot]!] = values[slot]!;
  return all;
}

/** Values of cells by slot. */
export function bySlot({ studied }: StudyCells, values: ArrayLike<number>): Float64Array {
  const slots = new Float64Array(studied.length);
  for (let slot = 0; slot < slots.length; slot += 1) slots[slot] = values[studied[slot]!]!;
  return slots;
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
  const counts = new Float64Array(slotCount(history));
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
