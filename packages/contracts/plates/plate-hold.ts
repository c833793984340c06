import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { PlateText } from './plate-reading.ts';

/** A plate whose sightings of a time a case needs longer than reads are kept. */
export const PlateHoldInput = z
  .object({ plate: PlateText, from: Instant, to: Instant })
  .refine(({ from, to }) => from < to, 'the hold ends before it begins');
export type PlateHoldInput = z.infer<typeof PlateHoldInput>;

export const PlateHold = z.object({
  id: Identifier,
  plate: PlateText,
  from: Instant,
  to: Instant,
  madeAt: Instant,
  madeBy: z.string(),
});
export type PlateHold = z.infer<typeof PlateHold>;

/** What the job that deletes old reads did last. */
export const PlateRetention = z.object({
  /** Days after which a read is deleted that raised no alert and that no case holds. */
  days: z.int().positive(),
  /** Null: it has not run yet. */
  last: z
    .object({
      startedAt: Instant,
      finishedAt: Instant,
      before: Instant,
      deleted: z.int().nonnegative(),
      /** Older ones that stay: they raised an alert, or a case holds them. */
      kept: z.int().nonnegative(),
      /** Crops and pictures that nothing else refers to. */
      objects: z.int().nonnegative(),
      /** Taken out of files of past days. */
      cold: z.int().nonnegative(),
    })
    .nullable(),
});
export type PlateRetention = z.infer<typeof PlateRetention>;
