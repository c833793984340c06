import type { Figure, MonitoringRule, RuleState } from '@amaan/contracts/monitoring';
import { deriveFigure, type Situation } from './derive-figures.ts';
import { judgeRule } from './judge-rule.ts';

type Pair = Pick<RuleState, 'system' | 'groupId' | 'simulated'>;

/** A state with the evaluations in a row that speak against it. */
export type RememberedState = RuleState & { readonly streak: number };

/** How one rule stands for one pair after an evaluation. */
export interface Judgement {
  readonly rule: MonitoringRule;
  readonly state: RememberedState;
  /** What just happened: the rule began to fire, or ceased. */
  readonly turn: 'fired' | 'cleared' | null;
}

/**
 * Judges every enabled rule for every pair of AI system and camera group that it is for.
 * @param standings how they stood before
 */
export function evaluateRules(options: {
  readonly rules: readonly MonitoringRule[];
  readonly pairs: readonly Pair[];
  readonly situationOf: (pair: Pair, windowHours: number) => Situation;
  readonly standings: readonly RememberedState[];
  readonly now: string;
}): Judgement[] {
  const { rules, pairs, situationOf, standings, now } = options;
  const before = new Map(standings.map((state) => [stateKey(state), state]));
  return rules
    .filter(({ enabled }) => enabled)
    .flatMap((rule) =>
      pairs
        .filter(({ system }) => rule.system === null || rule.system === system)
        .map((pair) => {
          const figure = deriveFigure(rule.metric, situationOf(pair, rule.windowHours), rule.minimumCount);
          return judge(rule, pair, rounded(figure), before.get(stateKey({ ruleId: rule.id, ...pair })), now);
        }),
    );
}

function judge(
  rule: MonitoringRule,
  pair: Pair,
  figure: Figure,
  before: RememberedState | undefined,
  now: string,
): Judgement {
  const { system, groupId, simulated } = pair;
  const { state, streak } = judgeRule(rule, figure, before ?? null);
  const since = before?.state === state ? before.since : now;
  const wasFiring = before?.state === 'firing';
  const turn =
    state === 'firing' && !wasFiring ? 'fired' : wasFiring && state !== 'firing' ? 'cleared' : null;
  return { rule, turn, state: { ruleId: rule.id, system, groupId, simulated, state, streak, since, figure } };
}

/** Six digits: more than any of these figures has, and the same text on every machine for the digest. */
function rounded(figure: Figure): Figure {
  if (figure.state !== 'known') return figure;
  const round = (value: number) => Number(value.toPrecision(6));
  return { ...figure, value: round(figure.value), low: round(figure.low), high: round(figure.high) };
}

function stateKey({ ruleId, system, groupId, simulated }: Pair & { readonly ruleId: string }): string {
  return `${ruleId} ${system} ${groupId} ${simulated}`;
}
