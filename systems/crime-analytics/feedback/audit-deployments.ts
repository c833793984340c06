import type { AreaAudit, AuditFlag } from './deployment-audit.ts';

/** What is on record of one period, area by area. */
export interface AuditedPeriod {
  readonly patrolHours: Float64Array;
  /** What people reported: nothing that patrols found. */
  readonly reported: Float64Array;
  /** What was forecast. */
  readonly expected: Float64Array;
  /** Cells that were visited. */
  readonly visitedCells: readonly number[];
}

export interface AuditQuestion {
  readonly areas: readonly { readonly id: string; readonly fairShare: number }[];
  /** Index into `areas` for each cell; −1 where no station is in charge. */
  readonly areaOfCell: Int16Array;
  /** In the order of time. */
  readonly periods: readonly AuditedPeriod[];
  readonly bounds: {
    readonly mostTimesFairShare: number;
    readonly leastOfFairShare: number;
    readonly mostPeriodsInRow: number;
  };
}

/** A share of patrols that grew by more than this part is one that rose. */
const ROSE = 1.25;
/** A share of reports that grew by less than this part did not. */
const STAYED = 1.05;

/**
 * Lays beside each other what patrols every area got and what people reported, what was forecast and what would be fair, and
 * marks where they part: the audit that a feedback loop cannot hide from.
 */
export function auditDeployments({ areas, areaOfCell, periods, bounds }: AuditQuestion): AreaAudit[] {
  const half = Math.floor(periods.length / 2);
  const rows = longestRows(areas.length, areaOfCell, periods);
  return areas.map(({ id, fairShare }, area) => {
    const patrolShare = shareOf(periods, area, 'patrolHours');
    const reportedShare = shareOf(periods, area, 'reported');
    const timesFair = fairShare > 0 ? patrolShare / fairShare : null;
    const flags: AuditFlag[] = [];
    if (patrolShare > bounds.mostTimesFairShare * fairShare + 1e-9) flags.push('over-most');
    if (patrolShare < bounds.leastOfFairShare * fairShare - 1e-9) flags.push('under-least');
    if (rows[area]! > bounds.mostPeriodsInRow) flags.push('repeated');
    if (half > 0) {
      const [early, late] = [periods.slice(0, half), periods.slice(-half)];
      const patrols = growth(early, late, area, 'patrolHours');
      if (patrols > ROSE && growth(early, late, area, 'reported') < STAYED)
        flags.push('rising-without-reports');
    }
    return {
      area: id,
      patrolShare,
      reportedShare,
      expectedShare: shareOf(periods, area, 'expected'),
      fairShare,
      timesFair,
      timesReported: reportedShare > 0 ? patrolShare / reportedShare : null,
      longestRow: rows[area]!,
      flags,
    };
  });
}

type Column = 'patrolHours' | 'reported' | 'expected';

function shareOf(periods: readonly AuditedPeriod[], area: number, column: Column): number {
  let [own, all] = [0, 0];
  for (const period of periods) {
    own += period[column][area]!;
    for (const value of period[column]) all += value;
  }
  return all > 0 ? own / all : 0;
}

/** The later share of an area over the earlier one; `Infinity` where it came from nothing, 1 where it had none in either. */
function growth(
  early: readonly AuditedPeriod[],
  late: readonly AuditedPeriod[],
  area: number,
  column: Column,
): number {
  const [before, after] = [shareOf(early, area, column), shareOf(late, area, column)];
  return before > 0 ? after / before : after > 0 ? Infinity : 1;
}

/** For each area: in how many periods in a row the same cell of it was visited, at the most. */
function longestRows(areas: number, areaOfCell: Int16Array, periods: readonly AuditedPeriod[]): number[] {
  const longest = new Array<number>(areas).fill(0);
  let rows = new Map<number, number>();
  for (const { visitedCells } of periods) {
    const next = new Map<number, number>();
    for (const cell of visitedCells) {
      const row = (rows.get(cell) ?? 0) + 1;
      next.set(cell, row);
      const area = areaOfCell[cell] ?? -1;
      if (area >= 0) longest[area] = Math.max(longest[area]!, row);
    }
    rows = next;
  }
  return longest;
}
