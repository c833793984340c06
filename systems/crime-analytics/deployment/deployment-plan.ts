import type { ForecastOffer } from '../evaluation/forecast-assessment.ts';

/** Patrol hours to cells. Neither units nor people are in it. */
export interface DeploymentQuestion {
  /** Expected incidents in each cell over the period that is planned. */
  readonly expected: Float64Array;
  /** Share of a week in each hour from Monday midnight (168), as a forecast has it. */
  readonly hoursOfWeek: Float64Array;
  readonly offer: ForecastOffer;
  readonly shifts: readonly DeploymentShift[];
  /** How long a visit lasts, minutes; 15 after C. S. Koper, Justice Quarterly 12 (1995), 649–672. */
  readonly visitMinutes: number;
  /** Index into `areas` for each cell; −1 where no station is in charge. */
  readonly areaOfCell: Int16Array;
  readonly areas: readonly DeploymentArea[];
  readonly bounds: DeploymentBounds;
  /** How many periods each cell has been visited in a row until now. */
  readonly periodsInRow?: Uint8Array;
  /** Seed of the draw of cells that are left out to compare with. */
  readonly seed: number;
}

export interface DeploymentShift {
  readonly id: string;
  /** Hours of the week, 0 is Monday midnight to one o'clock; the shifts of a day share no hour. */
  readonly hours: readonly number[];
  /** Patrol hours that there are in this shift over the period. */
  readonly patrolHours: number;
}

export interface DeploymentArea {
  readonly id: string;
  /** What is fair to begin with: the area's share of people or of ground, all areas sum to 1. */
  readonly fairShare: number;
}

export interface DeploymentBounds {
  /** No area gets more than this many times its fair share of the visits. At least 1. */
  readonly mostTimesFairShare: number;
  /** Every area gets at least this part of its fair share, 0 to 1. */
  readonly leastOfFairShare: number;
  /** A cell is visited in at most so many periods in a row. */
  readonly mostPeriodsInRow: number;
  /** Visits to one cell in one shift over the period. */
  readonly mostVisitsPerCell: number;
  /** Part of the cells that would be visited which is drawn to be left out, so that an effect can be told: 0 to 0.5. */
  readonly leftOutShare: number;
}

export interface DeploymentPlan {
  readonly visits: readonly PlannedVisit[];
  /** Cells that were drawn to be left out. */
  readonly leftOut: readonly number[];
  readonly areas: readonly AreaCover[];
  /** Every bound that changed the plan. */
  readonly bound: readonly BoundEffect[];
  /** Visits that no cell could be found for within the bounds. */
  readonly unplaced: number;
  /** Expected incidents in the visited cells and shifts, with the bounds and without any. */
  readonly expectedCovered: number;
  readonly expectedCoveredUnbounded: number;
}

export interface PlannedVisit {
  readonly cell: number;
  readonly shift: string;
  readonly area: string | null;
  readonly visits: number;
  readonly expected: number;
}

export interface AreaCover {
  readonly area: string;
  readonly visits: number;
  readonly visitsUnbounded: number;
  readonly share: number;
  readonly fairShare: number;
  readonly expectedShare: number;
}

export interface BoundEffect {
  readonly code: 'area-most' | 'area-least' | 'cell-periods' | 'cell-visits' | 'left-out';
  /** Which area or cell. */
  readonly area?: string;
  readonly cell?: number;
  /** Visits that went elsewhere because of it, or came because of it for `area-least`. */
  readonly visits: number;
}
