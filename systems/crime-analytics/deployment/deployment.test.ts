import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SquareCells } from '../grid/square-cells.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import type { DeploymentQuestion } from './deployment-plan.ts';
import { type EvaluationQuestion, evaluateDeployment } from './evaluate-deployment.ts';
import { planDeployment } from './plan-deployment.ts';

const DAY = 86_400_000;
const BEGIN = Date.UTC(2026, 0, 5);

/** Ten cells in a row; the first five belong to the busy north, the others to the quiet south. */
const QUESTION: DeploymentQuestion = {
  expected: Float64Array.of(16, 12, 9, 7, 5, 1.5, 1.2, 1, 0.8, 0.5),
  hoursOfWeek: new Float64Array(168).fill(1 / 168),
  offer: { offered: true, reason: 'beats-baseline', against: 'kde', ratio: 1.4, interval: [1.1, 1.7] },
  shifts: [
    { id: 'day', hours: hoursFrom(8), patrolHours: 2 },
    { id: 'evening', hours: hoursFrom(16), patrolHours: 3 },
  ],
  visitMinutes: 15,
  areaOfCell: Int16Array.of(0, 0, 0, 0, 0, 1, 1, 1, 1, 1),
  areas: [
    { id: 'north', fairShare: 0.5 },
    { id: 'south', fairShare: 0.5 },
  ],
  bounds: {
    mostTimesFairShare: 1.5,
    leastOfFairShare: 0.5,
    mostPeriodsInRow: 3,
    mostVisitsPerCell: 2,
    leftOutShare: 0,
  },
  seed: 1,
};

/** The eight hours of each day from one on. */
function hoursFrom(begin: number): number[] {
  return Array.from({ length: 7 * 8 }, (_, n) => Math.floor(n / 8) * 24 + begin + (n % 8));
}

function visitsIn(plan: ReturnType<typeof planDeployment>, area: string): number {
  return plan.visits.reduce((sum, visit) => sum + (visit.area === area ? visit.visits : 0), 0);
}

test('visits go to the riskiest cells within the bounds, and each bound that changed something is told', () => {
  const plan = planDeployment(QUESTION);
  // 8 visits by day and 12 in the evening: 15 at the most for the north, 5 at the least for the south.
  expect([visitsIn(plan, 'north'), visitsIn(plan, 'south')]).toEqual([15, 5]);
  expect(plan.unplaced).toBe(0);
  expect(plan.visits[0]).toMatchObject({ cell: 0, shift: 'day', area: 'north', visits: 2 });
  expect(plan.visits[0]!.expected).toBeCloseTo(16 / 3, 10);
  for (const { visits } of plan.visits) expect(visits).toBeLessThanOrEqual(2);
  const codes = new Set(plan.bound.map(({ code }) => code));
  expect(codes).toEqual(new Set(['area-least', 'area-most', 'cell-visits']));
  expect(plan.areas[0]).toMatchObject({ area: 'north', visits: 15, share: 0.75, fairShare: 0.5 });
  expect(plan.areas[0]!.visitsUnbounded).toBe(20);
  expect(plan.areas[0]!.expectedShare).toBeCloseTo(49 / 54, 10);
  // Fair shares are not free of cost, and the plan says what they cost.
  expect(plan.expectedCovered).toBeLessThanOrEqual(plan.expectedCoveredUnbounded + 1.3);
});

test('a cell that was visited for long enough rests', () => {
  const periodsInRow = new Uint8Array(10);
  periodsInRow[0] = 3;
  const plan = planDeployment({ ...QUESTION, periodsInRow });
  expect(plan.visits.some(({ cell }) => cell === 0)).toBe(false);
  expect(plan.bound).toContainEqual(expect.objectContaining({ code: 'cell-periods', cell: 0 }));
});

test('cells are drawn to be left out, by the seed alone', () => {
  const question = { ...QUESTION, bounds: { ...QUESTION.bounds, leftOutShare: 0.3 } };
  const plan = planDeployment(question);
  expect(plan.leftOut).toHaveLength(2);
  expect(plan.visits.some(({ cell }) => plan.leftOut.includes(cell))).toBe(false);
  expect(plan.bound.filter(({ code }) => code === 'left-out').map(({ cell }) => cell)).toEqual(
    expect.arrayContaining([...plan.leftOut]),
  );
  expect(planDeployment(question)).toEqual(plan);
  const draws = [2, 3, 4, 5, 6].map((seed) => planDeployment({ ...question, seed }).leftOut.join());
  expect(new Set(draws).size).toBeGreaterThan(1);
});

test('a forecast that is not offered is not planned with', () => {
  const offer = { ...QUESTION.offer, offered: false, reason: 'not-told-apart' } as const;
  expect(() => planDeployment({ ...QUESTION, offer })).toThrow(
    expect.objectContaining({ code: 'FORECAST_NOT_OFFERED' }),
  );
});

