import { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';

const DAY_MS = 86_400_000;
/** Pakistan's time. */
const LOCAL_MS = 5 * 3_600_000;
const PERIOD_DAYS = 730;
/** Half a year, which every season is compared with itself in. */
const HALF_YEAR_DAYS = 182;

/** Four weeks: long enough for an evaluation to have something to count. */
const DEMO_HORIZON_DAYS = 28;
/** Its places move on every two months: what was counted is late, and a forecast can be better. */
export const DEMO_OFFERED = 'Mobile phone snatching';
/** Rare, and at places that stay: its forecast for two weeks cannot be told from a density map, and is not offered. */
const DEMO_NOT_OFFERED = 'Car theft';
const NOT_OFFERED_DAYS = 14;

/** Milliseconds since 1970 UTC. */
export interface DemoCrimePeriod {
  readonly from: number;
  readonly until: number;
}

/** Two years up to the last midnight in Pakistan. @param now milliseconds since 1970 UTC */
export function demoCrimePeriod(now: number): DemoCrimePeriod {
  const until = Math.floor((now + LOCAL_MS) / DAY_MS) * DAY_MS - LOCAL_MS;
  return { from: until - PERIOD_DAYS * DAY_MS, until };
}

/** How often people report at each hour, which briefings show. */
export function demoHours(siteId: Identifier, period: DemoCrimePeriod): AnalysisQuestion {
  return ask({ siteId, period, kind: 'heat-map', offences: [DEMO_OFFERED] });
}

/** Where an offence is to be expected after a period. */
export function demoForecast(
  siteId: Identifier,
  period: DemoCrimePeriod,
  offence: string,
  horizonDays: number = DEMO_HORIZON_DAYS,
): AnalysisQuestion {
  const settings = { cells: squares(250), horizonDays, areaFraction: 0.05 };
  return ask({ siteId, period, kind: 'forecast', settings, offences: [offence] });
}

/** The period that a forecast has to know for its four weeks to be over. */
export function beforeHorizon({ from, until }: DemoCrimePeriod): DemoCrimePeriod {
  return { from, until: until - DEMO_HORIZON_DAYS * DAY_MS };
}

/** What is asked of the made-up incidents; what plans are made from comes first. */
export function demoCrimeQuestions(siteId: Identifier, period: DemoCrimePeriod): AnalysisQuestion[] {
  const { until } = period;
  const lately = { from: until - HALF_YEAR_DAYS * DAY_MS, until };
  const before = periodOf({ from: until - 547 * DAY_MS, until: until - 365 * DAY_MS });
  return [
    demoForecast(siteId, beforeHorizon(period), DEMO_OFFERED),
    demoForecast(siteId, period, DEMO_OFFERED),
    demoHours(siteId, period),
    ask({ siteId, period, kind: 'density' }),
    ask({ siteId, period, kind: 'heat-map' }),
    ask({ siteId, period, kind: 'trend' }),
    // The same half of the year, so that seasons are not taken for a change.
    ask({ siteId, period: lately, kind: 'comparison', settings: { before } }),
    ask({ siteId, period: lately, kind: 'patrol-audit' }),
    ask({ siteId, period, kind: 'hot-spots', settings: { cells: squares(500) } }),
    ask({ siteId, period, kind: 'emerging' }),
    ask({ siteId, period: lately, kind: 'near-repeat', offences: ['Burglary'] }),
    demoForecast(siteId, period, DEMO_NOT_OFFERED, NOT_OFFERED_DAYS),
    ask({ siteId, period, kind: 'feedback-loop' }),
  ];
}

function ask({
  siteId,
  period,
  kind,
  settings = {},
  offences = [],
}: {
  siteId: Identifier;
  period: DemoCrimePeriod;
  kind: AnalysisQuestion['kind'];
  settings?: object;
  offences?: readonly string[];
}): AnalysisQuestion {
  const selection = { siteId, period: periodOf(period), simulated: true, offences };
  return AnalysisQuestion.parse({ kind, settings, selection });
}

function squares(metres: number) {
  return { shape: 'square', metres };
}

function periodOf({ from, until }: DemoCrimePeriod) {
  return { from: instantOf(from), until: instantOf(until) };
}
