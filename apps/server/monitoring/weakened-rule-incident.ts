import type { MonitoringRule } from '@amaan/contracts/monitoring';
import type { Weakening } from '@amaan/governance-monitoring/rule-weakenings';
import type { NoticedIncident } from '../incidents/incident-reporter.ts';

const WORDS: Readonly<Record<Weakening, (before: MonitoringRule, after: MonitoringRule) => string>> = {
  disabled: () => 'It is disabled.',
  limit: (before, after) => `Its limit went from ${before.threshold} to ${after.threshold}.`,
  'minimum-count': (before, after) =>
    `It says something from ${after.minimumCount} cases on; before, from ${before.minimumCount}.`,
  window: (before, after) => `Its window went from ${before.windowHours} to ${after.windowHours} hours.`,
  consequence: (before, after) => `What follows went from “${before.consequence}” to “${after.consequence}”.`,
  severity: (before, after) => `Its severity went from ${before.severity} to ${after.severity}.`,
  'fewer-systems': (before, after) =>
    `It was for ${before.system ?? 'every AI system'} and is for ${after.system} alone.`,
  'other-metric': (before, after) => `It watched ${before.metric} and watches ${after.metric}.`,
};

/** What is put on record when somebody makes a rule of monitoring watch less. */
export function weakenedRuleIncident(change: {
  readonly before: MonitoringRule;
  readonly after: MonitoringRule;
  readonly weakenings: readonly Weakening[];
  /** AI systems that no rule watches since. */
  readonly unwatched: readonly string[];
  /** The human who changed it: somebody else judges the incident. */
  readonly person: string;
}): NoticedIncident {
  const { before, after, weakenings, unwatched, person } = change;
  const what = [
    `${after.changedBy} made the rule “${before.name}” watch less.`,
    ...weakenings.map((weakening) => WORDS[weakening](before, after)),
    ...(unwatched.length === 0 ? [] : [`No rule watches ${unwatched.join(', ')} any more.`]),
    `Reason given: ${after.reason}`,
    'Somebody else must look at whether that was right.',
  ];
  return {
    system: before.system,
    title:
      unwatched.length > 0
        ? `Nothing watches ${unwatched.length} AI ${unwatched.length === 1 ? 'system' : 'systems'} any more`
        : `A rule of monitoring watches less: ${before.name}`,
    incident: {
      source: 'monitoring',
      severity: unwatched.length > 0 ? 'critical' : weakenings.includes('disabled') ? 'high' : 'medium',
      what: what.join(' ').slice(0, 4000),
      detectedAt: after.changedAt,
      cameraGroupId: null,
      key: `monitoring-rule-weakened ${after.id} ${after.version}`,
      facts: {
        rule: { id: after.id, version: after.version },
        weakenings: [...weakenings],
        unwatched: [...unwatched],
        [CHANGED_BY]: person,
      },
    },
  };
}

/** The member of an incident's facts that names whoever must not be the one to put it away. */
export const CHANGED_BY = 'changedBy';
