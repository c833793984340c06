import type { Junction } from '@amaan/contracts/traffic/junction';
import { JunctionTables } from '../junction-tables.ts';

/** How a junction serves everybody in turn when longest reds are near. */
export interface ServiceRound {
  /** For each group the stage that it is served by; -1 for a group that no stage serves. */
  readonly home: readonly number[];
  /** Seconds in which every group surely gets green once, whatever the signal shows now. */
  readonly seconds: number;
}

/**
 * A few stages that together serve every group (greedy set cover: the stage that serves most of those left comes next), and
 * how long going through all of them takes at the most: for each, and for what may just be going on, a whole change with
 * its extension, the longest of all shortest greens, and what each of a change's three steps may lose to the clock.
 *
 * @param period the longest time between two steps of the envelope, in seconds
 */
export function serviceRound(junction: Junction, period: number): ServiceRound {
  const tables = new JunctionTables(junction);
  const { groups } = tables;
  const home = groups.map(() => -1);
  let stages = 0;
  for (;;) {
    const gains = Array.from({ length: tables.stages }, (_, stage) => {
      return groups.filter((__, group) => home[group] === -1 && tables.isGreen(stage, group)).length;
    });
    const most = Math.max(0, ...gains);
    if (most === 0) break;
    const stage = gains.indexOf(most);
    stages += 1;
    for (const group of groups.keys())
      if (home[group] === -1 && tables.isGreen(stage, group)) home[group] = stage;
  }
  const longest = (of: readonly number[]) => Math.max(0, ...of);
  const ownChange =
    longest(groups.map(({ yellow }) => yellow)) + longest(groups.map(({ clearance }) => clearance));
  const planChange = longest(junction.fixedPlan.steps.map(({ yellow, allRed }) => yellow + allRed));
  const change = Math.max(ownChange, planChange) + junction.clearingExtension;
  const turn = change + longest(groups.map(({ minGreen }) => minGreen)) + 3 * period;
  return { home, seconds: (stages + 1) * turn };
}
