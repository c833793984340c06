import { boxAround } from '../grid/cell-grid.ts';

/** Incidents sorted into square cells, and for each cell those that can hold something near. Empty cells do not exist. */
export interface NearCells {
  /** The incidents cell by cell: index in the data of each. What follows numbers them in this order. */
  readonly incidents: Int32Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  /** The incidents of cell c are `cellStart[c]` … `cellStart[c + 1] − 1`. */
  readonly cellStart: Int32Array;
  /**
   * The cells near cell c are `near[nearStart[c]]` … `near[nearStart[c + 1] − 1]`: itself, and of each two cells that are
   * near each other one has the other.
   */
  readonly nearStart: Int32Array;
  readonly near: Int32Array;
}

/**
 * @param reach metres within which incidents are near; cells are as large, or a part of it
 * @param parts how many cells go to the reach: small cells waste fewer looks at what is too far, large ones are fewer
 */
export function nearCells(
  x: Float64Array,
  y: Float64Array,
  reach: number,
  parts: number,
  manhattan: boolean,
): NearCells {
  const { west, south, east, north } = boxAround(x, y);
  // A trifle larger, so that rounding never parts what is near by one cell more than it should.
  const wanted = (reach / parts) * (1 + 1e-9);
  const side = Math.max(wanted, Math.max(east - west, north - south) / MOST_COLUMNS) || 1;
  const place = new Float64Array(x.length);
  for (let at = 0; at < x.length; at += 1)
    place[at] = placeKey(Math.floor((x[at]! - west) / side), Math.floor((y[at]! - south) / side));
  const incidents = Int32Array.from(place.keys()).sort(
    (a, b) => place[a]! - place[b]! || x[a]! - x[b]! || a - b,
  );

  const places: number[] = [];
  const starts: number[] = [];
  incidents.forEach((incident, at) => {
    if (places.at(-1) === place[incident]!) return;
    places.push(place[incident]!);
    starts.push(at);
  });
  const cellAtPlace = new Map(places.map((key, cell) => [key, cell]));
  const nearStart = new Int32Array(places.length + 1);
  const near: number[] = [];
  const offsets = nearOffsets(parts, manhattan);
  for (const [cell, key] of places.entries()) {
    for (const offset of offsets) {
      const other = cellAtPlace.get(key + offset);
      if (other !== undefined) near.push(other);
    }
    nearStart[cell + 1] = near.length;
  }
  return {
    incidents,
    x: Float64Array.from(incidents, (incident) => x[incident]!),
    y: Float64Array.from(incidents, (incident) => y[incident]!),
    cellStart: Int32Array.from([...starts, x.length]),
    nearStart,
    near: Int32Array.from(near),
  };
}

/** How far on in key are the cells that can hold something near, those before left out. */
function nearOffsets(parts: number, manhattan: boolean): number[] {
  const offsets: number[] = [];
  for (let north = 0; north <= parts; north += 1)
    for (let east = north === 0 ? 0 : -parts; east <= parts; east += 1) {
      const [gapEast, gapNorth] = [Math.max(0, Math.abs(east) - 1), Math.max(0, north - 1)];
      const gap = manhattan ? gapEast + gapNorth : Math.hypot(gapEast, gapNorth);
      if (gap < parts) offsets.push(placeKey(east, north));
    }
  return offsets;
}

/** More columns or rows than this are never needed: an incident would have them to itself. */
const MOST_COLUMNS = 2 ** 25;

/** A cell as one number, row by row from the south-west. */
function placeKey(column: number, row: number): number {
  return row * (2 * MOST_COLUMNS) + column;
}
