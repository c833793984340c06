import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** Announced: `FaceAuthorisationsChanged`, server → whoever searches faces. */
export const FACE_AUTHORISATIONS_CHANGED = 'control.face-authorisations';

/** An authorisation that opens searches now, as whoever searches needs it: no name, no reason. */
export const LiveFaceAuthorisation = z.object({
  id: Identifier,
  caseId: Identifier,
  siteId: Identifier,
  watchlistId: Identifier,
  falseMatchesPerSearch: z.number(),
  /** Null: pictures after the event, and no camera. */
  cameraIds: z.array(Identifier).nullable(),
  /** From then on it opens nothing, whether or not anybody says so. */
  until: Instant,
});
export type LiveFaceAuthorisation = z.infer<typeof LiveFaceAuthorisation>;

/** One began or ended. Those that ended are named, so that their searches stop without asking. */
export const FaceAuthorisationsChanged = z.object({ ended: z.array(Identifier) });
export type FaceAuthorisationsChanged = z.infer<typeof FaceAuthorisationsChanged>;
