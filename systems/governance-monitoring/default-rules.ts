import type { MonitoringRuleInput } from '@amaan/contracts/monitoring';

const HOUR_MS = 60 * 60 * 1000;

/**
 * The rules that a new deployment begins with. They are starting points to be set by what the deployment sees
 * in its first weeks: strict where a wrong output reaches a person, lenient where weather does. Only one of them
 * suspends by itself: where most of what the system says about people is wrong, going on helps nobody.
 */
export const DEFAULT_RULES: readonly MonitoringRuleInput[] = [
  {
    name: 'Most alerts show the wrong object or nothing',
    metric: 'error-rate',
    threshold: 0.6,
    minimumCount: 50,
    windowHours: 48,
    consequence: 'suspend',
    severity: 'critical',
  },
  {
    name: 'Reviewers reject more than half of the alerts',
    metric: 'override-rate',
    threshold: 0.5,
    minimumCount: 30,
    windowHours: 168,
    consequence: 'incident',
    severity: 'high',
  },
  {
    name: 'One part of the alerts is wrong far more often than the rest',
    metric: 'error-gap',
    threshold: 0.1,
    minimumCount: 30,
    windowHours: 168,
    consequence: 'incident',
    severity: 'high',
  },
  {
    name: 'Confidence does not say how often it is right',
    metric: 'calibration-error',
    threshold: 0.2,
    minimumCount: 100,
    windowHours: 168,
    consequence: 'note',
    severity: 'medium',
  },
  {
    name: 'Reports are stored late',
    metric: 'latency-p95',
    // At ten seconds the validation missed one in ten of the windows in which everything took eight times as long.
    threshold: 8_000,
    // What a group reports in an hour of the night.
    minimumCount: 50,
    windowHours: 1,
    consequence: 'incident',
    severity: 'medium',
  },
  {
    name: 'Alerts wait long for a review',
    metric: 'review-time-median',
    threshold: HOUR_MS,
    minimumCount: 20,
    windowHours: 24,
    consequence: 'note',
    severity: 'low',
  },
  {
    name: 'Far fewer reports than in the reference',
    metric: 'volume-ratio',
    // Traffic of the small hours is a fifth of the mean on a quiet day.
    threshold: 0.15,
    minimumCount: 50,
    windowHours: 2,
    consequence: 'incident',
    severity: 'medium',
  },
  // A day has one weather and the reference a week of it, so pictures differ more from it than chance explains;
  // the validation of this system names the limits at which ordinary weather stays quiet.
  ...(
    [
      { metric: 'brightness-drift', of: 'Brightness', threshold: 0.8 },
      { metric: 'sharpness-drift', of: 'Sharpness', threshold: 0.5 },
      { metric: 'resolution-drift', of: 'Resolution', threshold: 0.25 },
    ] as const
  ).map(({ metric, of, threshold }) => ({
    name: `${of} of the pictures has shifted`,
    metric,
    threshold,
    minimumCount: 500,
    windowHours: 24,
    consequence: 'incident' as const,
    severity: 'medium' as const,
  })),
  {
    name: 'Other objects are seen than in the reference',
    metric: 'object-mix-drift',
    threshold: 0.25,
    minimumCount: 500,
    windowHours: 24,
    consequence: 'incident',
    severity: 'medium',
  },
  {
    name: 'Confidence is distributed differently than in the reference',
    metric: 'confidence-drift',
    threshold: 0.25,
    minimumCount: 500,
    windowHours: 24,
    consequence: 'incident',
    severity: 'medium',
  },
].map((rule) => ({
  ...(rule as Omit<MonitoringRuleInput, 'system' | 'enabled'>),
  system: null,
  enabled: true,
}));
