import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { Observation } from '@amaan/contracts/observation';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { SceneRule } from '@amaan/contracts/scene-rule';
import type { SectionPassage } from '@amaan/contracts/violations/section-passage';
import type { EnforcementReference } from '@amaan/contracts/violations/suspected-violation';
import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { isStorableInstant } from '@amaan/store/observation-partitions';
import type { KnownPlan } from '../enforcement/known-plans.ts';
import type { KnownView } from '../traffic/known-views.ts';

/** What a worker may have in the air when its permit is revoked: it stops within this time. */
export const REVOCATION_GRACE_MS = 2_000;
/** How far a camera's picture may seem to lie before its permit, because two clocks never agree. */
const CLOCK_TOLERANCE_MS = 30_000;
/** A worker's clock that is further off makes its capture times worthless as evidence. */
const LARGEST_CLOCK_OFFSET_MS = 60 * 60_000;
const MINUTE_MS = 60_000;

/** What the control plane knows of the things that an observation names; null or undefined: nothing. */
export interface ObservationContext {
  readonly permit: { readonly claims: PermitClaims; readonly revokedAt: Instant | null } | undefined;
  /** When this camera was revoked under that permit while others went on; null: never. */
  readonly cameraRevokedAt: Instant | null;
  readonly camera:
    | { readonly siteId: Identifier; readonly groupId: Identifier; readonly simulated: boolean }
    | undefined;
  readonly rule: { readonly cameraId: Identifier; readonly rule: SceneRule } | undefined;
  /** The traffic view that it names, in that version. */
  readonly view?: KnownView | undefined;
  /** The enforcement plan that it names, in that version. */
  readonly plan?: KnownPlan | undefined;
}

export interface Refusal {
  readonly code: string;
  readonly reason: string;
}

/**
 * Why an observation must not be stored, or null when it may. The worker was to ask its permit before it
 * looked; here the control plane checks that it did, from its own records and for the moment of capture.
 *
 * @param now Unix time in milliseconds
 */
export function refusalOf(
  observation: Observation,
  context: ObservationContext,
  now: number,
): Refusal | null {
  return (
    timeRefusal(observation, now) ?? permitRefusal(observation, context) ?? placeRefusal(observation, context)
  );
}

/** The same for a vehicle at an end of a section, which is no observation but was made under a permit like one. */
export function passageRefusal(
  passage: SectionPassage,
  context: ObservationContext,
  now: number,
): Refusal | null {
  const { cameraId, laneId, enforcement } = passage;
  return (
    timeRefusal(passage, now) ??
    permitRefusal(passage, context) ??
    cameraRefusal(passage, context) ??
    ruleRefusal({ cameraId, enforcement, kind: 'average-speed' }, context) ??
    laneRefusal({ cameraId, laneId }, context)
  );
}

/** What everything that a worker reports says of where it comes from. */
type Envelope = Omit<
  SectionPassage,
  | 'enforcement'
  | 'view'
  | 'sectionId'
  | 'end'
  | 'laneId'
  | 'object'
  | 'crossing'
  | 'softwareVersion'
  | 'clock'
>;

function timeRefusal({ capturedAt, clockOffsetMs }: Envelope, now: number): Refusal | null {
  if (Math.abs(clockOffsetMs) > LARGEST_CLOCK_OFFSET_MS)
    return refuse('CLOCK_OFFSET_TOO_LARGE', 'The worker’s clock is more than an hour off.');
  if (!isStorableInstant(capturedAt, now))
    return refuse('CAPTURE_TIME_REFUSED', `It says it was captured at ${capturedAt}, which cannot be right.`);
  return null;
}

function permitRefusal(
  observation: Envelope,
  { permit, cameraRevokedAt }: ObservationContext,
): Refusal | null {
  const { permitId, system, cameraId, modelDigest, configurationDigest } = observation;
  if (permit === undefined) return refuse('PERMIT_UNKNOWN', `No permit ${permitId} was ever issued here.`);
  const { claims, revokedAt } = permit;
  if (claims.sub !== system)
    return refuse('PERMIT_PURPOSE', `Its permit is for ${claims.sub}, not for ${system}.`);
  if (!claims.models.some(({ digest }) => digest === modelDigest))
    return refuse('PERMIT_MODEL_MISMATCH', 'Its permit does not cover this model.');
  if (claims.configurationDigest !== configurationDigest)
    return refuse('PERMIT_CONFIGURATION_MISMATCH', 'Its permit was issued for another configuration.');
  if (!camerasOf(claims).has(cameraId))
    return refuse('PERMIT_CAMERA_NOT_COVERED', 'Its permit does not cover this camera.');
  const captured = Date.parse(observation.capturedAt) - observation.clockOffsetMs;
  if (captured < claims.iat * 1000 - CLOCK_TOLERANCE_MS)
    return refuse('PERMIT_NOT_YET_VALID', 'It was captured before its permit was issued.');
  if (captured >= claims.exp * 1000)
    return refuse('PERMIT_EXPIRED', 'It was captured after its permit had ended.');
  if (revokedAt !== null && captured > Date.parse(revokedAt) + REVOCATION_GRACE_MS)
    return refuse('PERMIT_REVOKED', 'It was captured after its permit had been revoked.');
  if (cameraRevokedAt !== null && captured > Date.parse(cameraRevokedAt) + REVOCATION_GRACE_MS)
    return refuse('PERMIT_REVOKED', 'It was captured after its permit had been revoked for this camera.');
  return null;
}

