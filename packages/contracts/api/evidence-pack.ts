import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** The longest period of one pack. */
export const PACK_MAX_DAYS = 370;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What a pack is asked to cover: from `from` (included) to `to` (not included). */
export const PackRequest = z
  .object({
    from: Instant,
    to: Instant,
    /** How many alerts of the period are drawn and explained in full. */
    sample: z.int().min(0).max(200).default(25),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), 'The period must begin before it ends.')
  .refine(
    ({ from, to }) => Date.parse(to) - Date.parse(from) <= PACK_MAX_DAYS * DAY_MS,
    `One pack covers at most ${PACK_MAX_DAYS} days; make several.`,
  );
export type PackRequest = z.infer<typeof PackRequest>;

export const PACK_STATES = ['running', 'done', 'failed', 'cancelled'] as const;

/** A pack that is being made or was made. */
export const PackJob = z.object({
  id: Identifier,
  from: Instant,
  to: Instant,
  sample: z.int().nonnegative(),
  state: z.enum(PACK_STATES),
  requestedBy: z.string(),
  /** Their account as the ledger names it; empty for packs from before it was kept. */
  maker: z.string().default(''),
  startedAt: Instant,
  endedAt: Instant.nullable(),
  /** What is being written, and how far it is. */
  progress: z.object({ step: z.string(), done: z.int().nonnegative(), total: z.int().positive() }),
  /** Size and digest of the file, once it is done. */
  file: z.object({ name: z.string(), bytes: z.int().nonnegative(), digest: Digest }).nullable(),
  error: z.object({ code: z.string(), message: z.string() }).nullable(),
});
export type PackJob = z.infer<typeof PackJob>;
