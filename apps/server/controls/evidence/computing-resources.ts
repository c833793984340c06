import { instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { EvidenceContext } from '../evidence-context.ts';
import { oldest, present, recurring, stateOf, stateOver } from '../live-finding.ts';

/** Workers report every few seconds. */
const ALIVE_MS = 2 * 60 * 1000;
/** Below this share of live cameras the system watches less than people think. */
const LIVE_SHARE = 0.9;
const WORKERS_NEEDED = 2;

interface Machines {
  readonly workers: number;
  readonly alive: number;
  readonly newest: string | null;
  readonly cameras: number;
  readonly live: number;
  readonly simulated: number;
}

async function readMachines({ db, now }: Pick<EvidenceContext, 'db' | 'now'>): Promise<Machines> {
  const since = instantOf(now - ALIVE_MS);
  const { rows } = await sql<Machines>`
    SELECT
      (SELECT count(*) FROM worker)::integer AS workers,
      (SELECT count(*) FROM worker WHERE last_seen_at > ${since}::timestamptz)::integer AS alive,
      (SELECT max(last_seen_at) FROM worker) AS newest,
      count(*) FILTER (WHERE NOT simulated)::integer AS cameras,
      count(*) FILTER (WHERE NOT simulated AND status.state = 'live'
        AND status.reported_at > ${since}::timestamptz)::integer AS live,
      count(*) FILTER (WHERE simulated)::integer AS simulated
    FROM camera LEFT JOIN camera_status AS status ON status.camera_id = camera.id
    WHERE camera.deleted_at IS NULL`.execute(db);
  return rows[0]!;
}

/** The machines and cameras that AI runs on are listed, and answer. */
export const computingResources = recurring(ALIVE_MS, async (context) => {
  const { workers, alive, newest, cameras, live, simulated } = await readMachines(context);
  return {
    state: stateOver(cameras + simulated, cameras > 0 && alive === 0, live < cameras * LIVE_SHARE),
    en: `${alive} of ${workers} registered workers answered in the last two minutes; ${live} of ${cameras} cameras are live, and ${simulated} more are simulated.`,
    ur: `${workers} میں سے ${alive} ورکر نے گزشتہ دو منٹ میں جواب دیا؛ ${cameras} میں سے ${live} کیمرے چل رہے ہیں، مزید ${simulated} نقلی ہیں۔`,
    figures: { workers, alive, cameras, live, simulated },
    // Where there is nothing to watch no worker has to answer.
    ...oldest([cameras > 0 ? newest : null]),
    sources: [{ label: 'cameras', href: '/cameras' }],
  };
});

/** One worker that fails does not end the analysis of all cameras. */
export const redundantWorkers = present(async (context) => {
  const { alive, cameras } = await readMachines(context);
  return {
    state: stateOf(0, alive < WORKERS_NEEDED),
    en: `${alive} workers share ${cameras} cameras; with fewer than ${WORKERS_NEEDED} one failure stops all analysis.`,
    ur: `${cameras} کیمرے ${alive} ورکر میں تقسیم ہیں؛ ${WORKERS_NEEDED} سے کم ہوں تو ایک خرابی سارا تجزیہ روک دیتی ہے۔`,
    figures: { alive, cameras },
    sources: [{ label: 'cameras', href: '/cameras' }],
  };
});
