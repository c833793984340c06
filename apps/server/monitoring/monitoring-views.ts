import type { SiteScope } from '@amaan/contracts/api/me';
import { instantOf } from '@amaan/contracts/instant';
import type { InputHour, MonitoredHour, MonitoringMetric, MonitoringRule } from '@amaan/contracts/monitoring';
import { MONITORING_METRICS } from '@amaan/contracts/monitoring';
import type {
  HourFigures,
  MonitoredPair,
  MonitoringDetail,
  MonitoringDetailQuery,
  MonitoringOverview,
} from '@amaan/contracts/monitoring-views';
import { brightnessBinValue, confidenceBinValue, logBinValue } from '@amaan/governance-monitoring/bins';
import {
  type DriftMetric,
  deriveFigure,
  driftOf,
  errorParts,
  NOTHING_MEASURED,
  quantileFigure,
  type Reviews,
  reviewedBins,
  type Situation,
  share,
} from '@amaan/governance-monitoring/derive-figures';
import { quantile } from '@amaan/governance-monitoring/quantile';
import { latestMonitoringRun, listInputHours, listMonitoredHours } from '@amaan/store/monitoring';
import { listGroupNames } from '@amaan/store/monitoring-places';
import { countAlertsByHour, countReviewsByCamera, countReviewsByHour } from '@amaan/store/monitoring-reviews';
import { listMonitoringRules, listRuleStates, type StoredRuleState } from '@amaan/store/monitoring-rules';
import type { Database } from '@amaan/store/open-database';
import { NotFoundError } from '../http/http-errors.ts';
import { LONGEST_PAUSE_MS } from './monitoring-watch.ts';
import { HOUR_MS, hourOf, type Pair, pairKey, readSituations, reviewsByPair } from './read-situations.ts';

/** What the page shows where no rule says otherwise. */
const DAY_HOURS = 24;
const WEEK_HOURS = 168;
/** Of one hour: fewer, since each hour is one point among many and its interval says how little it knows. */
const FEWEST_AN_HOUR = { reviews: 10, calibration: 30, samples: 30 };
const FEWEST = { reviews: 30, samples: 500, calibration: 100, part: 10 };
/** Of a group of hundreds, those with the most reviews. */
const MOST_CAMERAS = 50;
const DRIFTS: readonly DriftMetric[] = [
  'brightness-drift',
  'sharpness-drift',
  'resolution-drift',
  'object-mix-drift',
  'confidence-drift',
];

export interface MonitoringViewsOptions {
  readonly db: Database;
  readonly timeZone: () => Promise<string>;
  readonly now: () => number;
}

/** What people see of monitoring. It counts and compares, and changes nothing. */
export class MonitoringViews {
  readonly #options: MonitoringViewsOptions;

  constructor(options: MonitoringViewsOptions) {
    this.#options = options;
  }

  /** Every AI system on every camera group of these sites, with how its rules stand. */
  async overview(sites: SiteScope): Promise<MonitoringOverview> {
    const { db, now } = this.#options;
    const [latestRun, rules, pairs] = [
      await latestMonitoringRun(db),
      await listMonitoringRules(db),
      await this.#pairs(),
    ];
    return {
      latestRun,
      gap: latestRun === null || now() - Date.parse(latestRun.finishedAt) > LONGEST_PAUSE_MS,
      disabledRules: rules.filter(({ enabled }) => !enabled).length,
      pairs: pairs.filter(({ siteId }) => sites === 'all' || sites.includes(siteId)),
    };
  }

