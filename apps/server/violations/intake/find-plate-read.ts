import { instantOf } from '@amaan/contracts/instant';
import type { Database } from '@amaan/store/open-database';
import type { PlateRead } from '@amaan/store/plates/sightings';
import { findReadsOfTrack, type ViolationSuspected } from '@amaan/store/violations/suspicions';

/** Plate and violation are of one passage when the times in view are no further apart, in milliseconds. */
const APART_MS = 30_000;

/** The surest reading of the plate of a suspicion's vehicle: the same camera, track and time; null: none has come. */
export async function findPlateRead(db: Database, suspicion: ViolationSuspected): Promise<PlateRead | null> {
  const { cameraId, object, violation, simulated } = suspicion;
  const reads = await findReadsOfTrack(db, {
    ...{ cameraId, track: object.track },
    from: instantOf(Date.parse(violation.firstSeenAt) - APART_MS),
    to: instantOf(Date.parse(violation.lastSeenAt) + APART_MS),
  });
  return reads.find((read) => read.simulated === simulated) ?? null;
}
