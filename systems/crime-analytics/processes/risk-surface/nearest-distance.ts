import { type CellGrid, cellCount } from '../../grid/cell-grid.ts';

/**
 * Metres from the middle of each cell to the nearest of some places, at most `reach`: the places are sorted into cells,
 * and rings of cells are looked through from the inside until none can be nearer.
 */
export function nearestDistance(
  grid: CellGrid,
  x: ArrayLike<number>,
  y: ArrayLike<number>,
  reach: number,
): Float64Array {
  const { columns, rows, cellMetres, originX, originY } = grid;
  const placesIn = new Map<number, number[]>();
  const margin = Math.ceil(reach / cellMetres) + 1;
  const width = columns + 2 * margin;
  const column = (n: number) => Math.floor((x[n]! - originX) / cellMetres) + margin;
  const row = (n: number) => Math.floor((y[n]! - originY) / cellMetres) + margin;
  for (let n = 0; n < x.length; n++) {
    if (column(n) < 0 || column(n) >= width || row(n) < 0 || row(n) >= rows + 2 * margin) continue;
    const key = row(n) * width + column(n);
    const places = placesIn.get(key);
    if (places) places.push(n);
    else placesIn.set(key, [n]);
  }

  return Float64Array.from({ length: cellCount(grid) }, (_, cell) => {
    const [across, up] = [cell % columns, Math.floor(cell / columns)];
    const middleX = originX + (across + 0.5) * cellMetres;
    const middleY = originY + (up + 0.5) * cellMetres;
    let nearest = reach;
    // What lies in ring r is (r − ½) cells away at least.
    for (let ring = 0; (ring - 0.5) * cellMetres < nearest && ring <= margin; ring++) {
      for (const [east, north] of ringOf(ring)) {
        for (const n of placesIn.get((up + margin + north) * width + across + margin + east) ?? []) {
          nearest = Math.min(nearest, Math.hypot(x[n]! - middleX, y[n]! - middleY));
        }
      }
    }
    return nearest;
  });
}

function* ringOf(ring: number): Generator<readonly [number, number]> {
  if (ring === 0) {
    yield [0, 0];
    return;
  }
  for (let n = -ring; n < ring; n++) {
    yield [n, -ring];
    yield [ring, n];
    yield [-n, ring];
    yield [-ring, -n];
  }
}
