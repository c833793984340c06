/** What squares and hexagons can both do. A cell is told by its number, 0 to `count` − 1. */
export interface CellSpace {
  /** How many numbers there are, and the length of every array that has one value a cell. */
  readonly count: number;
  /** Numbers of the cells that belong to the study area, rising. */
  readonly studied: Int32Array;
  /** Side of a square as large as a cell, metres. */
  readonly sideMetres: number;
  /** The cell that holds a place in the plane (metres), −1 outside of the study area. */
  at(x: number, y: number): number;
  /** The middle of a cell, metres in the plane. */
  centre(cell: number): { readonly x: number; readonly y: number };
  /** The same text for the same cell in every study area, whatever its number there. */
  name(cell: number): string;
  /** The cells of the study area that touch a cell. */
  touching(cell: number): number[];
  /**
   * Spreads what lies in the cells round them, normally on each axis; what would leave the study area is lost.
   * @param values One a cell
   * @param metres Standard deviation on each axis
   */
  spread(values: Float64Array, metres: number): Float64Array;
}
