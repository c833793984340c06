import type { HexagonCells } from './hexagon-cells.ts';
import type { SquareCells } from './square-cells.ts';

/** The cells of a study area, squares or hexagons, for all that does not care which of them they are. */
export type StudyCells = SquareCells | HexagonCells;
