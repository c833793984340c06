import type { DeploymentPlan, PlanEvaluation } from '@amaan/contracts/crime/deployment-plan';
import { digestOfJson } from '@amaan/contracts/digest-of';
import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { evaluateDeployment } from '@amaan/crime-analytics/deployment/evaluate-deployment';
import { setPlanEvaluation } from '@amaan/store/crime-analyses/plans';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { ConflictError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { limitNote, methodNote } from '../analyses/analysis-method.ts';
import type { AnalysisService } from '../analyses/analysis-service.ts';
import { requireCrimeStanding } from '../analyses/crime-standing.ts';
import type { IncidentSource } from '../analyses/incident-source.ts';
import { forecastCells } from './forecast-cells.ts';
import type { PlanService } from './plan-service.ts';

export interface PlanEvaluationServiceOptions {
  readonly db: Database;
  readonly source: IncidentSource;
  readonly analyses: Pick<AnalysisService, 'get'>;
  readonly plans: Pick<PlanService, 'get' | 'stored'>;
  readonly now: () => number;
}

const DAY_MS = 86_400_000;

/** What became of approved plans, from what was reported in their days and as many before. */
export class PlanEvaluationService {
  readonly #options: PlanEvaluationServiceOptions;

  constructor(options: PlanEvaluationServiceOptions) {
    this.#options = options;
  }

  /**
   * Evaluates a plan whose days are over, or does so anew once more is known.
   * @throws NotFoundError `PLAN_NOT_FOUND`; ConflictError `PLAN_NOT_APPROVED`, `PLAN_NOT_OVER`, `NO_INCIDENTS`,
   *   `SYSTEM_NOT_RUNNING`
   */
  async evaluate(
    id: Identifier,
    by: Pick<Principal, 'sites'>,
    author: RecordAuthor,
  ): Promise<DeploymentPlan> {
    const { db, analyses, source, plans, now } = this.#options;
    await requireCrimeStanding(db);
    const { plan, cells } = await plans.stored(id, by);
    if (plan.state !== 'approved')
      throw new ConflictError('PLAN_NOT_APPROVED', 'Only a plan that was approved can be evaluated.');
    if (Date.parse(plan.until) > now())
      throw new ConflictError(
        'PLAN_NOT_OVER',
        'The days of this plan are not over yet; evaluate it afterwards.',
      );
    const { question, result } = await analyses.get(plan.forecastId, by);
    if (question.kind !== 'forecast' || result?.kind !== 'forecast')
      throw new Error('a plan was made from something that is no forecast');
    const [from, until] = [Date.parse(plan.from), Date.parse(plan.until)];
    const period = { from: instantOf(from - (until - from)), until: plan.until };
    const { data } = await source.read(
      { ...question, selection: { ...question.selection, period } },
      new AbortController().signal,
    );
    const study = forecastCells(result);
    const days = (until - from) / DAY_MS;
    const outcome = evaluateDeployment({
      plan: {
        leftOut: cells.leftOut,
        visits: plan.visits.map(({ cell, shift, boundaryId, visits, expected: share }) => ({
          ...{ cell, shift, visits, area: boundaryId, expected: share },
        })),
      },
      ...{ cells: study.cells, expected: study.expected, from, days },
      offences: [...data.incidents.offences.keys()].filter((offence) => data.asked[offence] === 1),
      incidents: data.incidents,
      areaOfCell: study.areasOf(data.areas),
      areas: data.areas,
      ...(data.patrols !== null && { exposure: data.patrols }),
    });
    const nameOf = new Map(data.areas.map(({ id: area, name }) => [area, name]));
    const { areas, interval, ...rest } = outcome;
    const evaluation: PlanEvaluation = {
      ...rest,
      interval: interval === null ? null : [...interval],
      evaluatedAt: instantOf(now()),
      dataUntil: instantOf(data.incidents.until.reduce((latest, at) => Math.max(latest, at), 0)),
      areas: areas.map(({ area, ...one }) => ({ ...one, boundaryId: area, name: nameOf.get(area) ?? '' })),
      notes: [methodNote('method-plan-evaluation', { days }), limitNote('limit-plan-observation')],
    };
    await changeInLedger(db, async (tx) => {
      await setPlanEvaluation(tx, id, evaluation);
      const data = { digest: digestOfJson(evaluation) };
      const subject = `crime-plan:${id}`;
      const entry = ledgerEntry({
        kind: 'crime-plan.evaluated',
        at: now(),
        actor: author.actor,
        subject,
        data,
      });
      return { result: undefined, entries: [entry] };
    });
    return plans.get(id, by);
  }
}
