import { projectionOf } from '../import/projection.ts';
import type { IncidentColumns } from '../incident-columns.ts';
import { simulatedCity } from './simulated-city.ts';

export interface SimulatedCoordinates {
  /** Degrees, WGS 84, to a ten-millionth (about a centimetre). */
  readonly longitude: Float64Array;
  readonly latitude: Float64Array;
}

/** Where simulated incidents lie on the globe, in their order. */
export function simulatedCoordinates({ length, x, y }: IncidentColumns): SimulatedCoordinates {
  const plane = projectionOf(simulatedCity.crs);
  const longitude = new Float64Array(length);
  const latitude = new Float64Array(length);
  for (let n = 0; n < length; n++) {
    const place = plane.inverse(x[n]!, y[n]!);
    longitude[n] = Math.round(place[0] * 1e7) / 1e7;
    latitude[n] = Math.round(place[1] * 1e7) / 1e7;
  }
  return { longitude, latitude };
}
