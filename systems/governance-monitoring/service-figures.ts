import {
  type PhaseFigures,
  SERVICE_PHASES,
  type ServicePhase,
  type ServiceTargets,
} from '@amaan/contracts/performance';
import { share } from './derive-figures.ts';
import { quantileOfValues } from './service/quantile-of-values.ts';

/** Below this many alerts nothing is said: a figure of a few would be a figure of the people on duty. */
export const FEWEST_ALERTS = 10;

type Shift = ServiceTargets['shifts'][number];

/** Seconds from the event to each phase of one alert; null: it did not come to that. */
export type PhaseTimes = Readonly<Record<ServicePhase, number | null>>;

/**
 * How fast the service was in each phase. Median and 90th percentile have the order-statistic interval (see
 * `service/quantile-of-values.ts`), the share within the target has Wilson's; the share is of the alerts that reached the phase.
 */
export function serviceFigures(
  alerts: readonly PhaseTimes[],
  targets: ServiceTargets['targets'],
): PhaseFigures[] {
  return SERVICE_PHASES.map((phase) => {
    const seconds = alerts.flatMap((alert) => alert[phase] ?? []).sort((a, b) => a - b);
    const within = seconds.filter((value) => value <= targets[phase]).length;
    return {
      phase,
      median: quantileOfValues(seconds, 0.5, FEWEST_ALERTS),
      p90: quantileOfValues(seconds, 0.9, FEWEST_ALERTS),
      withinTarget: share(within, seconds.length, FEWEST_ALERTS),
    };
  });
}

/** The shift that a minute after local midnight is in. */
export function shiftAt(shifts: readonly Shift[], minute: number): string {
  const inOrder = shifts
    .map(({ name, from }) => ({ name, begin: Number(from.slice(0, 2)) * 60 + Number(from.slice(3)) }))
    .sort((a, b) => a.begin - b.begin);
  return (inOrder.findLast(({ begin }) => begin <= minute) ?? inOrder.at(-1))?.name ?? '';
}
