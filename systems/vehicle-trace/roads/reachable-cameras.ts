import type { Position } from '@amaan/contracts/geometry';
import type { Identifier } from '@amaan/contracts/identifier';
import { greatCircleMetres } from './great-circle.ts';
import type { RoadGraph } from './road-graph.ts';

export interface PlacedCamera {
  readonly id: Identifier;
  readonly position: Position;
}

export interface ReachableCamera {
  readonly cameraId: Identifier;
  readonly metres: number;
  /** The soonest that a hurried driver can be there. */
  readonly seconds: number;
  readonly onRoads: boolean;
}

/** Km/h as the crow flies where no road is known: an upper bound, so that nobody looks too late. */
const CROW_SPEED = 90;

/** Which cameras a vehicle can reach within a time, the soonest first. */
export function reachableCameras(
  from: PlacedCamera,
  cameras: readonly PlacedCamera[],
  { roads, withinSeconds }: { readonly roads: RoadGraph | null; readonly withinSeconds: number },
): ReachableCamera[] {
  const near = cameras.filter(
    ({ id, position }) => id !== from.id && crowSeconds(from.position, position) <= withinSeconds,
  );
  const routes =
    roads?.routes(
      from.position,
      near.map(({ position }) => position),
    ) ?? [];
  return near
    .map(({ id, position }, n) => {
      const route = routes[n];
      const metres = route?.metres ?? greatCircleMetres(from.position, position);
      const seconds = route?.seconds ?? crowSeconds(from.position, position);
      return { cameraId: id, metres, seconds, onRoads: route !== undefined && route !== null };
    })
    .filter(({ seconds }) => seconds <= withinSeconds)
    .sort((a, b) => a.seconds - b.seconds);
}

function crowSeconds(a: Position, b: Position): number {
  return greatCircleMetres(a, b) / (CROW_SPEED / 3.6);
}
