import { z } from 'zod';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';

/**
 * `model-frame`: lossless picture of exactly what the model saw (its pixels hash to the observation's
 * `frameDigest`); `picture`: the same moment at the camera's resolution; `clip`: the seconds around it;
 * `plate-crop`: a number plate cut out and straightened; `exit-picture`: as `picture`, of the moment in which what
 * happened was over, for example when a vehicle reached the last line.
 */
export const EVIDENCE_KINDS = ['model-frame', 'picture', 'clip', 'plate-crop', 'exit-picture'] as const;

/** A stored object that belongs to an observation. `digest` names it in the object store. */
export const EvidenceItem = z.object({
  observationId: Identifier,
  /** Same as the observation's: it finds the partition. */
  capturedAt: Instant,
  kind: z.enum(EVIDENCE_KINDS),
  digest: Digest,
  mediaType: z.string(),
  bytes: z.int().positive(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;