function placeRefusal(observation: Observation, context: ObservationContext): Refusal | null {
  const refusal = cameraRefusal(observation, context);
  if (refusal !== null) return refusal;
  if ('rule' in observation && context.rule?.cameraId !== observation.cameraId)
    return refuse('RULE_UNKNOWN', 'The camera never had this version of this rule.');
  if (observation.kind === 'violation-suspected') {
    const { cameraId, enforcement, violation } = observation;
    const unknown = ruleRefusal({ cameraId, enforcement, kind: violation.kind }, context);
    if (unknown !== null) return unknown;
  }
  return 'view' in observation ? viewRefusal(observation, context) : null;
}

function cameraRefusal(observation: Envelope, { camera }: ObservationContext): Refusal | null {
  if (camera === undefined) return refuse('CAMERA_UNKNOWN', 'There is no such camera.');
  if (camera.siteId !== observation.siteId)
    return refuse('SITE_MISMATCH', 'The camera does not belong to the site that is named.');
  if (camera.simulated !== observation.simulated)
    return refuse('SIMULATION_MISMATCH', 'What is simulated and what is real must not be mixed up.');
  return null;
}

/** What was suspected names a rule that the camera had, of just this kind. */
function ruleRefusal(
  said: {
    readonly cameraId: Identifier;
    readonly enforcement: EnforcementReference;
    readonly kind: ViolationKind;
  },
  { plan }: ObservationContext,
): Refusal | null {
  const isKnown = plan?.cameraId === said.cameraId && plan.rules.get(said.enforcement.ruleId) === said.kind;
  return isKnown
    ? null
    : refuse('ENFORCEMENT_RULE_UNKNOWN', 'The camera never had this rule in this version of its plan.');
}

function laneRefusal(
  { cameraId, laneId }: { readonly cameraId: Identifier; readonly laneId: string | null },
  { view }: ObservationContext,
): Refusal | null {
  return view?.cameraId !== cameraId || (laneId !== null && !view.lanes.has(laneId))
    ? refuse('TRAFFIC_VIEW_UNKNOWN', 'The camera never had this lane in this version of its view.')
    : null;
}

/** What is measured on lanes names lanes that the camera had, and a minute that the picture is of. */
function viewRefusal(
  observation: Extract<Observation, { view: unknown }>,
  context: ObservationContext,
): Refusal | null {
  const { cameraId, capturedAt } = observation;
  const refusal = laneRefusal({ cameraId, laneId: laneIn(observation) }, context);
  if (refusal !== null) return refusal;
  if (observation.kind !== 'lane-measured') return null;
  const from = Date.parse(observation.minute.from);
  const into = Date.parse(capturedAt) - from;
  const isMinute = from % MINUTE_MS === 0 && into >= 0 && into <= MINUTE_MS;
  if (!isMinute || observation.minute.sums.observedMs > MINUTE_MS)
    return refuse('LANE_MINUTE_REFUSED', 'It is about no minute of the clock, or its picture is of another.');
  return null;
}

/** The lane that an observation upon a traffic view names; null: none, it is about a zone. */
function laneIn(observation: Extract<Observation, { view: unknown }>): string | null {
  if (observation.kind === 'lane-measured') return observation.minute.laneId;
  if (observation.kind === 'traffic-incident') return observation.incident.laneId;
  return observation.violation.laneId;
}

function refuse(code: string, reason: string): Refusal {
  return { code, reason };
}

/** A permit may cover 24,000 cameras and is asked for every observation: look them up, do not search. */
const cameraSets = new WeakMap<PermitClaims, ReadonlySet<Identifier>>();

function camerasOf(claims: PermitClaims): ReadonlySet<Identifier> {
  let cameras = cameraSets.get(claims);
  if (cameras === undefined) {
    cameras = new Set(claims.cameras);
    cameraSets.set(claims, cameras);
  }
  return cameras;
}
