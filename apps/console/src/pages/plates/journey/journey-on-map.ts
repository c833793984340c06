import type { Journey, JourneyLeg } from '@amaan/contracts/plates/journey';
import type { Sighting } from '@amaan/contracts/plates/sighting';
import type { LegKind, MapLeg } from '../../../map/route-layers.ts';
import type { MapStop } from '../../../map/stops-by-place.ts';

/** How a leg is drawn: what is impossible before everything else, then what was out of sight. */
export function kindOfLeg({ impossible, gap, onRoads }: JourneyLeg): LegKind {
  if (impossible) return 'impossible';
  if (gap) return 'gap';
  return onRoads ? 'road' : 'straight';
}

/** The legs that lead somewhere; a straight line between the two cameras where the server gave no route. */
export function legsOnMap({ sightings, legs }: Journey): MapLeg[] {
  const byId = new Map(sightings.map((sighting) => [sighting.id, sighting]));
  return legs.flatMap((leg) => {
    const ends = [byId.get(leg.fromId)?.position, byId.get(leg.toId)?.position];
    const straight = ends.flatMap((end) => (end ? [end] : []));
    const path = leg.route.length > 1 ? leg.route : straight;
    return leg.metres !== 0 && path.length > 1 ? [{ path, kind: kindOfLeg(leg) }] : [];
  });
}

/** The sightings of a journey with a place, numbered as in the list; both ends of an impossible leg are critical. */
export function stopsOnMap(
  { sightings, legs }: Journey,
  titleOf: (sighting: Sighting, number: number) => string,
): MapStop[] {
  const critical = new Set(
    legs.filter(({ impossible }) => impossible).flatMap(({ fromId, toId }) => [fromId, toId]),
  );
  return sightings.flatMap((sighting, index) =>
    sighting.position === null
      ? []
      : [
          {
            id: sighting.id,
            position: sighting.position,
            number: index + 1,
            title: titleOf(sighting, index + 1),
            tone: critical.has(sighting.id) ? 'critical' : 'accent',
            simulated: sighting.simulated,
          } as const,
        ],
  );
}
