import { TRAFFIC_STEPS, type TrafficStep } from '@amaan/contracts/traffic/api-lanes';
import { parseChoice, parseText } from '../../../search-params.ts';

export const SPANS = ['hour', 'day', 'week', 'between'] as const;
export type Span = (typeof SPANS)[number];

/** When, and in what steps, as the address says it. */
export interface PeriodSearch {
  span?: Span;
  /** First instant and end, where no span up to now is chosen. */
  from?: string;
  to?: string;
  step?: TrafficStep;
}

/** What is asked of the server. */
export interface Period {
  readonly from: string;
  readonly to: string;
  readonly step: TrafficStep;
}

const MINUTE_MS = 60_000;
export const STEP_MS: Record<TrafficStep, number> = {
  '1m': MINUTE_MS,
  '5m': 5 * MINUTE_MS,
  '15m': 15 * MINUTE_MS,
  '1h': 60 * MINUTE_MS,
  '1d': 1440 * MINUTE_MS,
};
const SPAN_MS: Record<Exclude<Span, 'between'>, number> = {
  hour: STEP_MS['1h'],
  day: STEP_MS['1d'],
  week: 7 * STEP_MS['1d'],
};
/** More points than a chart has pixels help nobody. */
export const MOST_POINTS = 1_500;
/** As many points as one sees apart. */
const GOOD_POINTS = 180;

export function parsePeriod(search: Record<string, unknown>): PeriodSearch {
  return {
    ...parseChoice(search, 'span', SPANS),
    ...instant(search, 'from'),
    ...instant(search, 'to'),
    ...parseChoice(search, 'step', TRAFFIC_STEPS),
  };
}

/**
 * The time that is looked at and its step. A span ends with the present minute; two times in the wrong order are
 * turned round; without both of them the last hour is meant. A step that makes too many points gives way to the
 * shortest that does not.
 * @param now Unix time in milliseconds
 */
export function periodOf({ span = 'hour', from, to, step }: PeriodSearch, now: number): Period {
  const end = Math.ceil(now / MINUTE_MS) * MINUTE_MS;
  const between = span === 'between' && from !== undefined && to !== undefined;
  const [first, last] = between
    ? [Date.parse(from), Date.parse(to)].toSorted((a, b) => a - b)
    : [end - SPAN_MS[span === 'between' ? 'hour' : span], end];
  const length = Math.max(MINUTE_MS, last! - first!);
  const points = (one: TrafficStep) => length / STEP_MS[one];
  const fitting = TRAFFIC_STEPS.filter((one) => points(one) <= MOST_POINTS);
  const chosen =
    fitting.find((one) => one === step) ??
    (step === undefined ? fitting.find((one) => points(one) <= GOOD_POINTS) : undefined) ??
    fitting[0] ??
    '1d';
  return {
    from: new Date(first!).toISOString(),
    to: new Date(first! + length).toISOString(),
    step: chosen,
  };
}

function instant(search: Record<string, unknown>, name: 'from' | 'to'): { from?: string; to?: string } {
  const text = parseText(search, name)[name];
  return text !== undefined && !Number.isNaN(Date.parse(text))
    ? { [name]: new Date(text).toISOString() }
    : {};
}
