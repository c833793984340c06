import type { Figure, MonitoringMetric, MonitoringRule, RULE_STATES } from '@amaan/contracts/monitoring';

type State = (typeof RULE_STATES)[number];

/** Evaluations in a row that must agree before a rule begins or ceases to fire. */
export const RAISE_AFTER = 3;
export const CLEAR_AFTER = 5;
/** A rule ceases to fire only this much on the good side of its threshold. */
const CLEAR_MARGIN = 0.1;

/** What a rule remembers between two evaluations. */
export interface Standing {
  readonly state: State;
  /** Evaluations in a row that spoke for the other state. */
  readonly streak: number;
}

/** Whether a small figure is the bad one. */
export function isBadWhenLow(metric: MonitoringMetric): boolean {
  return metric === 'volume-ratio';
}

/**
 * The next standing of a rule. It begins to fire when the whole interval of the figure lies beyond the threshold
 * in `RAISE_AFTER` evaluations in a row, so that neither chance nor one odd minute does it, and ceases when
 * the value is a tenth on the good side in `CLEAR_AFTER` in a row, so that it does not flap around the
 * threshold. Too little data ends no firing: a suspended camera group has none, and is not well for it.
 */
export function judgeRule(
  rule: Pick<MonitoringRule, 'metric' | 'threshold'>,
  figure: Figure,
  before: Standing | null,
): Standing {
  const firing = before?.state === 'firing';
  if (figure.state === 'not-enough-data')
    return firing ? { state: 'firing', streak: 0 } : { state: 'not-enough-data', streak: 0 };
  const low = isBadWhenLow(rule.metric);
  const streak = before?.streak ?? 0;
  if (firing) {
    const level = rule.threshold * (low ? 1 + CLEAR_MARGIN : 1 - CLEAR_MARGIN);
    const well = low ? figure.value >= level : figure.value <= level;
    if (!well) return { state: 'firing', streak: 0 };
    return streak + 1 >= CLEAR_AFTER ? { state: 'ok', streak: 0 } : { state: 'firing', streak: streak + 1 };
  }
  const bad = low ? figure.high < rule.threshold : figure.low > rule.threshold;
  if (!bad) return { state: 'ok', streak: 0 };
  return streak + 1 >= RAISE_AFTER ? { state: 'firing', streak: 0 } : { state: 'ok', streak: streak + 1 };
}
