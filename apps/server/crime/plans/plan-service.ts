import { runInThreads } from '@amaan/compute/run-in-threads';
import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import type {
  DeploymentPlan,
  DeploymentPlanSummary,
  PlanDecision,
  PlanInput,
  PlanListQuery,
  PlanShift,
} from '@amaan/contracts/crime/deployment-plan';
import type { ForecastResult } from '@amaan/contracts/crime/forecast';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type {
  DeploymentQuestion,
  DeploymentPlan as PlannedDeployment,
} from '@amaan/crime-analytics/deployment/deployment-plan';
import { readBoundarySet } from '@amaan/store/crime/boundaries';
import type { PlanBody, PlanCells } from '@amaan/store/crime-analyses/plan-body';
import {
  decidePlan,
  getPlan,
  insertPlan,
  listPlans,
  previousPlan,
  type StoredPlan,
} from '@amaan/store/crime-analyses/plans';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { requireOtherPerson } from '../../access/require-other-person.ts';
import { asHttpError, ConflictError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { analysisAreas } from '../analyses/analysis-areas.ts';
import type { AnalysisArea } from '../analyses/analysis-data.ts';
import { limitNote, methodNote } from '../analyses/analysis-method.ts';
import type { AnalysisService } from '../analyses/analysis-service.ts';
import { requireCrimeStanding } from '../analyses/crime-standing.ts';
import { fairShares } from '../fair-shares.ts';
import { type ForecastCells, forecastCells } from './forecast-cells.ts';

export interface PlanServiceOptions {
  readonly db: Database;
  readonly analyses: Pick<AnalysisService, 'get'>;
  readonly now: () => number;
}

const MODULE = new URL('./compute-plan.ts', import.meta.url);
const DAY_MS = 86_400_000;
const WEEK_HOURS = 168;
/** A plan follows another in a row when it begins no later than this after its end. */
const NEXT_WITHIN_MS = 2 * DAY_MS;

/** Plans of visits to cells, made from forecasts that are offered. Somebody else decides on each. */
export class PlanService {
  readonly #options: PlanServiceOptions;

  constructor(options: PlanServiceOptions) {
    this.#options = options;
  }

  /** Newest first. */
  list(query: PlanListQuery, { sites }: Pick<Principal, 'sites'>): Promise<DeploymentPlanSummary[]> {
    return listPlans(this.#options.db, sites, query);
  }

  /** @throws NotFoundError `PLAN_NOT_FOUND` */
  async get(id: Identifier, by: Pick<Principal, 'sites'>): Promise<DeploymentPlan> {
    return (await this.stored(id, by)).plan;
  }

  /** With its cells. @throws NotFoundError `PLAN_NOT_FOUND` */
  async stored(id: Identifier, { sites }: Pick<Principal, 'sites'>): Promise<StoredPlan> {
    const found = await getPlan(this.#options.db, sites, id);
    if (found === null) throw new NotFoundError('plan');
    return found;
  }

  /**
   * Makes a plan from a forecast.
   * @throws NotFoundError `ANALYSIS_NOT_FOUND`; ConflictError `SYSTEM_NOT_RUNNING`, `NOT_A_FORECAST`, `FORECAST_NOT_OFFERED`,
   *   `NO_BOUNDARIES`; HttpError 422 `DEPLOYMENT_INVALID`
   */
  async propose(
    input: PlanInput,
    by: Pick<Principal, 'sites'>,
    author: RecordAuthor,
  ): Promise<DeploymentPlan> {
    const { db, analyses, now } = this.#options;
    await requireCrimeStanding(db);
    const analysis = await analyses.get(input.forecastId, by);
    const { siteId, simulated } = analysis;
    const forecast = offeredForecast(analysis);
    const { boundaries } = await readBoundarySet(db, siteId);
    if (boundaries.length === 0)
      throw new ConflictError(
        'NO_BOUNDARIES',
        'A plan needs station areas, between which hours are shared out fairly; none are stored for this site.',
      );
    const study = forecastCells(forecast);
    const areas = analysisAreas(boundaries, study.crs);
    const { from, until } = forecast.horizon;
    const previous = await previousPlan(db, siteId, from);
    const inRow = previous !== null && isNext(previous.plan, from) ? previous.cells : null;
    const { question, fairBy } = questionOf(input, forecast, study, areas, inRow);
    const planned = await this.#plan(question);
    const id = newIdentifier();
    const body = bodyOf(input, study, areas, planned, fairBy);
    const cells = cellsOf(study, planned, question);
    await changeInLedger(db, async (tx) => {
      const at = now();
      await insertPlan(tx, {
        ...{ id, siteId, from, until, input, body, cells, simulated, by: author },
        at: instantOf(at),
      });
      const data = { siteId, forecastId: input.forecastId, simulated, digest: digestOfJson({ input, body }) };
      const subject = `crime-plan:${id}`;
      const entry = ledgerEntry({ kind: 'crime-plan.proposed', at, actor: author.actor, subject, data });
      return { result: undefined, entries: [entry] };
    });
    return this.get(id, by);
  }

  /**
   * A second person's word.
   * @throws NotFoundError `PLAN_NOT_FOUND`; HttpError 403 `FOUR_EYES`; ConflictError `PLAN_DECIDED`, `SYSTEM_NOT_RUNNING`
   */
  async decide(
    id: Identifier,
    { decision, note }: PlanDecision,
    by: Pick<Principal, 'sites'>,
    author: RecordAuthor,
  ): Promise<DeploymentPlan> {
    const { db, now } = this.#options;
    const { plannedPerson } = await this.stored(id, by);
    requireOtherPerson(author, [{ person: plannedPerson }]);
    if (decision === 'approve') await requireCrimeStanding(db);
    const state = decision === 'approve' ? 'approved' : 'rejected';
    const decided = await changeInLedger(db, async (tx) => {
      const at = now();
      const done = await decidePlan(tx, id, { state, note, at: instantOf(at), by: author });
      const subject = `crime-plan:${id}`;
      const data = { note: digestOfJson(note) };
      const entry = ledgerEntry({ kind: `crime-plan.${state}`, at, actor: author.actor, subject, data });
      return { result: done, entries: done ? [entry] : [] };
    });
    if (!decided)
      throw new ConflictError('PLAN_DECIDED', 'This plan was decided on before; nothing was changed.');
    return this.get(id, by);
  }

  async #plan(question: DeploymentQuestion): Promise<PlannedDeployment> {
    try {
      const work = { module: MODULE, shared: question, chunks: [null] };
      const [planned] = await runInThreads<DeploymentQuestion, null, PlannedDeployment>(work);
      if (planned === undefined) throw new Error('a thread gave nothing back');
      return planned;
    } catch (error) {
      throw asHttpError(error, { DEPLOYMENT_INVALID: 422, FORECAST_NOT_OFFERED: 409 });
    }
  }
}

/** @throws ConflictError `NOT_A_FORECAST`, `FORECAST_NOT_OFFERED` */
function offeredForecast({ result }: AnalysisDetails): ForecastResult {
  if (result?.kind !== 'forecast')
    throw new ConflictError('NOT_A_FORECAST', 'A plan is made from a forecast that is done; this is none.');
  if (!result.offered)
    throw new ConflictError(
      'FORECAST_NOT_OFFERED',
      'This forecast is not offered for planning: it is not surely better than its baselines on earlier days. Plan by the counts of station areas instead.',
    );
  return result;
}

function isNext({ until }: DeploymentPlan, from: string): boolean {
  return Date.parse(from) - Date.parse(until) <= NEXT_WITHIN_MS;
}

function questionOf(
  { shifts, visitMinutes, bounds, seed }: PlanInput,
  forecast: ForecastResult,
  { expected, nameOf, areasOf }: ForecastCells,
  areas: readonly AnalysisArea[],
  previous: PlanCells | null,
): { question: DeploymentQuestion; fairBy: PlanBody['fairBy'] } {
  const days = (Date.parse(forecast.horizon.until) - Date.parse(forecast.horizon.from)) / DAY_MS;
  const fair = fairShares(areas);
  const before = new Map(previous?.visited.map((name, at) => [name, previous.periodsInRow[at] ?? 0]));
  const periodsInRow = Uint8Array.from(expected, (_, cell) => Math.min(255, before.get(nameOf(cell)) ?? 0));
  return {
    fairBy: fair.by,
    question: {
      ...{ expected, visitMinutes, seed, periodsInRow },
      hoursOfWeek: Float64Array.from(forecast.hoursOfWeek),
      offer: {
        offered: forecast.offered,
        reason: 'beats-baseline',
        against: forecast.evaluation?.strongest ?? null,
        ratio: forecast.ratio,
        interval: forecast.ratioInterval,
      },
      shifts: shifts.map((shift) => ({
        id: shift.name,
        hours: hoursOf(shift),
        patrolHours: shift.patrolHours * days,
      })),
      areaOfCell: areasOf(areas),
      areas: areas.map(({ id }, at) => ({ id, fairShare: fair.shares[at] ?? 0 })),
      bounds: { ...bounds, mostVisitsPerCell: Math.ceil(bounds.mostVisitsPerCell * days) },
    },
  };
}

/** Hours of the week of a shift that is the same every day. */
function hoursOf({ fromHour, untilHour }: PlanShift): number[] {
  const length = (untilHour - fromHour + 24) % 24 || 24;
  return Array.from({ length: 7 }, (_, day) =>
    Array.from({ length }, (_, hour) => (day * 24 + fromHour + hour) % WEEK_HOURS),
  )
    .flat()
    .sort((one, other) => one - other);
}

function bodyOf(
  { visitMinutes }: PlanInput,
  { ringOf }: ForecastCells,
  areas: readonly AnalysisArea[],
  planned: PlannedDeployment,
  fairBy: PlanBody['fairBy'],
): PlanBody {
  const nameOf = new Map(areas.map(({ id, name }) => [id, name]));
  const named = (id: string) => ({ boundaryId: id, name: nameOf.get(id) ?? '' });
  return {
    visits: planned.visits.map(({ cell, shift, area, visits, expected }) => ({
      ...{ cell, shift, visits, expected, boundaryId: area },
      ring: ringOf(cell),
    })),
    leftOut: planned.leftOut.map((cell) => ({ cell, ring: ringOf(cell) })),
    areas: planned.areas.map(({ area, ...cover }) => ({ ...named(area), ...cover })),
    fairBy,
    boundEffects: planned.bound.map(({ code, area, cell, visits }) => ({
      ...{ code, visits, cell: cell ?? null },
      ...(area === undefined ? { boundaryId: null, name: null } : named(area)),
    })),
    unplaced: planned.unplaced,
    expectedCovered: planned.expectedCovered,
    expectedCoveredUnbounded: planned.expectedCoveredUnbounded,
    notes: [
      methodNote('method-plan', { minutes: visitMinutes }),
      limitNote('limit-forecast'),
      limitNote('limit-places-not-persons'),
    ],
  };
}

function cellsOf(
  { nameOf }: ForecastCells,
  { visits, leftOut }: PlannedDeployment,
  { periodsInRow }: DeploymentQuestion,
): PlanCells {
  const visited = [...new Set(visits.map(({ cell }) => cell))].sort((one, other) => one - other);
  return {
    visited: visited.map(nameOf),
    leftOut: [...leftOut],
    periodsInRow: visited.map((cell) => (periodsInRow?.[cell] ?? 0) + 1),
  };
}
