import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { RiderVerdict } from '@amaan/contracts/violations/suspected-violation';
import type { Picture } from '@amaan/vision/image/picture';

/**
 * A model that says of the picture of a vehicle whether its riders wear helmets, or its driver a belt. None is packaged: a
 * deployment that has one brings it behind this, run by an `InferenceDesk` whose permit names it.
 */
export interface RiderJudge {
  readonly modelDigest: Digest;
  /** @throws PermitDenied where it may not look at this camera now */
  judge(vehicle: Picture, cameraId: Identifier): Promise<Pick<RiderVerdict, 'verdict' | 'confidence'>>;
}

/** By the identifiers of their models' manifests, as rules name them. */
export type RiderJudges = ReadonlyMap<string, RiderJudge>;
