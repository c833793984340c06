import { z } from 'zod';
import { Digest } from './digest.ts';
import { Identifier } from './identifier.ts';

/** A permit lives 24 hours at most. */
export const PERMIT_MAX_SECONDS = 24 * 60 * 60;

/**
 * What a permit says (the payload of a JWS signed with EdDSA). Times are seconds since 1970, as in
 * RFC 7519. `cameras` lists the cameras it covers; for `evaluation` permits it is empty and
 * `purposes` is exactly `['evaluation']`: files only, no stored person.
 */
export const PermitClaims = z.object({
  /** The deployment that issued it. */
  iss: z.string(),
  /** The AI system. */
  sub: z.string(),
  jti: Identifier,
  iat: z.int(),
  exp: z.int(),
  version: z.string(),
  models: z.array(z.object({ id: z.string(), digest: Digest })).min(1),
  configurationDigest: Digest,
  cameras: z.array(Identifier),
  /** The junctions that may be controlled under it; a permit that covers cameras has none. */
  junctions: z.array(Identifier).min(1).optional(),
  purposes: z.array(z.string()).min(1),
  thresholds: z.record(z.string(), z.number()),
});
export type PermitClaims = z.infer<typeof PermitClaims>;

/** A permit as it travels: the compact JWS. */
export const PermitToken = z.string().max(2_000_000);
