import { CONSEQUENCES, type MonitoringRuleInput } from '@amaan/contracts/monitoring';
import { isBadWhenLow } from './judge-rule.ts';

/** A way in which a changed rule watches less than before. */
export type Weakening =
  | 'disabled'
  | 'limit'
  | 'minimum-count'
  | 'window'
  | 'consequence'
  | 'severity'
  | 'fewer-systems'
  | 'other-metric';

const SEVERITIES = ['low', 'medium', 'high', 'critical'];

/**
 * In what a new version of a rule watches less than the one before; empty: in nothing. A window counts either
 * way: a longer one thins a short fault out, a shorter one may never hold enough to say anything.
 */
export function ruleWeakenings(
  before: Omit<MonitoringRuleInput, 'name'>,
  after: Omit<MonitoringRuleInput, 'name'>,
): Weakening[] {
  if (!before.enabled) return [];
  if (!after.enabled) return ['disabled'];
  // What another metric would have found says nothing of what this one did.
  if (before.metric !== after.metric) return ['other-metric'];
  const limit = isBadWhenLow(before.metric)
    ? after.threshold < before.threshold
    : after.threshold > before.threshold;
  const lower = (order: readonly string[], key: 'consequence' | 'severity') =>
    order.indexOf(after[key]) < order.indexOf(before[key]);
  const found: [Weakening, boolean][] = [
    ['limit', limit],
    ['minimum-count', after.minimumCount > before.minimumCount],
    ['window', after.windowHours !== before.windowHours],
    ['consequence', lower(CONSEQUENCES, 'consequence')],
    ['severity', lower(SEVERITIES, 'severity')],
    ['fewer-systems', after.system !== null && after.system !== before.system],
  ];
  return found.filter(([, isWeaker]) => isWeaker).map(([weakening]) => weakening);
}

/** Which of these AI systems no enabled rule watches. */
export function unwatchedSystems(
  rules: readonly Pick<MonitoringRuleInput, 'system' | 'enabled'>[],
  systems: readonly string[],
): string[] {
  const enabled = rules.filter((rule) => rule.enabled);
  return systems.filter((id) => !enabled.some(({ system }) => system === null || system === id));
}
