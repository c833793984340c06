import { z } from 'zod';
import { Instant } from '../instant.ts';
import { FACE_AUTHORISATION_ENDS } from './face-authorisation.ts';

const count = z.int().nonnegative();

/** Facial recognition in numbers, for those who judge it: nobody can be found in them. */
export const FaceOversight = z.object({
  at: Instant,
  authorisations: z.object({
    waiting: count,
    inForce: count,
    live: count,
    urgentWithoutApproval: count,
    ended: z.object(
      Object.fromEntries(FACE_AUTHORISATION_ENDS.map((end) => [end, count])) as Record<
        (typeof FACE_AUTHORISATION_ENDS)[number],
        typeof count
      >,
    ),
  }),
  /** Searches with a picture after the event, and those that found nobody. */
  searches: z.object({ made: count, withoutMatch: count }),
  watchlists: z.object({
    open: count,
    unreviewed: count,
    destroyed: count,
    entries: count,
    children: count,
    missing: count,
    pictures: count,
    openFindings: count,
  }),
});
export type FaceOversight = z.infer<typeof FaceOversight>;
