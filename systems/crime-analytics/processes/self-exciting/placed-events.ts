import { type CellGrid, cellAt } from '../../grid/cell-grid.ts';
import type { IncidentColumns } from '../../incident-columns.ts';
import type { PlacedEvents } from './self-exciting-model.ts';

const DAY_MS = 86_400_000;

/**
 * Incidents as events of a point process: those in a cell of the grid that are wanted, in the order of time. Where the
 * time is an interval, its middle stands for it.
 * @param begin What day 0 is, milliseconds since 1970 UTC
 * @param isWanted By the number of the incident; all of them without it
 */
export function placedEvents(
  incidents: IncidentColumns,
  grid: CellGrid,
  begin: number,
  isWanted: (incident: number) => boolean = () => true,
): PlacedEvents {
  const chosen: number[] = [];
  const middle = (n: number) => (incidents.from[n]! + incidents.until[n]!) / 2;
  for (let n = 0; n < incidents.length; n++) {
    if (isWanted(n) && cellAt(grid, incidents.x[n]!, incidents.y[n]!) >= 0) chosen.push(n);
  }
  chosen.sort((a, b) => middle(a) - middle(b) || a - b);
  return {
    length: chosen.length,
    x: Float64Array.from(chosen, (n) => incidents.x[n]!),
    y: Float64Array.from(chosen, (n) => incidents.y[n]!),
    days: Float64Array.from(chosen, (n) => (middle(n) - begin) / DAY_MS),
  };
}
