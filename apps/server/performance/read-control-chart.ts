import type { SiteScope } from '@amaan/contracts/api/me';
import type { ControlChart, ControlChartQuery } from '@amaan/contracts/service/control-chart';
import { makeChart } from '@amaan/governance-monitoring/service/control-charts/make-chart';
import type { Database } from '@amaan/store/open-database';
import type { PerformanceContext } from './call-performance.ts';
import { serviceSlots, shiftFinder, slotAt } from './service-slots.ts';
import { listTimedItems, type TimedItem } from './timed-items.ts';

/** A control chart of the whole steps of a period that are over. @throws as `listTimedItems` */
export async function readControlChart(
  db: Database,
  query: ControlChartQuery,
  scope: SiteScope,
  context: PerformanceContext,
): Promise<ControlChart> {
  const { settings, now } = context;
  const [from, to] = [Date.parse(query.from), Math.min(Date.parse(query.to), now)];
  const { items, target } = await listTimedItems(db, query, scope, context);
  const slots = serviceSlots(from, to, query.step, settings).filter(
    ({ shift }) => query.shift === undefined || shift === null || shift === query.shift,
  );
  const shiftOf = query.shift === undefined ? null : shiftFinder(from, to, settings);
  const bySlot = new Map<number, TimedItem[]>(slots.map((slot) => [slot.from, []]));
  for (const item of items) {
    if (shiftOf !== null && shiftOf(item.at) !== query.shift) continue;
    const slot = slotAt(slots, item.at);
    if (slot !== null) bySlot.get(slot.from)?.push(item);
  }
  const { of, charted, phase, rules, step, simulated } = query;
  // Steps before the first that anything is known of are no steps in which nothing came.
  const first = slots.findIndex((slot) => bySlot.get(slot.from)!.length > 0);
  const made = makeChart(
    (first < 0 ? [] : slots.slice(first)).map(({ from: begin, to: end }) => {
      const own = bySlot.get(begin) ?? [];
      return {
        ...{ from: begin, to: end, count: own.length },
        seconds: Float64Array.from(own.flatMap(({ seconds }) => seconds ?? [])).sort(),
        within: own.filter(({ inTime }) => inTime === true).length,
        judged: own.filter(({ inTime }) => inTime !== null).length,
      };
    }),
    charted,
    rules,
  );
  return {
    ...{ of, charted, phase, rules, step, simulated },
    target: charted === 'median' ? target : null,
    ...made,
  };
}
