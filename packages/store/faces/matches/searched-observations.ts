import type { SearchedMatch } from '@amaan/contracts/faces/matches/searched-match';
import { digestBytes } from '../../digest-column.ts';
import type { Database } from '../../open-database.ts';

/** Puts down what a match says that no camera saw; the match is there already, and takes it along. */
export async function insertSearchedObservation(tx: Database, match: SearchedMatch): Promise<void> {
  const { id, kind, system, cameraId, siteId, capturedAt, clockOffsetMs, simulated, permitId, ...rest } =
    match;
  const { modelDigest, configurationDigest, frameDigest, ...body } = rest;
  await tx
    .insertInto('face_search_observation')
    .values({
      ...{ id, kind, system, simulated },
      captured_at: capturedAt,
      site_id: siteId,
      camera_id: cameraId,
      clock_offset_ms: clockOffsetMs,
      permit_id: permitId,
      model_digest: digestBytes(modelDigest),
      configuration_digest: digestBytes(configurationDigest),
      frame_digest: digestBytes(frameDigest),
      rule_id: null,
      rule_version: null,
      object_class: null,
      body: JSON.stringify(body),
    })
    .execute();
}
