import { CALL_TIMES } from '@amaan/contracts/service/emergency-call';
import type { SimulatedCall } from './simulated-calls.ts';

/** A report as a feed sends it, with the moment at which a dispatch system would. */
export interface TimedReport {
  readonly at: number;
  readonly report: Readonly<Record<string, string | number>>;
}

/**
 * What a dispatch system says of calls as they go on: one report at each moment, with what is new. The first says where and what.
 *
 * @param random left out: everything in order and once. Else about one in twenty comes twice, and one in twenty a while late.
 * @returns in the order in which they are sent
 */
export function callReports(
  calls: Iterable<SimulatedCall>,
  site: string | null,
  random?: () => number,
): TimedReport[] {
  const all: TimedReport[] = [];
  for (const { callId, station, kind, priority, unitKind, place, ...moments } of calls) {
    for (const field of CALL_TIMES) {
      const moment = moments[field];
      if (moment === null) continue;
      const report = {
        ...{ callId, saidAt: new Date(moment).toISOString(), [field]: new Date(moment).toISOString() },
        ...(field === 'receivedAt' && {
          ...{ station, kind, priority, longitude: place[0], latitude: place[1] },
          ...(site !== null && { site }),
        }),
        ...(field === 'dispatchedAt' && unitKind !== null && { unitKind }),
      };
      const isLate = random !== undefined && random() < 0.05;
      all.push({ at: isLate ? moment + 20 * 60_000 : moment, report });
      if (random !== undefined && random() < 0.05) all.push({ at: moment + 1000, report });
    }
  }
  return all.sort((a, b) => a.at - b.at);
}