  /**
   * One pair with its hours, its distributions and its reviews.
   * @throws NotFoundError `MONITORED_PAIR_NOT_FOUND`, also when it belongs to a site that is not theirs
   */
  async detail(query: MonitoringDetailQuery, sites: SiteScope): Promise<MonitoringDetail> {
    const { db, now, timeZone } = this.#options;
    const pair = (await this.#pairs()).find((one) => pairKey(one) === pairKey(query));
    if (pair === undefined || !(sites === 'all' || sites.includes(pair.siteId)))
      throw new NotFoundError('monitored pair');
    const situations = await readSituations(db, {
      windows: [DAY_HOURS, WEEK_HOURS],
      reviewWindows: [WEEK_HOURS],
      timeZone: await timeZone(),
      now: now(),
      only: query.groupId,
    });
    const day = situations.of(query, DAY_HOURS);
    const week = situations.of(query, WEEK_HOURS);
    const reference = situations.references.get(pairKey(query)) ?? null;
    return {
      pair,
      reference: reference && withoutBody(reference),
      hours: await this.#hours(query),
      overrideRate: deriveFigure('override-rate', week, FEWEST.reviews),
      reviewTimeMedian: deriveFigure('review-time-median', week, FEWEST.reviews),
      drifts: DRIFTS.map((metric) => ({
        metric,
        ...driftOf(metric, day.present, day.reference, FEWEST.samples),
      })),
      calibration: calibrationOf(week),
      errors: [
        ...(await this.#cameraErrors(query)),
        ...errorParts(week.reviews.parts).map(({ dimension, part, wrong, reviewed }) => ({
          dimension,
          part,
          rate: share(wrong, reviewed, FEWEST.part),
        })),
      ],
    };
  }

  async #pairs(): Promise<MonitoredPair[]> {
    const { db, now } = this.#options;
    const rules = new Map(
      (await listMonitoringRules(db)).filter(({ enabled }) => enabled).map((rule) => [rule.id, rule]),
    );
    const names = await listGroupNames(db);
    const hours = await listMonitoredHours(db, {
      from: instantOf(hourOf(now()) - DAY_HOURS * HOUR_MS),
      to: instantOf(hourOf(now()) + HOUR_MS),
    });
    const states = Map.groupBy(
      (await listRuleStates(db)).filter(({ ruleId }) => rules.has(ruleId)),
      pairKey,
    );
    const pairs = new Map<string, Pair>();
    for (const { system, groupId, simulated } of [...hours, ...[...states.values()].flat()])
      pairs.set(pairKey({ system, groupId, simulated }), { system, groupId, simulated });
    return [...pairs.values()].flatMap((pair) => {
      const place = names.get(pair.groupId);
      if (place === undefined) return [];
      const own = states.get(pairKey(pair)) ?? [];
      return {
        ...pair,
        ...place,
        state: worstOf(own),
        volume: hours
          .filter((hour) => pairKey(hour) === pairKey(pair))
          .reduce((sum, { volume }) => sum + volume, 0),
        figures: figuresOf(own, rules),
        firing: own
          .filter(({ state }) => state === 'firing')
          .map(({ ruleId, since }) => ({ ruleId, name: rules.get(ruleId)?.name ?? '', since })),
      };
    });
  }

  /** Within the group: which cameras the model errs on. */
  async #cameraErrors({ system, groupId, simulated }: Pair): Promise<MonitoringDetail['errors']> {
    const { db, now, timeZone } = this.#options;
    const cameras = await countReviewsByCamera(db, {
      from: instantOf(now() - WEEK_HOURS * HOUR_MS),
      to: instantOf(hourOf(now()) + HOUR_MS),
      timeZone: await timeZone(),
      ...{ system, groupId, simulated },
    });
    return cameras.slice(0, MOST_CAMERAS).map(({ camera, wrong, reviewed }) => ({
      dimension: 'camera' as const,
      part: camera,
      rate: share(wrong, reviewed, FEWEST.part),
    }));
  }

