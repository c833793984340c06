import type { JourneyLeg } from '@amaan/contracts/plates/journey';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import { impossibleTravel, TRAVEL_LIMITS, type TravelLimits } from '../clones/impossible-travel.ts';
import { greatCircleMetres } from '../roads/great-circle.ts';
import type { RoadGraph } from '../roads/road-graph.ts';

/** Longer out of sight than this, and longer than a slow drive explains, is a gap. */
const LEAST_GAP_SECONDS = 20 * 60;
/** Km/h of a slow drive through a city with its stops. */
const SLOW_SPEED = 10;

/**
 * The legs between sightings of one plate, which come in the order of time.
 * @param roads the roads under the cameras; null: none are known, and legs are straight
 */
export function journeyLegs(
  sightings: readonly Sighting[],
  roads: RoadGraph | null,
  limits: TravelLimits = TRAVEL_LIMITS,
): JourneyLeg[] {
  return sightings.slice(1).map((to, n) => legOf(sightings[n]!, to, roads, limits));
}

function legOf(from: Sighting, to: Sighting, roads: RoadGraph | null, limits: TravelLimits): JourneyLeg {
  const seconds = Math.max(0, Date.parse(to.capturedAt) - Date.parse(from.capturedAt)) / 1000;
  const leg = { fromId: from.id, toId: to.id, seconds };
  if (from.position === null || to.position === null)
    return {
      ...{ ...leg, metres: null, speed: null, route: [], onRoads: false },
      ...{ gap: seconds > LEAST_GAP_SECONDS, impossible: false },
    };
  const straight = greatCircleMetres(from.position, to.position);
  const route = from.cameraId === to.cameraId ? null : (roads?.route(from.position, to.position) ?? null);
  const metres = route?.metres ?? straight;
  // At least: a shorter way than any road that is known may exist.
  const speed = seconds === 0 ? null : (straight / seconds) * 3.6;
  return {
    ...leg,
    metres,
    speed,
    route: route?.line ?? (from.cameraId === to.cameraId ? [] : [from.position, to.position]),
    onRoads: route !== null,
    gap: seconds > LEAST_GAP_SECONDS && seconds > metres / (SLOW_SPEED / 3.6),
    impossible: impossibleTravel(from.reading.text, pointOf(to), pointOf(from), limits) !== null,
  };
}

function pointOf({ id, capturedAt, cameraId, position, reading, simulated }: Sighting) {
  // A person said what it reads where it was corrected, so what is compared is beyond doubt or as it was read.
  const { confidence } = reading;
  return { id, capturedAt, clockOffsetMs: 0, cameraId, position, confidence, simulated };
}
