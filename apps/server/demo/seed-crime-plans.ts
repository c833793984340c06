import { setTimeout as sleep } from 'node:timers/promises';
import type { AnalysisDetails } from '@amaan/contracts/crime/analysis';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { DeploymentPlan } from '@amaan/contracts/crime/deployment-plan';
import { PlanInput } from '@amaan/contracts/crime/deployment-plan';
import type { Identifier } from '@amaan/contracts/identifier';
import { listSites } from '@amaan/store/sites';
import type { Crime } from '../crime/create-crime.ts';
import {
  beforeHorizon,
  DEMO_OFFERED,
  demoCrimePeriod,
  demoForecast,
  demoHours,
} from './crime/demo-crime-questions.ts';
import { DEMO_PEOPLE, DEMO_STATEMENT, demoAuthor, demoPrincipal } from './demo-people.ts';
import type { DemoContext } from './demo-seed.ts';

const ANALYST = demoPrincipal(DEMO_PEOPLE.analyst);
const LOOK_MS = 100;
/** A forecast takes seconds; one that takes longer than this leaves the demonstration without plans. */
const PATIENCE_MS = 120_000;

const SHIFTS = [
  { name: 'Day', fromHour: 8, untilHour: 16, patrolHours: 4 },
  { name: 'Evening', fromHour: 16, untilHour: 24, patrolHours: 8 },
];

/**
 * What people would make of a forecast that is offered: a plan of the last four weeks, approved and evaluated, another of the
 * coming four, which waits for a second person, and a briefing. Everything by the services that people use: where a forecast
 * is not offered, there is no plan. Nothing is made before the server computes.
 */
export async function seedCrimePlans({ db, services: { crime }, now }: DemoContext): Promise<void> {
  const [site] = await listSites(db);
  if (site === undefined || !crime.isStarted() || !(await crime.analyses.standing()).running) return;
  if ((await crime.plans.list({ siteId: site.id }, ANALYST)).length > 0) return;
  const period = demoCrimePeriod(now());
  const past = await offered(crime, demoForecast(site.id, beforeHorizon(period), DEMO_OFFERED));
  if (past !== null) await carriedOut(crime, past, await answered(crime, demoHours(site.id, period)));
  const next = await offered(crime, demoForecast(site.id, period, DEMO_OFFERED));
  if (next !== null)
    await propose(crime, next.id, `Streets where phones are snatched, the coming weeks. ${DEMO_STATEMENT}`);
}

/** Approved, evaluated and printed. */
async function carriedOut(crime: Crime, forecast: AnalysisDetails, hours: AnalysisDetails): Promise<void> {
  const supervisor = demoPrincipal(DEMO_PEOPLE.supervisor);
  const author = demoAuthor(DEMO_PEOPLE.supervisor);
  const { siteId } = forecast;
  const note = `Streets where phones are snatched. Made afterwards, for weeks that are over. ${DEMO_STATEMENT}`;
  const { id } = await propose(crime, forecast.id, note);
  await crime.plans.decide(id, { decision: 'approve', note: DEMO_STATEMENT }, supervisor, author);
  await crime.planEvaluations.evaluate(id, supervisor, author);
  const analysisIds = [forecast, hours].filter(({ state }) => state === 'done').map(({ id: of }) => of);
  const briefing = {
    ...{ siteId, title: 'Phones snatched: evening shift', boundaryId: null, planId: id, analysisIds },
    remark: DEMO_STATEMENT,
  };
  await crime.briefings.make(briefing, supervisor, author);
}

function propose(crime: Crime, forecastId: Identifier, note: string): Promise<DeploymentPlan> {
  const input = PlanInput.parse({ forecastId, shifts: SHIFTS, note });
  return crime.plans.propose(input, ANALYST, demoAuthor(DEMO_PEOPLE.analyst));
}

/** A forecast that may be planned with; null where it turned out to be none. */
async function offered(crime: Crime, question: AnalysisQuestion): Promise<AnalysisDetails | null> {
  const analysis = await answered(crime, question);
  return analysis.result?.kind === 'forecast' && analysis.result.offered ? analysis : null;
}

/** Asks and waits; it comes back as it is when patience ends. */
async function answered(crime: Crime, question: AnalysisQuestion): Promise<AnalysisDetails> {
  let analysis = await crime.analyses.ask(question, ANALYST);
  for (let waited = 0; analysis.endedAt === null && waited < PATIENCE_MS; waited += LOOK_MS) {
    await sleep(LOOK_MS);
    analysis = await crime.analyses.get(analysis.id, ANALYST);
  }
  return analysis;
}
