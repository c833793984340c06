import type { SiteScope } from '@amaan/contracts/api/me';
import type { ControlChart, ControlChartQuery } from '@amaan/contracts/service/control-chart';
import { type ChartSlot, makeChart } from '@amaan/governance-monitoring/service/control-charts/make-chart';
import { quantileRanks } from '@amaan/governance-monitoring/service/quantile-of-values';
import { binValues, selectRanks } from '@amaan/governance-monitoring/service/select-ranks';
import type { Database } from '@amaan/store/open-database';
import type { PerformanceContext } from './call-performance.ts';
import { groupItems } from './grouped-items.ts';
import { serviceSlots, shiftFinder, slotAt } from './service-slots.ts';
import { listTimedItems } from './timed-items.ts';

/** A control chart of the whole steps of a period that are over. @throws as `listTimedItems` */
export async function readControlChart(
  db: Database,
  query: ControlChartQuery,
  scope: SiteScope,
  context: PerformanceContext,
): Promise<ControlChart> {
  const { settings, now } = context;
  const [from, to] = [Date.parse(query.from), Math.min(Date.parse(query.to), now)];
  const items = await listTimedItems(db, query, scope, context);
  const slots = serviceSlots(from, to, query.step, settings)
    .filter(({ shift }) => query.shift === undefined || shift === null || shift === query.shift)
    .map((slot, place) => ({ ...slot, place }));
  const shiftOf = query.shift === undefined ? null : shiftFinder(from, to, settings);
  const groups = new Int32Array(items.length).fill(-1);
  for (const [index, at] of items.at.entries()) {
    if (shiftOf !== null && shiftOf(at) !== query.shift) continue;
    groups[index] = slotAt(slots, at)?.place ?? -1;
  }
  const { of, charted, phase, rules, step, simulated } = query;
  const grouping = { of: groups, count: slots.length };
  const medians = selectRanks(binValues(items.seconds), grouping, (count) => [medianRank(count)]);
  const steps = groupItems(items, grouping).map((own, index): ChartSlot => {
    const { from: begin, to: end } = slots[index]!;
    const { count: reached, at } = medians[index]!;
    return { ...own, from: begin, to: end, median: reached === 0 ? null : at(medianRank(reached)) };
  });
  // Steps before the first that anything is known of are no steps in which nothing came.
  const first = steps.findIndex(({ count }) => count > 0);
  const made = makeChart(first < 0 ? [] : steps.slice(first), charted, rules);
  return {
    ...{ of, charted, phase, rules, step, simulated },
    target: charted === 'median' ? items.target : null,
    ...made,
  };
}

function medianRank(count: number): number {
  return quantileRanks(count, 0.5).value;
}
