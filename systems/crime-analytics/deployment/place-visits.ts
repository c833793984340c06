import type { DeploymentQuestion } from './deployment-plan.ts';

/** Each further visit to a cell in a shift prevents about half of what the one before did. */
const FURTHER_VISIT = 0.5;

/** Which bounds a plan keeps to, so that plans with and without one can be compared. */
export interface KeptBounds {
  readonly areaMost: boolean;
  readonly areaLeast: boolean;
  readonly cellPeriods: boolean;
  readonly cellVisits: boolean;
  /** Cells that were drawn to be left out. */
  readonly leftOut: ReadonlySet<number>;
}

export interface PlacedVisits {
  /** Visits by shift (as in the question) and cell; cells without any are not in it. */
  readonly byShift: readonly ReadonlyMap<number, number>[];
  /** Visits that there was time for, and that no cell could be found for. */
  readonly visits: number;
  readonly unplaced: number;
}

interface Candidate {
  readonly shift: number;
  readonly cell: number;
  readonly area: number;
  /** The how-manieth visit it is. */
  readonly turn: number;
  readonly value: number;
}

/** How many visits the patrol hours of each shift make. */
export function visitsOfShifts({ shifts, visitMinutes }: DeploymentQuestion): number[] {
  return shifts.map(({ patrolHours }) => Math.floor((patrolHours * 60) / visitMinutes + 1e-9));
}

/** How many visits each area may get at the most and is due at the least. */
export function areaLimits(
  question: DeploymentQuestion,
): { readonly most: number; readonly least: number }[] {
  const { areas, bounds } = question;
  const total = visitsOfShifts(question).reduce((sum, one) => sum + one, 0);
  // A share of 0.1 times 30 visits must be 3 in spite of rounding.
  const part = (times: number) => Math.floor(times * total + 1e-9);
  return areas.map(({ fairShare }) => ({
    most: part(bounds.mostTimesFairShare * fairShare),
    least: part(bounds.leastOfFairShare * fairShare),
  }));
}

/** Share of the week's incidents in each shift. */
export function sharesOfShifts({ shifts, hoursOfWeek }: DeploymentQuestion): number[] {
  return shifts.map(({ hours }) => hours.reduce((sum, hour) => sum + hoursOfWeek[hour]!, 0));
}

/**
 * Gives visits to cells, the most valuable first: first what every area is due at the least, then the rest as far as the
 * bounds allow. What a visit is worth is what is expected in the cell during the shift, halved for each visit before it, so
 * that hours are spread instead of heaped; under bounds on groups that do not overlap, taking the best first is best.
 */
export function placeVisits(question: DeploymentQuestion, kept: KeptBounds): PlacedVisits {
  const { areas } = question;
  const room = visitsOfShifts(question);
  const total = room.reduce((sum, one) => sum + one, 0);
  const limits = areaLimits(question);
  const most = limits.map((limit) => (kept.areaMost ? limit.most : Infinity));
  const least = limits.map((limit) => (kept.areaLeast ? limit.least : 0));
  const candidates = candidatesOf(question, kept, room, total);
  const inArea = new Array<number>(areas.length).fill(0);
  const byShift = room.map(() => new Map<number, number>());
  const take = ({ shift, cell, area, turn }: Candidate): void => {
    byShift[shift]!.set(cell, turn);
    room[shift]! -= 1;
    if (area >= 0) inArea[area]! += 1;
  };
  const fits = ({ shift, cell, area, turn }: Candidate): boolean =>
    room[shift]! > 0 &&
    (byShift[shift]!.get(cell) ?? 0) === turn - 1 &&
    (area < 0 || inArea[area]! < most[area]!);
  for (const one of candidates)
    if (one.area >= 0 && inArea[one.area]! < least[one.area]! && fits(one)) take(one);
  for (const one of candidates) if (fits(one)) take(one);
  return { byShift, visits: total, unplaced: room.reduce((sum, one) => sum + one, 0) };
}

/** All visits that could be made, the most valuable first; only so many cells as there are visits can matter in each area. */
function candidatesOf(
  question: DeploymentQuestion,
  kept: KeptBounds,
  room: readonly number[],
  total: number,
): Candidate[] {
  const { expected, areaOfCell, bounds, periodsInRow } = question;
  const perArea = new Map<number, number>();
  const cells = Array.from(expected.keys())
    .filter(
      (cell) =>
        expected[cell]! > 0 &&
        !kept.leftOut.has(cell) &&
        !(kept.cellPeriods && (periodsInRow?.[cell] ?? 0) >= bounds.mostPeriodsInRow),
    )
    .sort((a, b) => expected[b]! - expected[a]! || a - b)
    .filter((cell) => {
      const seen = perArea.get(areaOfCell[cell]!) ?? 0;
      perArea.set(areaOfCell[cell]!, seen + 1);
      return seen < total;
    });
  const shares = sharesOfShifts(question);
  const candidates: Candidate[] = [];
  for (const [shift, visits] of room.entries())
    for (const cell of cells) {
      let value = expected[cell]! * shares[shift]!;
      const turns = kept.cellVisits ? Math.min(visits, bounds.mostVisitsPerCell) : visits;
      for (let turn = 1; turn <= turns; turn += 1, value *= FURTHER_VISIT) {
        candidates.push({ shift, cell, area: areaOfCell[cell]!, turn, value });
        // Visits beyond this are worth less than a thousandth of the first one.
        if (!kept.cellVisits && turn >= 10) break;
      }
    }
  return candidates.sort(
    (a, b) => b.value - a.value || a.shift - b.shift || a.cell - b.cell || a.turn - b.turn,
  );
}
