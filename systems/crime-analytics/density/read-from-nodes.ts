import type { CellGrid } from '../grid/cell-grid.ts';
import { LAGRANGE_NODES, lagrangeWeights } from './lagrange-weights.ts';

/** Nodes that interpolation needs beyond the cells: 3 before and 4 after. */
export const NODE_MARGIN = 4;

/** The nodes of a grid's cells, some cells apart, as a grid of their own whose cells have the nodes in their middles. */
export function nodesOver({ originX, originY, cellMetres, columns, rows }: CellGrid, step: number): CellGrid {
  const shift = cellMetres / 2 - (NODE_MARGIN + 0.5) * step * cellMetres;
  return {
    originX: originX + shift,
    originY: originY + shift,
    cellMetres: step * cellMetres,
    columns: nodeCount(columns, step),
    rows: nodeCount(rows, step),
  };
}

/** How many nodes a row or column of cells needs, with a margin at both ends. */
function nodeCount(cells: number, step: number): number {
  return Math.ceil((cells - 1) / step) + 1 + 2 * NODE_MARGIN;
}

/**
 * Values of cells between nodes by Lagrange's interpolation, along rows first, then along columns. The first cell lies on
 * the node `NODE_MARGIN` from the south-west, and so does every `step`-th after it.
 * @param across Nodes in a row
 * @param step Cells from one node to the next
 */
export function readFromNodes(
  nodes: Float64Array,
  across: number,
  step: number,
  { columns, rows }: CellGrid,
): Float64Array {
  const weights = Array.from({ length: step }, (_, n) => {
    const of = new Float64Array(LAGRANGE_NODES);
    lagrangeWeights(n / step, of);
    return of;
  });
  const height = nodes.length / across;
  const lines = new Float64Array(columns * height);
  for (let column = 0; column < columns; column += 1) {
    const of = weights[column % step]!;
    const left = NODE_MARGIN + Math.floor(column / step) - 3;
    for (let row = 0; row < height; row += 1) {
      let sum = 0;
      for (let n = 0; n < LAGRANGE_NODES; n += 1) sum += of[n]! * nodes[row * across + left + n]!;
      lines[row * columns + column] = sum;
    }
  }
  const values = new Float64Array(columns * rows);
  for (let row = 0; row < rows; row += 1) {
    const of = weights[row % step]!;
    const below = NODE_MARGIN + Math.floor(row / step) - 3;
    for (let n = 0; n < LAGRANGE_NODES; n += 1) {
      const from = (below + n) * columns;
      for (let column = 0; column < columns; column += 1)
        values[row * columns + column]! += of[n]! * lines[from + column]!;
    }
  }
  return values;
}