  async #hours(query: MonitoringDetailQuery): Promise<MonitoringDetail['hours']> {
    const { db, now, timeZone } = this.#options;
    const period = {
      from: instantOf(hourOf(now()) - query.hours * HOUR_MS),
      to: instantOf(hourOf(now()) + HOUR_MS),
    };
    const { system, groupId, simulated } = query;
    const [outputs, inputs, alerts, reviews] = [
      await listMonitoredHours(db, { ...period, system, groupId, simulated }),
      await listInputHours(db, { ...period, groupId, simulated }),
      await countAlertsByHour(db, { ...period, system, groupId, simulated }),
      Map.groupBy(
        await countReviewsByHour(db, {
          ...period,
          ...{ system, groupId, simulated, timeZone: await timeZone() },
        }),
        ({ hour }) => hour,
      ),
    ];
    const all = [...outputs, ...inputs, ...alerts].map(({ hour }) => hour);
    return [...new Set(all)].sort().map((hour) => {
      const output = outputs.find((one) => one.hour === hour);
      const input = inputs.find((one) => one.hour === hour);
      const counts = alerts.find((one) => one.hour === hour);
      return {
        hour,
        volume: output?.volume ?? 0,
        latencyMedian: quantile(output?.latency ?? {}, 0.5, logBinValue),
        latencyP95: quantile(output?.latency ?? {}, 0.95, logBinValue),
        brightnessMedian: quantile(input?.brightness ?? {}, 0.5, brightnessBinValue),
        sharpnessMedian: quantile(input?.sharpness ?? {}, 0.5, logBinValue),
        alerts: counts?.alerts ?? 0,
        confirmed: counts?.confirmed ?? 0,
        rejected: counts?.rejected ?? 0,
        figures: hourFigures(
          output,
          input,
          reviewsByPair(reviews.get(hour) ?? []).get(pairKey({ system, groupId, simulated })),
        ),
      };
    });
  }
}

function hourFigures(
  output: MonitoredHour | undefined,
  input: InputHour | undefined,
  reviews: Reviews = { parts: [], reviewTime: {} },
): HourFigures {
  const situation = { present: NOTHING_MEASURED, reference: null, reviews };
  const { reviews: fewestReviews, calibration, samples } = FEWEST_AN_HOUR;
  return {
    overrideRate: deriveFigure('override-rate', situation, fewestReviews),
    errorRate: deriveFigure('error-rate', situation, fewestReviews),
    reviewTimeMedian: deriveFigure('review-time-median', situation, fewestReviews),
    calibrationError: deriveFigure('calibration-error', situation, calibration),
    confidenceMedian: quantileFigure(output?.confidence ?? {}, 0.5, samples, confidenceBinValue),
    latencyP95: quantileFigure(output?.latency ?? {}, 0.95, samples),
    brightnessMedian: quantileFigure(input?.brightness ?? {}, 0.5, samples, brightnessBinValue),
    sharpnessMedian: quantileFigure(input?.sharpness ?? {}, 0.5, samples),
  };
}

/** Of each metric the figure of the rule with the longest window: it has the most data. */
function figuresOf(
  states: readonly StoredRuleState[],
  rules: ReadonlyMap<string, MonitoringRule>,
): MonitoredPair['figures'] {
  return MONITORING_METRICS.flatMap((metric: MonitoringMetric) => {
    const [longest] = states
      .filter(({ ruleId }) => rules.get(ruleId)?.metric === metric)
      .sort((a, b) => rules.get(b.ruleId)!.windowHours - rules.get(a.ruleId)!.windowHours);
    return longest === undefined ? [] : { metric, figure: longest.figure };
  });
}

function worstOf(states: readonly StoredRuleState[]): MonitoredPair['state'] {
  if (states.some(({ state }) => state === 'firing')) return 'firing';
  return states.some(({ state }) => state === 'ok') ? 'ok' : 'not-enough-data';
}

function calibrationOf({ reviews, ...rest }: Situation): MonitoringDetail['calibration'] {
  return {
    error: deriveFigure('calibration-error', { reviews, ...rest }, FEWEST.calibration),
    bins: reviewedBins(reviews.parts).map(({ bin, reviewed, right }) => ({
      from: bin / 20,
      to: (bin + 1) / 20,
      meanConfidence: confidenceBinValue(bin),
      right: share(right, reviewed, FEWEST.part),
    })),
  };
}

function withoutBody<Reference extends { readonly body: unknown; readonly reason: string }>(
  reference: Reference,
): Omit<Reference, 'body' | 'reason'> {
  const { body: _, reason: __, ...view } = reference;
  return view;
}
