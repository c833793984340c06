import type { MeasuredFigure } from '@amaan/contracts/governance/validation';
import type { MonitoringRule } from '@amaan/contracts/monitoring';
import { DEFAULT_RULES } from '../default-rules.ts';
import { evaluateRules, type Judgement, type RememberedState } from '../evaluate-rules.ts';
import { RAISE_AFTER } from '../judge-rule.ts';
import { wilsonInterval } from '../wilson-interval.ts';
import { type Drift, drawSituations } from './draw-situation.ts';
import { CITY, DRIFTS, FOUND_BY } from './scenarios.ts';

/**
 * What has to be reached by the lower end of the interval: of a hundred quiet windows at most two with an
 * alarm, since people stop reading what cries wolf, and nineteen of twenty drifts of the stated sizes found.
 */
export const AIMS = { quiet: 0.98, found: 0.95 } as const;

/** What the figures are measured on, whole: its digest names the data set. */
export function simulatedData(counts: { readonly quiet: number; readonly drifted: number }) {
  return {
    city: CITY,
    drifts: DRIFTS,
    foundBy: FOUND_BY,
    counts,
    rules: DEFAULT_RULES,
    raiseAfter: RAISE_AFTER,
  };
}

/**
 * Judges simulated windows by the very rules that a deployment begins with: quiet ones, in which no rule may
 * fire, and drifted ones, in which the rule for that drift must. Wilson's intervals at 95 %.
 *
 * @param random uniform in [0, 1)
 */
export function monitoringFigures(
  { quiet, drifted }: { readonly quiet: number; readonly drifted: number },
  random: () => number,
): MeasuredFigure[] {
  const silent = Array.from({ length: quiet }, () => firingMetrics(DRIFTS.none, random));
  const withoutAlarm = (fired: ReadonlySet<string>) => fired.size === 0;
  const found = (Object.keys(FOUND_BY) as (keyof typeof FOUND_BY)[]).map((name) => ({
    name,
    cases: Array.from({ length: drifted }, () => firingMetrics(DRIFTS[name], random).has(FOUND_BY[name])),
  }));
  return [
    share('quiet windows without an alarm', null, silent.map(withoutAlarm), AIMS.quiet),
    share(
      'drifts found',
      null,
      found.flatMap(({ cases }) => cases),
      AIMS.found,
    ),
    ...DEFAULT_RULES.map(({ metric }) =>
      share(
        'quiet windows without an alarm',
        `rule ${metric}`,
        silent.map((fired) => !fired.has(metric)),
        null,
      ),
    ),
    ...found.map(({ name, cases }) => share('drifts found', name, cases, AIMS.found)),
  ];
}

/** Metrics whose rules fire, after as many evaluations of one window as a rule needs to begin. */
function firingMetrics(drift: Drift, random: () => number): ReadonlySet<string> {
  const draw = drawSituations(drift, random);
  let standings: readonly RememberedState[] = [];
  let judgements: Judgement[] = [];
  for (let evaluation = 0; evaluation < RAISE_AFTER; evaluation++) {
    judgements = evaluateRules({
      rules: RULES,
      pairs: [PAIR],
      situationOf: (_, hours) => draw(hours),
      standings,
      now: '2026-01-01T00:00:00.000Z',
    });
    standings = judgements.map(({ state }) => state);
  }
  return new Set(judgements.filter(({ state }) => state.state === 'firing').map(({ rule }) => rule.metric));
}

const PAIR = { system: 'simulated', groupId: '00000000-0000-7000-8000-000000000000', simulated: true };

const RULES: readonly MonitoringRule[] = DEFAULT_RULES.map((rule, index) => ({
  ...rule,
  id: `00000000-0000-7000-8000-${String(index + 1).padStart(12, '0')}`,
  version: 1,
  changedAt: '2026-01-01T00:00:00.000Z',
  changedBy: 'system:server',
  reason: 'default',
}));

function share(
  name: string,
  group: string | null,
  cases: readonly boolean[],
  aim: number | null,
): MeasuredFigure {
  const successes = cases.filter(Boolean).length;
  return {
    name,
    group,
    value: successes / cases.length,
    ...wilsonInterval(successes, cases.length),
    n: cases.length,
    aim: aim === null ? null : { atLeast: aim },
  };
}
