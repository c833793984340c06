import type { SystemView } from '@amaan/contracts/api/system-view';
import { instantOf } from '@amaan/contracts/instant';
import type { PublicViolationMonth, PublicViolations } from '@amaan/contracts/violations/violation-figures';
import { COUNTED_FIGURES } from '@amaan/governance/public-register/counted-figures';
import { closedMonths, monthEnd } from '@amaan/governance/public-register/publish-months';
import { publishViolationMonth } from '@amaan/governance/public-register/publish-violation-month';
import { listTransitions } from '@amaan/store/lifecycle';
import type { Database } from '@amaan/store/open-database';
import {
  countChallanEvents,
  countGapsByMonth,
  insertPublishedMonth,
  listPublishedMonths,
} from '@amaan/store/violations/challan-counts';
import { listSuspendedCameras } from '@amaan/store/violations/enforcement-suspensions';
import { trafficViolations } from '@amaan/traffic-violations/system';
import { publicStateOf } from '../../public-register/public-state.ts';
import { addEvent } from './violation-figures.ts';

/**
 * What anybody may know of challans: issued, contested and taken back, by month, camera and cause. Of a month a week after its
 * end; what was published of it once stays so.
 */
export async function publicViolationsOf(
  db: Database,
  views: readonly Pick<SystemView, 'id' | 'stage' | 'suspension'>[],
  now: number,
): Promise<PublicViolations> {
  const view = views.find(({ id }) => id === trafficViolations.id);
  if (view === undefined || publicStateOf(view) === 'planned')
    return { state: 'not-in-operation', because: COUNTED_FIGURES.finesCancelled.notInOperation };
  const pilots = (await listTransitions(db, trafficViolations.id)).filter(
    ({ to }) => to === 'pilot' || to === 'operational',
  );
  const first = pilots.at(-1)?.at.slice(0, 7) ?? '';
  const wanted = closedMonths(new Date(now)).filter((month) => month >= first);
  const published = await listPublishedMonths(db, wanted);
  for (const month of wanted) {
    if (published.has(month)) continue;
    await insertPublishedMonth(db, await countMonth(db, month), instantOf(now));
  }
  const months = await listPublishedMonths(db, wanted);
  const suspended = await listSuspendedCameras(db);
  return {
    state: 'counted',
    months: wanted.flatMap((month) => months.get(month) ?? []),
    suspended: suspended.map(({ cameraName, since }) => ({ camera: cameraName, since })),
  };
}

async function countMonth(db: Database, month: string): Promise<PublicViolationMonth> {
  const time = {
    ...({ from: `${month}-01T00:00:00.000Z`, to: monthEnd(month).toISOString(), sites: 'all' } as const),
  };
  const cameras = new Map<string, Parameters<typeof addEvent>[0] & { camera: string }>();
  const all = { issued: 0, contested: 0, cancelled: 0, lapsed: 0, byCause: {} };
  for (const event of await countChallanEvents(db, time)) {
    const row = cameras.get(event.cameraId) ?? {
      ...{ camera: event.cameraName, issued: 0, contested: 0, cancelled: 0, lapsed: 0, byCause: {} },
    };
    cameras.set(event.cameraId, row);
    addEvent(row, event);
    addEvent(all, event);
  }
  const gaps = new Map<
    string,
    { reason: Awaited<ReturnType<typeof countGapsByMonth>>[number]['reason']; count: number }
  >();
  for (const { reason, count } of await countGapsByMonth(db, time))
    gaps.set(reason, { reason, count: (gaps.get(reason)?.count ?? 0) + count });
  const byCause: Parameters<typeof addEvent>[0]['byCause'] = all.byCause;
  return publishViolationMonth({
    month,
    cameras: [...cameras.values()].map(({ camera, issued, contested, cancelled }) => ({
      ...{ camera, issued, contested, cancelled },
    })),
    causes: Object.entries(byCause).map(([cause, count]) => ({
      cause: cause as keyof typeof byCause,
      count,
    })),
    gaps: [...gaps.values()],
  });
}
