import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import type { CaseHold } from '@amaan/contracts/violations/violation-case';
import { getObservation } from '@amaan/store/observations';
import type { Database } from '@amaan/store/open-database';
import { findSightings, isPlateRead, type PlateRead } from '@amaan/store/plates/sightings';
import { impossibleTravel, type TravelPoint } from '@amaan/vehicle-trace/clones/impossible-travel';
import { registryContradiction } from '@amaan/vehicle-trace/clones/registry-contradiction';

/** No vehicle needs longer from one end of the country to the other. */
const WINDOW_MS = 12 * 60 * 60_000;
const SAME_MINUTE_MS = 60_000;
/** A plate is hardly read more often in a day; beyond that the nearest in time say enough. */
const MOST_SIGHTINGS = 200;

/**
 * Why one plate seems to be on two vehicles: it was read where the vehicle cannot have come from, or in the same minute on
 * another vehicle. None of it says which of the two is the true one.
 */
export async function twoVehicles(db: Database, read: PlateRead): Promise<CaseHold[]> {
  const at = Date.parse(read.capturedAt);
  const sightings = await findSightings(db, {
    plates: { kind: 'listed', plates: [read.reading.text] },
    from: instantOf(at - WINDOW_MS),
    to: instantOf(at + WINDOW_MS),
    sites: 'all',
    limit: MOST_SIGHTINGS,
  });
  const own = sightings.find(({ id }) => id === read.id);
  const others = sightings
    .filter(({ id, simulated }) => id !== read.id && simulated === read.simulated)
    .toSorted((a, b) => distance(a, at) - distance(b, at));
  for (const other of others) {
    const hold = (await contradiction(db, read, own, other)) ?? null;
    if (hold !== null) return [hold];
  }
  return [];
}

async function contradiction(
  db: Database,
  read: PlateRead,
  own: Sighting | undefined,
  other: Sighting,
): Promise<CaseHold | null> {
  const isSameMinute = distance(other, Date.parse(read.capturedAt)) <= SAME_MINUTE_MS;
  const where = `${other.cameraName} at ${other.capturedAt}`;
  const travel = own === undefined ? null : impossibleTravel(own.reading.text, pointOf(own), pointOf(other));
  if (travel !== null)
    return isSameMinute
      ? { reason: 'same-minute', detail: `The same plate was read on ${where}.` }
      : {
          reason: 'impossible-travel',
          detail: `The same plate was read on ${where}, ${Math.round(travel.metres / 1000)} km away.`,
        };
  if (!isSameMinute) return null;
  const { vehicle, reading } = other;
  const looksOtherwise =
    vehicle.classConfidence >= SURE_LOOK && vehicle.colourConfidence >= SURE_LOOK
      ? registryContradiction(reading.text, read.vehicle, vehicle, 1) !== null
      : false;
  if (looksOtherwise || (await isBesideItself(db, read, other)))
    return { reason: 'same-minute', detail: `The same plate was read on another vehicle, ${where}.` };
  return null;
}

/** The other vehicle must have been seen as surely as this one. */
const SURE_LOOK = 0.7;

/** Whether both were in view of one camera at the same time, on two tracks. */
async function isBesideItself(db: Database, read: PlateRead, other: Sighting): Promise<boolean> {
  if (other.cameraId !== read.cameraId) return false;
  const seen = await getObservation(db, other);
  if (seen === null || !isPlateRead(seen) || seen.track === read.track) return false;
  return seen.firstSeenAt <= read.lastSeenAt && read.firstSeenAt <= seen.lastSeenAt;
}

function pointOf(sighting: Sighting): TravelPoint {
  const { id, capturedAt, cameraId, position, simulated, reading } = sighting;
  return { id, capturedAt, cameraId, position, simulated, clockOffsetMs: 0, confidence: reading.confidence };
}

function distance({ capturedAt }: { readonly capturedAt: Instant }, at: number): number {
  return Math.abs(Date.parse(capturedAt) - at);
}
