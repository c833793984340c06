import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { CancelCause } from '@amaan/contracts/violations/challan';
import type {
  ChallanCounts,
  OfficerCameraCounts,
  ViolationStatistics,
  ViolationStatisticsQuery,
} from '@amaan/contracts/violations/violation-figures';
import { monthEnd } from '@amaan/governance/public-register/publish-months';
import type { Database } from '@amaan/store/open-database';
import {
  type ChallanEventCount,
  countChallanEvents,
  countGapsByMonth,
} from '@amaan/store/violations/challan-counts';
import { countSettled } from '@amaan/store/violations/enforcement-suspensions';
import type { Principal } from '../../access/decide.ts';
import { DAY_MS } from '../../daily-job.ts';
import { HttpError } from '../../http/http-errors.ts';
import {
  AGAINST_CAMERA,
  cancellationRate,
  LEAST_DECIDED,
  WINDOW_DAYS,
} from '../camera-suspension/cancellation-limit.ts';

export interface ViolationFiguresOptions {
  readonly db: Database;
  /** At which share of cancelled challans a camera stops by itself. */
  readonly limit: number;
  readonly now: () => number;
}

/** As long as one answer may be about. */
const MOST_MONTHS = 36;

/** What officers may know of challans: counts, and nobody's plate. */
export class ViolationFigures {
  readonly #options: ViolationFiguresOptions;

  constructor(options: ViolationFiguresOptions) {
    this.#options = options;
  }

  /**
   * Counts by camera and month of somebody's sites; left out, the twelve months up to now.
   * @throws HttpError 422 `MONTHS_INVALID`
   */
  async read(query: ViolationStatisticsQuery, by: Principal): Promise<ViolationStatistics> {
    const { db, limit, now } = this.#options;
    const to = query.to ?? instantOf(now()).slice(0, 7);
    const from = query.from ?? monthsBefore(to, 11);
    if (from > to || from < monthsBefore(to, MOST_MONTHS))
      throw new HttpError(
        422,
        'MONTHS_INVALID',
        `Ask for months in their order, and for ${MOST_MONTHS} at most.`,
      );
    const time = {
      ...{ from: `${from}-01T00:00:00.000Z`, to: monthEnd(to).toISOString(), sites: by.sites },
      ...(query.cameraId !== undefined && { cameraId: query.cameraId }),
    };
    const [events, gaps, settled] = await Promise.all([
      countChallanEvents(db, time),
      countGapsByMonth(db, time),
      countSettled(db, {
        windowFrom: instantOf(now() - WINDOW_DAYS * DAY_MS),
        against: AGAINST_CAMERA,
        changedSince: null,
        sites: by.sites,
      }),
    ]);
    const rows = new Map<string, OfficerCameraCounts>();
    const rowOf = (of: { month: string; cameraId: Identifier; cameraName: string }) => {
      const key = `${of.month} ${of.cameraId}`;
      const { month, cameraId, cameraName } = of;
      const row = rows.get(key) ?? {
        ...{ month, cameraId, cameraName, issued: 0, contested: 0, cancelled: 0, lapsed: 0 },
        ...{ byCause: {}, gaps: {} },
      };
      rows.set(key, row);
      return row;
    };
    for (const event of events) addEvent(rowOf(event), event);
    for (const gap of gaps) rowOf(gap).gaps[gap.reason] = gap.count;
    return {
      ...{ from, to, byKind: kindsOf(events), limit, leastDecided: LEAST_DECIDED },
      rows: [...rows.values()].sort((a, b) => a.month.localeCompare(b.month)),
      rates: settled
        .filter(({ cameraId }) => query.cameraId === undefined || cameraId === query.cameraId)
        .map((count) => ({
          ...{ cameraId: count.cameraId, cameraName: count.cameraName },
          rate: cancellationRate(count, count.since),
        })),
    };
  }
}

/** Adds what happened to counts. A contest that lapsed counts as a challan taken back, too. */
export function addEvent(
  to: ChallanCounts & { byCause: Partial<Record<CancelCause, number>>; lapsed: number },
  { event, cause, count }: Pick<ChallanEventCount, 'event' | 'cause' | 'count'>,
): void {
  if (event === 'issued' || event === 'contested') {
    to[event] += count;
    return;
  }
  to.cancelled += count;
  if (event === 'lapsed') to.lapsed += count;
  if (cause !== null) to.byCause[cause] = (to.byCause[cause] ?? 0) + count;
}

function kindsOf(events: readonly ChallanEventCount[]): ViolationStatistics['byKind'] {
  const kinds = new Map<string, ViolationStatistics['byKind'][number]>();
  for (const { kind, event, count } of events) {
    const row = kinds.get(kind) ?? { kind, issued: 0, contested: 0, cancelled: 0 };
    row[event === 'lapsed' ? 'cancelled' : event] += count;
    kinds.set(kind, row);
  }
  return [...kinds.values()];
}

/** `2026-01` and 2 is `2025-11`. */
function monthsBefore(month: string, back: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7);
}
