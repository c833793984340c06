import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Instant } from '../instant.ts';

/** A plate's text without separators: capitals and digits as they were read, never completed. */
export const PlateText = z.string().regex(/^[A-Z0-9]{2,12}$/);
export type PlateText = z.infer<typeof PlateText>;

const Confidence = z.number().min(0).max(1);

/** One character, and what else it may be. */
export const PlateCharacter = z.object({
  text: z.string().length(1),
  confidence: Confidence,
  others: z.array(z.object({ text: z.string().length(1), confidence: Confidence })).max(4),
});
export type PlateCharacter = z.infer<typeof PlateCharacter>;

/** What a plate says, as it was read. */
export const PlateReading = z.object({
  text: PlateText,
  confidence: Confidence,
  /** The identifier of the format that it has, or null: plates that follow none are common. */
  format: z.string().nullable(),
  rows: z.union([z.literal(1), z.literal(2)]),
  characters: z.array(PlateCharacter).max(12),
});
export type PlateReading = z.infer<typeof PlateReading>;

/** One frame's reading among those that voted. */
export const PlateVote = z.object({
  text: PlateText,
  confidence: Confidence,
  capturedAt: Instant,
  frameDigest: Digest,
});
export type PlateVote = z.infer<typeof PlateVote>;
