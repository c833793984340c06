import { z } from 'zod';
import { Position } from '../geometry.ts';

/** A road of the map that lies under the cameras. */
const Road = z.object({
  type: z.literal('Feature'),
  properties: z.object({
    name: z.string(),
    kind: z.enum(['main', 'side', 'canal']),
    /** Drawn by the simulator: there is no such road. */
    simulated: z.boolean(),
  }),
  geometry: z.object({ type: z.literal('LineString'), coordinates: z.array(Position).min(2) }),
});

/** Roads as GeoJSON (RFC 7946). */
export const RoadMap = z.object({ type: z.literal('FeatureCollection'), features: z.array(Road) });
export type RoadMap = z.infer<typeof RoadMap>;
