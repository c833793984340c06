import {
  FACE_AUTHORISATION_ENDS,
  type FaceAuthorisationEnd,
  REVIEW_DAYS,
} from '@amaan/contracts/faces/face-authorisation';
import type { FaceOversight } from '@amaan/contracts/faces/face-oversight';
import { instantOf } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { listLiveFaceAuthorisations } from './face-authorisations.ts';

/** Facial recognition in numbers. @param now Unix time in milliseconds */
export async function readFaceOversight(db: Database, now: number): Promise<FaceOversight> {
  const at = instantOf(now);
  const live = await listLiveFaceAuthorisations(db, now);
  const states = await sql<{ waiting: number; in_force: number; urgent: number }>`
    SELECT count(*) FILTER (WHERE state = 'waiting') AS waiting,
      count(*) FILTER (WHERE state = 'in-force') AS in_force,
      count(*) FILTER (WHERE state = 'in-force' AND NOT approved) AS urgent
    FROM face_authorisation`.execute(db);
  const ends = await sql<{ end_kind: FaceAuthorisationEnd; count: number }>`
    SELECT end_kind, count(*) AS count FROM face_authorisation WHERE state = 'ended' GROUP BY end_kind`.execute(
    db,
  );
  const lists = await sql<Record<keyof FaceOversight['watchlists'], number>>`
    SELECT count(*) FILTER (WHERE key_destroyed_at IS NULL) AS open,
      count(*) FILTER (WHERE key_destroyed_at IS NULL AND (reviewed_revision IS DISTINCT FROM revision
        OR reviewed_at <= ${at}::timestamptz - ${`${REVIEW_DAYS} days`}::interval)) AS unreviewed,
      count(*) FILTER (WHERE key_destroyed_at IS NOT NULL) AS destroyed,
      (SELECT count(*) FROM watchlist_entry WHERE sealed IS NOT NULL) AS entries,
      (SELECT count(*) FROM watchlist_entry WHERE sealed IS NOT NULL AND child) AS children,
      (SELECT count(*) FROM watchlist_entry WHERE sealed IS NOT NULL AND missing) AS missing,
      (SELECT count(*) FROM watchlist_picture) AS pictures,
      (SELECT count(*) FROM watchlist_finding WHERE decision IS NULL) AS "openFindings"
    FROM watchlist`.execute(db);
  const searches = await sql<FaceOversight['searches']>`
    SELECT count(*) AS made, count(*) FILTER (WHERE found = 0) AS "withoutMatch" FROM face_search`.execute(
    db,
  );
  const state = states.rows[0]!;
  const ended = new Map(ends.rows.map(({ end_kind, count }) => [end_kind, count]));
  return {
    at,
    authorisations: {
      waiting: state.waiting,
      inForce: state.in_force,
      live: live.length,
      urgentWithoutApproval: state.urgent,
      ended: Object.fromEntries(FACE_AUTHORISATION_ENDS.map((end) => [end, ended.get(end) ?? 0])) as Record<
        FaceAuthorisationEnd,
        number
      >,
    },
    searches: searches.rows[0]!,
    watchlists: lists.rows[0]!,
  };
}
