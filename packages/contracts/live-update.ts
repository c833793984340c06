import { z } from 'zod';
import { Alert } from './alert.ts';
import { CameraStatus } from './camera.ts';
import { FaceMatchUpdate } from './faces/matches/face-match.ts';
import { Identifier } from './identifier.ts';
import { Sighting } from './plates/sighting.ts';
import { JunctionLive } from './traffic/signal-live.ts';

/** What the server pushes to consoles (server-sent events on `/api/updates`). */
export const LiveUpdate = z.discriminatedUnion('type', [
  z.object({ type: z.literal('alert-raised'), alert: Alert }),
  z.object({ type: z.literal('alert-changed'), alert: Alert }),
  z.object({ type: z.literal('plate-read'), sighting: Sighting }),
  z.object({ type: z.literal('face-match'), match: FaceMatchUpdate }),
  /** Authorisations changed, and with one that ends all that it produced may go: read the matches anew. */
  z.object({ type: z.literal('face-matches-changed') }),
  z.object({ type: z.literal('watchlists-changed') }),
  z.object({ type: z.literal('face-authorisations-changed') }),
  z.object({ type: z.literal('camera-status'), statuses: z.array(CameraStatus) }),
  z.object({ type: z.literal('cameras-changed') }),
  /** New minutes of these cameras are stored: read their figures anew. */
  z.object({ type: z.literal('traffic-measured'), cameras: z.array(Identifier) }),
  /** A traffic view, a corridor, or how an incident on the road stands has changed. */
  z.object({ type: z.literal('traffic-changed') }),
  /** Cases of violations, challans or contests changed: read anew what is shown. */
  z.object({ type: z.literal('violations-changed') }),
  /** Tickets about places, or the departments that they are sent to, changed. */
  z.object({ type: z.literal('civic-tickets-changed') }),
  z.object({ type: z.literal('systems-changed') }),
  z.object({ type: z.literal('incidents-changed') }),
  /** Somebody asked to see something un-masked, or it was decided, or ended. */
  z.object({ type: z.literal('unmaskings-changed') }),
  /** Junctions at this moment, about once a second: those of which something is known. */
  z.object({ type: z.literal('signals'), junctions: z.array(JunctionLive) }),
  /** Junctions, their modes, approvals, waves or replays changed: read anew what is shown. */
  z.object({ type: z.literal('signals-changed') }),
]);
export type LiveUpdate = z.infer<typeof LiveUpdate>;
