import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Heartbeat } from '@amaan/contracts/worker-messages';
import { sql } from 'kysely';
import { jsonRows } from './json-rows.ts';
import type { Database } from './open-database.ts';

export interface Worker {
  readonly id: Identifier;
  readonly liveUrl: string;
  readonly liveToken: string;
  /** Digests of the models that it has loaded, by model id. */
  readonly models: Readonly<Record<string, string>>;
  readonly lastSeenAt: Instant;
}

/**
 * Keeps what a worker last said of itself and of its cameras. Cameras that were removed meanwhile are
 * passed over; an older heartbeat that arrives late changes nothing. Call it in a transaction.
 */
export async function recordHeartbeat(db: Database, heartbeat: Heartbeat): Promise<void> {
  const { workerId, at, liveUrl, liveToken, cameras, models } = heartbeat;
  await sql`
    INSERT INTO worker (id, live_url, live_token, models, last_seen_at)
    VALUES (${workerId}, ${liveUrl}, ${liveToken}, ${JSON.stringify(models)}::jsonb, ${at})
    ON CONFLICT (id) DO UPDATE SET
      live_url = excluded.live_url, live_token = excluded.live_token,
      models = excluded.models, last_seen_at = excluded.last_seen_at
    WHERE worker.last_seen_at <= excluded.last_seen_at`.execute(db);
  if (cameras.length === 0) return;
  await sql`
    INSERT INTO camera_status (
      camera_id, worker_id, state, since, error, frames_per_second, frames_dropped, width, height,
      last_frame_at, inference_denied, reported_at
    )
    SELECT camera.id, ${workerId}::uuid, "state", "since", "error", "framesPerSecond",
      "framesDropped", "width", "height", "lastFrameAt", "inferenceDenied", ${at}::timestamptz
    FROM ${jsonRows(
      cameras,
      `"cameraId" uuid, "state" text, "since" timestamptz, "error" jsonb,
       "framesPerSecond" double precision, "framesDropped" bigint, "width" integer, "height" integer,
       "lastFrameAt" timestamptz, "inferenceDenied" text`,
    )}
    JOIN camera ON camera.id = "cameraId" AND camera.deleted_at IS NULL
    ORDER BY camera.id
    ON CONFLICT (camera_id) DO UPDATE SET
      worker_id = excluded.worker_id, state = excluded.state, since = excluded.since,
      error = excluded.error, frames_per_second = excluded.frames_per_second,
      frames_dropped = excluded.frames_dropped, width = excluded.width, height = excluded.height,
      last_frame_at = excluded.last_frame_at, inference_denied = excluded.inference_denied,
      reported_at = excluded.reported_at
    WHERE camera_status.reported_at <= excluded.reported_at`.execute(db);
}

/** The worker that last reported on a camera: where its live view is. Null when none has. */
export async function workerOfCamera(db: Database, cameraId: Identifier): Promise<Worker | null> {
  const worker = await db
    .selectFrom('camera_status')
    .innerJoin('worker', 'worker.id', 'camera_status.worker_id')
    .select(['worker.id', 'live_url as liveUrl', 'live_token as liveToken', 'models'])
    .select('last_seen_at as lastSeenAt')
    .where('camera_status.camera_id', '=', cameraId)
    .executeTakeFirst();
  return worker ?? null;
}
