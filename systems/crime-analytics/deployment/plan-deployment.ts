import { CrimeAnalyticsError } from '../crime-analytics-error.ts';
import { ReplicaRandom } from '../replica-random.ts';
import { checkDeployment } from './check-deployment.ts';
import type {
  AreaCover,
  BoundEffect,
  DeploymentPlan,
  DeploymentQuestion,
  PlannedVisit,
} from './deployment-plan.ts';
import {
  areaLimits,
  type KeptBounds,
  type PlacedVisits,
  placeVisits,
  sharesOfShifts,
} from './place-visits.ts';

const NO_BOUNDS: KeptBounds = {
  areaMost: false,
  areaLeast: false,
  cellPeriods: false,
  cellVisits: false,
  leftOut: new Set(),
};
const ALL_BOUNDS: KeptBounds = {
  areaMost: true,
  areaLeast: true,
  cellPeriods: true,
  cellVisits: true,
  leftOut: new Set(),
};

/**
 * Shares patrol hours out over the cells of a forecast, within bounds of fairness, and tells what each bound changed. It
 * names no units and no people, and takes only a forecast that is offered.
 *
 * @throws CrimeAnalyticsError `FORECAST_NOT_OFFERED`, `DEPLOYMENT_INVALID`
 */
export function planDeployment(question: DeploymentQuestion): DeploymentPlan {
  if (!question.offer.offered)
    throw new CrimeAnalyticsError(
      'FORECAST_NOT_OFFERED',
      'This forecast is not offered for planning patrols: it did not surely do better than a simple count or density map.',
    );
  checkDeployment(question);
  const free = placeVisits(question, NO_BOUNDS);
  const before = placeVisits(question, ALL_BOUNDS);
  const leftOut = drawLeftOut(question, before);
  const kept = { ...ALL_BOUNDS, leftOut };
  const placed = placeVisits(question, kept);
  return {
    visits: plannedVisits(question, placed),
    leftOut: [...leftOut].sort((a, b) => a - b),
    areas: areaCovers(question, placed, free),
    bound: boundEffects(question, { free, before, placed, kept }),
    unplaced: placed.unplaced,
    expectedCovered: covered(question, placed),
    expectedCoveredUnbounded: covered(question, free),
  };
}

/**
 * Draws some of the cells that would be visited. They are as much at risk as the visited ones, so what happens in them tells
 * what would have happened without visits (as in G. O. Mohler et al., Randomized controlled field trials of predictive
 * policing, JASA 110 (2015), 1399–1411).
 */
function drawLeftOut({ bounds, seed }: DeploymentQuestion, placed: PlacedVisits): ReadonlySet<number> {
  const cells = Int32Array.from(new Set(placed.byShift.flatMap((shift) => [...shift.keys()]))).sort();
  new ReplicaRandom(seed, 0).shuffle(cells);
  return new Set(cells.slice(0, Math.floor(bounds.leftOutShare * cells.length)));
}

function plannedVisits(question: DeploymentQuestion, { byShift }: PlacedVisits): PlannedVisit[] {
  const { shifts, areas, areaOfCell, expected } = question;
  const shares = sharesOfShifts(question);
  return byShift.flatMap((cells, shift) =>
    [...cells]
      .map(([cell, visits]) => ({
        cell,
        shift: shifts[shift]!.id,
        area: areas[areaOfCell[cell]!]?.id ?? null,
        visits,
        expected: expected[cell]! * shares[shift]!,
      }))
      .sort((a, b) => b.expected - a.expected || a.cell - b.cell),
  );
}

function areaCovers(question: DeploymentQuestion, placed: PlacedVisits, free: PlacedVisits): AreaCover[] {
  const { areas, areaOfCell, expected } = question;
  const [visits, unbounded] = [visitsByArea(question, placed), visitsByArea(question, free)];
  const all = totalVisits(placed);
  const risk = new Array<number>(areas.length).fill(0);
  let allRisk = 0;
  for (const [cell, value] of expected.entries()) {
    allRisk += value;
    if (areaOfCell[cell]! >= 0) risk[areaOfCell[cell]!]! += value;
  }
  return areas.map(({ id, fairShare }, area) => ({
    area: id,
    visits: visits[area]!,
    visitsUnbounded: unbounded[area]!,
    share: all > 0 ? visits[area]! / all : 0,
    fairShare,
    expectedShare: allRisk > 0 ? risk[area]! / allRisk : 0,
  }));
}

/** What each bound changed: the plan beside the same one without it. */
function boundEffects(
  question: DeploymentQuestion,
  plans: {
    readonly free: PlacedVisits;
    readonly before: PlacedVisits;
    readonly placed: PlacedVisits;
    readonly kept: KeptBounds;
  },
): BoundEffect[] {
  const { free, before, placed, kept } = plans;
  const { areas, bounds, periodsInRow } = question;
  const effects: BoundEffect[] = [];
  const now = visitsByArea(question, placed);
  const without = visitsByArea(
    question,
    placeVisits(question, { ...kept, areaMost: false, areaLeast: false }),
  );
  for (const [area, { most, least }] of areaLimits(question).entries()) {
    const moved = now[area]! - without[area]!;
    const { id } = areas[area]!;
    // Those that gained or lost for what a bound did to another area are not at one of theirs.
    if (moved < 0 && now[area] === most) effects.push({ code: 'area-most', area: id, visits: -moved });
    if (moved > 0 && now[area] === least) effects.push({ code: 'area-least', area: id, visits: moved });
  }
  const unbounded = visitsByCell(free);
  for (const [cell, visits] of unbounded) {
    if ((periodsInRow?.[cell] ?? 0) >= bounds.mostPeriodsInRow)
      effects.push({ code: 'cell-periods', cell, visits });
    const tooMany = free.byShift.reduce(
      (sum, shift) => sum + Math.max(0, (shift.get(cell) ?? 0) - bounds.mostVisitsPerCell),
      0,
    );
    if (tooMany > 0) effects.push({ code: 'cell-visits', cell, visits: tooMany });
  }
  const drawn = visitsByCell(before);
  for (const cell of kept.leftOut) effects.push({ code: 'left-out', cell, visits: drawn.get(cell)! });
  return effects;
}

/** Expected incidents in the visited cells during the shifts in which they are visited. */
function covered(question: DeploymentQuestion, { byShift }: PlacedVisits): number {
  const shares = sharesOfShifts(question);
  return byShift.reduce(
    (sum, cells, shift) =>
      sum +
      [...cells.keys()].reduce((inShift, cell) => inShift + question.expected[cell]! * shares[shift]!, 0),
    0,
  );
}

function visitsByArea({ areas, areaOfCell }: DeploymentQuestion, placed: PlacedVisits): number[] {
  const sums = new Array<number>(areas.length).fill(0);
  for (const [cell, visits] of visitsByCell(placed))
    if (areaOfCell[cell]! >= 0) sums[areaOfCell[cell]!]! += visits;
  return sums;
}

function visitsByCell({ byShift }: PlacedVisits): Map<number, number> {
  const sums = new Map<number, number>();
  for (const shift of byShift)
    for (const [cell, visits] of shift) sums.set(cell, (sums.get(cell) ?? 0) + visits);
  return sums;
}

function totalVisits(placed: PlacedVisits): number {
  return placed.visits - placed.unplaced;
}
