import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { PermitDenied } from './permit-denied.ts';
import type { RevocationList } from './revoked-permits.ts';
import { assertInTime } from './verify-permit.ts';

/** The one purpose of a built-in permit for files; see `issueEvaluationPermit`. */
export const EVALUATION_PURPOSE = 'evaluation';

/**
 * Purposes whose pictures come from no camera. A permit that was approved for one of them covers files beside its
 * cameras; every other one covers cameras alone.
 */
export const FILE_PURPOSES: readonly string[] = ['watchlist-search-after-the-event'];

/**
 * Purposes that are about junctions. A permit is issued for them alone and names its junctions; no permit that covers
 * cameras is for them.
 */
export const JUNCTION_PURPOSES: readonly string[] = ['signal-control'];

/** A junction that somebody wants to control under a permit. */
export interface JunctionUse {
  /** The AI system that asks. */
  readonly system: string;
  readonly configurationDigest: Digest;
  readonly purpose: string;
  readonly junctionId: Identifier;
}

/** Which model somebody wants to run under a permit, and as what. */
export interface ModelUse {
  /** The AI system that asks. */
  readonly system: string;
  /** sha256 of the model file as it was read for this use. */
  readonly modelDigest: Digest;
  readonly configurationDigest: Digest;
  /** Left out: any purpose that the permit has will do. */
  readonly purpose?: string;
}

/** What somebody wants to do under a permit. */
export interface PermitUse extends ModelUse {
  /** The camera that the frames come from; null for files, under an evaluation permit or one for such a purpose. */
  readonly cameraId: Identifier | null;
}

/**
 * Checks that a verified permit covers a use, now. It is cheap, so ask before every run of a model: that
 * is what stops a worker when its permit ends or is revoked.
 *
 * @param claims what `verifyPermit` returned.
 * @param revoked what is known to be revoked, whole permits and single cameras.
 * @throws PermitDenied with the first thing that does not fit.
 */
export function assertCovers(claims: PermitClaims, use: PermitUse, now: Date, revoked: RevocationList): void {
  assertCoversModel(claims, use, now, revoked);
  assertCoversOrigin(claims, use.cameraId);
  if (use.cameraId !== null && revoked.hasCamera(claims.jti, use.cameraId)) {
    throw new PermitDenied(
      'PERMIT_REVOKED',
      `The permit ${claims.jti} of ${claims.sub} was revoked for this camera.`,
    );
  }
}

/**
 * The part of `assertCovers` that is known before there is a frame: whether the model may be loaded.
 * @throws PermitDenied with the first thing that does not fit.
 */
export function assertCoversModel(
  claims: PermitClaims,
  use: ModelUse,
  now: Date,
  revoked: RevocationList,
): void {
  assertIsOf(claims, use.system, now, revoked);
  if (use.purpose !== undefined && !claims.purposes.includes(use.purpose)) {
    throw new PermitDenied('PERMIT_PURPOSE', `The permit of ${claims.sub} is not for ${use.purpose}.`);
  }
  if (!claims.models.some((model) => model.digest === use.modelDigest)) {
    throw new PermitDenied(
      'PERMIT_MODEL_MISMATCH',
      `The permit of ${claims.sub} does not cover a model with the digest ${use.modelDigest}.`,
    );
  }
  assertConfiguration(claims, use.configurationDigest);
}

/**
 * Checks that a verified permit lets a junction be controlled, now. Ask it before every command.
 * @throws PermitDenied with the first thing that does not fit.
 */
export function assertCoversJunction(
  claims: PermitClaims,
  use: JunctionUse,
  now: Date,
  revoked: RevocationList,
): void {
  assertIsOf(claims, use.system, now, revoked);
  if (!claims.purposes.includes(use.purpose)) {
    throw new PermitDenied('PERMIT_PURPOSE', `The permit of ${claims.sub} is not for ${use.purpose}.`);
  }
  if (claims.junctions?.includes(use.junctionId) !== true) {
    throw new PermitDenied(
      'PERMIT_JUNCTION_NOT_COVERED',
      `The permit of ${claims.sub} does not cover the junction ${use.junctionId}.`,
    );
  }
  assertConfiguration(claims, use.configurationDigest);
}

/** In time, not revoked, and of the AI system that asks. */
function assertIsOf(claims: PermitClaims, system: string, now: Date, revoked: RevocationList): void {
  assertInTime(claims, now);
  if (revoked.has(claims.jti)) {
    throw new PermitDenied('PERMIT_REVOKED', `The permit ${claims.jti} of ${claims.sub} was revoked.`);
  }
  if (claims.sub !== system) {
    throw new PermitDenied('PERMIT_PURPOSE', `The permit is for ${claims.sub}, not for ${system}.`);
  }
}

function assertConfiguration(claims: PermitClaims, configurationDigest: Digest): void {
  if (claims.configurationDigest !== configurationDigest) {
    throw new PermitDenied(
      'PERMIT_CONFIGURATION_MISMATCH',
      `The permit of ${claims.sub} was issued for another configuration than the one in use.`,
    );
  }
}

/** Files need a permit that is for files, and an evaluation permit is good for nothing else. */
function assertCoversOrigin(claims: PermitClaims, cameraId: Identifier | null): void {
  const evaluation = claims.purposes.includes(EVALUATION_PURPOSE);
  if (evaluation && cameraId !== null) {
    throw new PermitDenied('PERMIT_PURPOSE', 'An evaluation permit is for files, never for a camera.');
  }
  const isForFiles = evaluation || claims.purposes.some((purpose) => FILE_PURPOSES.includes(purpose));
  if (!isForFiles && cameraId === null) {
    throw new PermitDenied(
      'PERMIT_PURPOSE',
      `The permit of ${claims.sub} covers no picture without a camera.`,
    );
  }
  if (cameraId !== null && !camerasOf(claims).has(cameraId)) {
    throw new PermitDenied(
      'PERMIT_CAMERA_NOT_COVERED',
      `The permit of ${claims.sub} does not cover the camera ${cameraId}.`,
    );
  }
}

/** A permit may cover 24,000 cameras and is asked for every frame: look them up, do not search. */
const cameraSets = new WeakMap<PermitClaims, ReadonlySet<Identifier>>();

function camerasOf(claims: PermitClaims): ReadonlySet<Identifier> {
  let cameras = cameraSets.get(claims);
  if (!cameras) {
    cameras = new Set(claims.cameras);
    cameraSets.set(claims, cameras);
  }
  return cameras;
}
