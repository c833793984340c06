import { cellToLatLng, gridDisk, latLngToCell } from 'h3-js';
import type { Projection } from '../import/projection.ts';
import type { CellSpace } from './cell-space.ts';
import { HexagonLattice } from './hexagon-lattice.ts';
import type { HexagonSet } from './hexagons.ts';

/** Hexagons of H3, numbered as in their set, all of them within the study area. */
export class HexagonCells implements CellSpace {
  readonly shape = 'hexagon';
  readonly set: HexagonSet;
  readonly count: number;
  readonly studied: Int32Array;
  readonly sideMetres: number;
  readonly #plane: Projection;
  readonly #places: ReadonlyMap<string, number>;
  readonly #lattice: HexagonLattice;

  /**
   * @param plane The plane of the incidents
   * @throws CrimeAnalyticsError `HEXAGONS_IRREGULAR`
   */
  constructor(set: HexagonSet, plane: Projection) {
    this.set = set;
    this.count = set.cells.length;
    this.studied = Int32Array.from(set.cells, (_, place) => place);
    this.#plane = plane;
    this.#places = new Map(set.cells.map((cell, place) => [cell, place]));
    this.#lattice = new HexagonLattice(set.cells, (cell) => this.#centreOf(cell));
    this.sideMetres = Math.sqrt(this.#lattice.cellSquareMetres);
  }

  at(x: number, y: number): number {
    if (!(Number.isFinite(x) && Number.isFinite(y))) return -1;
    const [longitude, latitude] = this.#plane.inverse(x, y);
    return this.#places.get(latLngToCell(latitude, longitude, this.set.resolution)) ?? -1;
  }

  centre(cell: number): { readonly x: number; readonly y: number } {
    const [x, y] = this.#centreOf(this.set.cells[cell]!);
    return { x, y };
  }

  /** Its address in H3. */
  name(cell: number): string {
    return this.set.cells[cell]!;
  }

  touching(cell: number): number[] {
    return gridDisk(this.set.cells[cell]!, 1)
      .map((address) => this.#places.get(address) ?? -1)
      .filter((other) => other >= 0 && other !== cell)
      .sort((one, other) => one - other);
  }

  spread(values: Float64Array, metres: number): Float64Array {
    return this.#lattice.spread(values, metres);
  }

  #centreOf(cell: string): readonly [x: number, y: number] {
    const [latitude, longitude] = cellToLatLng(cell);
    return this.#plane.forward(longitude, latitude);
  }
}
