import type { PatrolExposure } from '../feedback/patrol-exposure.ts';
import { isWithin } from '../forecast/cell-history.ts';
import type { StudyCells } from '../grid/study-cells.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import type { AreaOutcome, CellGroupOutcome, DeploymentEvaluation } from './deployment-evaluation.ts';
import type { DeploymentPlan } from './deployment-plan.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

export interface EvaluationQuestion {
  readonly plan: Pick<DeploymentPlan, 'visits' | 'leftOut'>;
  readonly cells: StudyCells;
  /** Expected incidents of each cell over the plan's days, as the forecast had it. */
  readonly expected: Float64Array;
  /** The offences that were forecast, indices into `incidents.offences`. */
  readonly offences: readonly number[];
  readonly incidents: IncidentColumns;
  /** Milliseconds since 1970 UTC. */
  readonly from: number;
  readonly days: number;
  readonly areaOfCell: Int16Array;
  readonly areas: readonly { readonly id: string }[];
  /** Where patrols really were, where that is on record. */
  readonly exposure?: PatrolExposure;
}

/**
 * What happened where patrols were planned, beside what happened where they were not, in the plan's days and as many before
 * them. Cells that were drawn to be left out differ from the visited ones by chance alone; without such a draw the cells of
 * the next lower risk are taken, which would have changed otherwise, too: then no more than a hint comes of it.
 */
export function evaluateDeployment(question: EvaluationQuestion): DeploymentEvaluation {
  const { plan, cells, expected, from, days } = question;
  const before = countsOf(question, from - days * DAY, from);
  const during = countsOf(question, from, from + days * DAY);
  const visitedCells = new Set(plan.visits.map(({ cell }) => cell));
  const drawn = plan.leftOut.length > 0;
  const comparedCells = drawn ? new Set(plan.leftOut) : nextLowerRisk(expected, visitedCells);
  const nearCells = neighboursOf(cells, visitedCells, comparedCells);
  const outcome = (cells: ReadonlySet<number>): CellGroupOutcome => {
    const sum = (values: Float64Array) => [...cells].reduce((all, cell) => all + values[cell]!, 0);
    return { cells: cells.size, before: sum(before), during: sum(during), expected: sum(expected) };
  };
  const [visited, compared, neighbours] = [outcome(visitedCells), outcome(comparedCells), outcome(nearCells)];
  return {
    ...{ visited, compared, drawn, neighbours },
    ...rateRatio(visited, compared),
    displacement: displacement(visited, compared, neighbours),
    areas: areaOutcomes(question, during),
  };
}

/**
 * Ratio of ratios with its interval: the logarithm's variance is the sum of one over each count, as for Poisson counts, so
 * offences that come in series leave the interval more often than one time in twenty.
 */
function rateRatio(
  visited: CellGroupOutcome,
  compared: CellGroupOutcome,
): Pick<DeploymentEvaluation, 'rateRatio' | 'interval'> {
  const counts = [visited.during, visited.before, compared.during, compared.before];
  if (counts.some((count) => count === 0)) return { rateRatio: null, interval: null };
  const ratio = visited.during / visited.before / (compared.during / compared.before);
  const reach = 1.96 * Math.sqrt(counts.reduce((sum, count) => sum + 1 / count, 0));
  return { rateRatio: ratio, interval: [ratio * Math.exp(-reach), ratio * Math.exp(reach)] };
}

/**
 * The weighted displacement quotient: how the neighbours changed over how the visited cells did, both against the compared
 * ones. Below −1 more moved than was prevented, 0 to −1 some moved, above 0 the neighbours gained, too. `null` where the
 * visited cells did not fall, since then there is nothing that could have moved.
 */
function displacement(
  visited: CellGroupOutcome,
  compared: CellGroupOutcome,
  neighbours: CellGroupOutcome,
): number | null {
  if (compared.before === 0 || compared.during === 0) return null;
  const change = ({ before, during }: CellGroupOutcome) =>
    during / compared.during - before / compared.before;
  const success = change(visited);
  return success < 0 ? change(neighbours) / success : null;
}

function countsOf({ cells, incidents, offences }: EvaluationQuestion, from: number, until: number) {
  const counts = new Float64Array(cells.count);
  for (let at = 0; at < incidents.length; at += 1) {
    if (!offences.includes(incidents.offence[at]!) || !isWithin(incidents, at, from, until)) continue;
    const cell = cells.at(incidents.x[at]!, incidents.y[at]!);
    if (cell >= 0) counts[cell]! += 1;
  }
  return counts;
}

/** As many cells as were visited, those with the highest risk of the others. */
function nextLowerRisk(expected: Float64Array, visited: ReadonlySet<number>): Set<number> {
  const others = Array.from(expected.keys())
    .filter((cell) => expected[cell]! > 0 && !visited.has(cell))
    .sort((a, b) => expected[b]! - expected[a]! || a - b);
  return new Set(others.slice(0, visited.size));
}

/** Cells that touch a visited one and are in no other group. */
function neighboursOf(
  cells: StudyCells,
  visited: ReadonlySet<number>,
  compared: ReadonlySet<number>,
): Set<number> {
  const near = new Set<number>();
  for (const cell of visited)
    for (const other of cells.touching(cell))
      if (!visited.has(other) && !compared.has(other)) near.add(other);
  return near;
}

function areaOutcomes(question: EvaluationQuestion, during: Float64Array): AreaOutcome[] {
  const { areas, areaOfCell, plan, expected } = question;
  const hours = patrolHours(question);
  return areas.map(({ id }, area) => {
    let [incidents, wanted] = [0, 0];
    for (let cell = 0; cell < areaOfCell.length; cell += 1) {
      if (areaOfCell[cell] !== area) continue;
      incidents += during[cell]!;
      wanted += expected[cell]!;
    }
    return {
      area: id,
      plannedVisits: plan.visits.reduce((sum, visit) => sum + (visit.area === id ? visit.visits : 0), 0),
      patrolHours: hours === null ? null : hours[area]!,
      incidents,
      expected: wanted,
    };
  });
}

/** Hours of patrol in each area during the plan's days; stays that reach beyond them count with their part. */
function patrolHours({
  exposure,
  cells,
  areas,
  areaOfCell,
  from,
  days,
}: EvaluationQuestion): number[] | null {
  if (!exposure) return null;
  const hours = new Array<number>(areas.length).fill(0);
  for (let at = 0; at < exposure.length; at += 1) {
    const cell = cells.at(exposure.x[at]!, exposure.y[at]!);
    const area = cell < 0 ? -1 : areaOfCell[cell]!;
    const stay = Math.min(exposure.until[at]!, from + days * DAY) - Math.max(exposure.from[at]!, from);
    if (area >= 0 && stay > 0) hours[area]! += stay / HOUR;
  }
  return hours;
}
