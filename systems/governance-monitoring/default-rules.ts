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
    threshold: 10_000,
    minimumCount: 200,
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
    threshold: 0.2,
    minimumCount: 50,
    windowHours: 2,
    consequence: 'incident',
    severity: 'medium',
  },
  ...(['brightness-drift', 'sharpness-drift', 'resolution-drift'] as const).map((metric) => ({
    name: `${{ 'brightness-drift': 'Brightness', 'sharpness-drift': 'Sharpness', 'resolution-drift': 'Resolution' }[metric]} of the pictures has shifted`,
    metric,
    threshold: 0.25,
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
