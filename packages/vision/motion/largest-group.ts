/**
 * Size of the largest group of set cells of a grid that touch each other, at corners too. The cells are
 * cleared on the way.
 * @param cells 0 or 1, row by row.
 */
export function largestGroup(cells: Uint8Array, columns: number): number {
  const found: number[] = [];
  let largest = 0;
  for (let start = 0; start < cells.length; start++) {
    if (cells[start] === 0) continue;
    let size = 0;
    cells[start] = 0;
    found.push(start);
    for (let cell = found.pop(); cell !== undefined; cell = found.pop()) {
      size += 1;
      for (const neighbour of neighboursOf(cell, columns)) {
        // Above the first and below the last row there is no cell: undefined is not 1.
        if (cells[neighbour] !== 1) continue;
        cells[neighbour] = 0;
        found.push(neighbour);
      }
    }
    largest = Math.max(largest, size);
  }
  return largest;
}

function neighboursOf(cell: number, columns: number): number[] {
  const column = cell % columns;
  const neighbours = [cell - columns, cell + columns];
  if (column > 0) neighbours.push(cell - 1, cell - 1 - columns, cell - 1 + columns);
  if (column < columns - 1) neighbours.push(cell + 1, cell + 1 - columns, cell + 1 + columns);
  return neighbours;
}