test.each<Partial<DeploymentQuestion>>([
  { expected: new Float64Array(3) },
  { hoursOfWeek: new Float64Array(24) },
  { visitMinutes: 0 },
  { shifts: [] },
  { shifts: [...QUESTION.shifts, { id: 'again', hours: [16], patrolHours: 1 }] },
  { shifts: [{ id: 'day', hours: [168], patrolHours: 1 }] },
  { shifts: [{ id: 'day', hours: [1], patrolHours: -1 }] },
  { shifts: [{ id: 'day', hours: [1], patrolHours: 1e9 }] },
  { areas: [{ id: 'north', fairShare: 0.5 }] },
  { areas: [{ id: 'north', fairShare: 1 }] },
  { bounds: { ...QUESTION.bounds, mostTimesFairShare: 0.5 } },
  { bounds: { ...QUESTION.bounds, leftOutShare: 0.9 } },
])('%o is refused', (wrong) => {
  expect(() => planDeployment({ ...QUESTION, ...wrong })).toThrow(
    expect.objectContaining({ code: 'DEPLOYMENT_INVALID' }),
  );
});

test('whatever the risks and hours, no plan breaks a bound or places more visits than there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 20, noNaN: true }), { minLength: 10, maxLength: 10 }),
      fc.array(fc.integer({ min: -1, max: 1 }), { minLength: 10, maxLength: 10 }),
      fc.double({ min: 0, max: 10, noNaN: true }),
      (expected, areaOfCell, patrolHours) => {
        const plan = planDeployment({
          ...QUESTION,
          expected: Float64Array.from(expected),
          areaOfCell: Int16Array.from(areaOfCell),
          shifts: QUESTION.shifts.map((shift) => ({ ...shift, patrolHours })),
        });
        const total = 2 * Math.floor(patrolHours * 4 + 1e-9);
        const placed = plan.visits.reduce((sum, { visits }) => sum + visits, 0);
        expect(placed + plan.unplaced).toBe(total);
        for (const { visits } of plan.areas) expect(visits).toBeLessThanOrEqual(0.75 * total + 1e-9);
        for (const { visits, cell } of plan.visits) {
          expect(visits).toBeLessThanOrEqual(2);
          expect(expected[cell]).toBeGreaterThan(0);
        }
      },
    ),
    { numRuns: 60 },
  );
});

/** So many incidents in each of ten cells, before the plan and during it. */
function incidents(before: readonly number[], during: readonly number[]): IncidentColumns {
  const rows = [before, during].flatMap((counts, n) =>
    counts.flatMap((count, cell) =>
      new Array(count).fill({ x: cell * 100 + 50, at: BEGIN + (n === 0 ? -3 : 3) * DAY }),
    ),
  );
  const at = Float64Array.from(rows, (row) => row.at);
  return {
    length: rows.length,
    x: Float64Array.from(rows, (row) => row.x),
    y: new Float64Array(rows.length).fill(50),
    from: at,
    until: at,
    offence: new Uint16Array(rows.length),
    offences: ['theft'],
  };
}

const VISIT = { shift: 'day', area: 'north', visits: 2, expected: 1 };
const EVALUATION: EvaluationQuestion = {
  plan: {
    visits: [
      { ...VISIT, cell: 0 },
      { ...VISIT, cell: 1 },
    ],
    leftOut: [4],
  },
  cells: new SquareCells({ originX: 0, originY: 0, cellMetres: 100, columns: 10, rows: 1 }),
  expected: QUESTION.expected,
  offences: [0],
  incidents: incidents([20, 20, 10, 0, 20, 0, 0, 0, 0, 0], [12, 8, 14, 0, 20, 0, 0, 0, 3, 0]),
  from: BEGIN,
  days: 7,
  areaOfCell: QUESTION.areaOfCell,
  areas: QUESTION.areas,
};

test('what became of the visited cells is laid beside those that were left out', () => {
  const outcome = evaluateDeployment(EVALUATION);
  expect(outcome.visited).toEqual({ cells: 2, before: 40, during: 20, expected: 28 });
  expect(outcome.compared).toMatchObject({ cells: 1, before: 20, during: 20 });
  expect(outcome.drawn).toBe(true);
  expect(outcome.neighbours).toMatchObject({ cells: 1, before: 10, during: 14 });
  expect(outcome.rateRatio).toBeCloseTo(0.5, 12);
  // exp(±1.96 √(1/20 + 1/40 + 1/20 + 1/20)) around it.
  expect(outcome.interval![0]).toBeCloseTo(0.5 * Math.exp(-1.96 * Math.sqrt(0.175)), 10);
  // (14/20 − 10/20) / (20/20 − 40/20)
  expect(outcome.displacement).toBeCloseTo(-0.2, 12);
  expect(outcome.areas.map(({ incidents, plannedVisits }) => [incidents, plannedVisits])).toEqual([
    [54, 4],
    [3, 0],
  ]);
  expect(outcome.areas[0]!.patrolHours).toBeNull();
});

test('without a draw the next lower risk is compared, and without incidents nothing is claimed', () => {
  const outcome = evaluateDeployment({
    ...EVALUATION,
    plan: { ...EVALUATION.plan, leftOut: [] },
    incidents: incidents(new Array(10).fill(0), new Array(10).fill(0)),
    exposure: {
      length: 1,
      x: Float64Array.of(50),
      y: Float64Array.of(50),
      from: Float64Array.of(BEGIN - 3_600_000),
      until: Float64Array.of(BEGIN + 3_600_000),
    },
  });
  expect(outcome).toMatchObject({ drawn: false, rateRatio: null, interval: null, displacement: null });
  expect(outcome.compared.cells).toBe(2);
  expect(outcome.compared.expected).toBe(16);
  expect(outcome.areas.map(({ patrolHours }) => patrolHours)).toEqual([1, 0]);
});
