import type { Identifier } from '@amaan/contracts/identifier';
import { type Figure, MONITORING_METRICS, type MonitoringMetric } from '@amaan/contracts/monitoring';
import { deriveFigure, type Measured } from '@amaan/governance-monitoring/derive-figures';
import { listInputHours, listMonitoredHours } from '@amaan/store/monitoring';
import { listGroupNames } from '@amaan/store/monitoring-places';
import { listReferences } from '@amaan/store/monitoring-references';
import { countReviews } from '@amaan/store/monitoring-reviews';
import type { Database } from '@amaan/store/open-database';
import { joinHours, pairKey, reviewsByPair } from '../../monitoring/read-situations.ts';
import type { PackScope } from '../pack-section.ts';

const HOUR_MS = 60 * 60_000;
/** Below this many observations, samples or reviews no figure is given, as in the rules that are shipped. */
const NEEDED = 30;

/** The figures of one AI system on one camera group over a whole period. */
export interface PeriodFigures {
  readonly system: string;
  readonly groupId: Identifier;
  readonly group: string | null;
  readonly simulated: boolean;
  readonly observations: number;
  readonly figures: Readonly<Record<MonitoringMetric, Figure>>;
}

/**
 * What monitoring measured over a period, as if one window had covered it: drift against the reference in
 * force, override and error rates, calibration, latency, each with its 95 % interval and count. One pair of
 * system and camera group is read at a time.
 */
export async function readPeriodFigures(db: Database, period: PackScope['period']): Promise<PeriodFigures[]> {
  const { from, to } = period;
  const pairs = await db
    .selectFrom('monitoring_hour')
    .select(['system', 'group_id as groupId', 'simulated'])
    .distinct()
    .where('hour', '>=', from)
    .where('hour', '<', to)
    .orderBy('system')
    .orderBy('group_id')
    .orderBy('simulated')
    .execute();
  const references = new Map(
    (await listReferences<Measured>(db)).map((reference) => [pairKey(reference), reference.body]),
  );
  const reviews = reviewsByPair(await countReviews(db, { from, to, timeZone: 'UTC' }));
  const names = await listGroupNames(db);
  const hours = Math.max(1, Math.round((Date.parse(to) - Date.parse(from)) / HOUR_MS));
  const all: PeriodFigures[] = [];
  for (const pair of pairs) {
    const outputs = await listMonitoredHours(db, { from, to, ...pair });
    const { system: _, ...place } = pair;
    const present = joinHours(outputs, await listInputHours(db, { from, to, ...place }), hours);
    const situation = {
      present,
      reviews: reviews.get(pairKey(pair)) ?? { parts: [], reviewTime: {} },
      reference: references.get(pairKey(pair)) ?? null,
    };
    const figures = Object.fromEntries(
      MONITORING_METRICS.map((metric) => [metric, deriveFigure(metric, situation, NEEDED)]),
    ) as Record<MonitoringMetric, Figure>;
    all.push({
      ...pair,
      group: names.get(pair.groupId)?.groupName ?? null,
      observations: present.volume,
      figures,
    });
  }
  return all;
}

/** A figure for people: value, interval and count, or that there is too little. */
export function figureText(figure: Figure): string {
  if (figure.state === 'known') {
    const [value, low, high] = [figure.value, figure.low, figure.high].map((one) =>
      Math.abs(one) >= 100 ? String(Math.round(one)) : one.toPrecision(3),
    );
    return `${value} (${low} to ${high}; n = ${figure.count})${figure.about === undefined ? '' : ` ${figure.about}`}`;
  }
  return `too little: ${figure.count} of ${figure.needed}`;
}
