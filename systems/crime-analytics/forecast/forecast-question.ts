import type { PatrolExposure } from '../feedback/patrol-exposure.ts';
import type { StudyCells } from '../grid/study-cells.ts';

/** What is to be forecast, and how it is to be judged. */
export interface ForecastQuestion {
  /** Indices into `incidents.offences`: what is forecast. */
  readonly offences: readonly number[];
  /**
   * Indices of offences whose places may help (where bicycles are stolen other things are stolen, too). Left out: every
   * other one that is there. Offences that depend on where patrols go belong in neither list.
   */
  readonly supporting?: readonly number[];
  /** Milliseconds since 1970 UTC from which on is forecast. Nothing that happened at or after it is looked at. */
  readonly origin: number;
  readonly horizonDays: number;
  /** The share of the study area's cells that could be visited, above 0 and at most 1: 0.005 is half a percent. */
  readonly areaFraction: number;
  /** Squares of 150 m (500 feet) without it, as in G. O. Mohler et al., JASA 110 (2015), 1399–1411. */
  readonly shape?: CellShape;
  /**
   * The cells within a boundary, of whatever shape. Without them the study area is what can be known from the incidents
   * before `origin`: every cell within `STUDY_AREA_METRES` of any of them, whatever the offence.
   */
  readonly cells?: StudyCells;
  /** Where patrols were, so that what they found by being there does not draw them there again. */
  readonly exposure?: PatrolExposure;
  /** IANA name of the zone whose hours and weekdays count: `Asia/Karachi`. */
  readonly timeZone: string;
}

/** Squares by their side, or hexagons of H3. @see HexagonSet */
export type CellShape =
  | { readonly shape: 'square'; readonly cellMetres: number }
  | {
      readonly shape: 'hexagon';
      readonly resolution: number;
      /** The plane of the incidents, `EPSG:32643`: hexagons lie on the globe. */
      readonly crs: string;
    };

/** Cells of 500 feet, the size of the randomised trials of place-based forecasts. */
export const DEFAULT_CELL_METRES = 150;

/** How near an incident must have been for a cell to belong to the study area. */
export const STUDY_AREA_METRES = 250;
