import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Point } from '../geometry.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { LaneId } from '../traffic/traffic-view.ts';
import { EnforcementRuleId } from './enforcement.ts';
import { SignalEvidence } from './signal-timeline.ts';
import { ViolationKind } from './violation-kind.ts';

/** The rule that was broken, and the version of the plan that it stands in. */
export const EnforcementReference = z.object({
  planId: Identifier,
  version: z.int().positive(),
  ruleId: EnforcementRuleId,
});
export type EnforcementReference = z.infer<typeof EnforcementReference>;

/** A vehicle's front went over a line. */
export const LineCrossed = z.object({
  at: Instant,
  /** Greatest error of the instant, in milliseconds: the time between two frames, and what the place may be wrong by. */
  errorMs: z.number().nonnegative(),
  /** Where on the picture its foot point was. */
  place: Point,
});
export type LineCrossed = z.infer<typeof LineCrossed>;

/** How a speed came about: by places on the calibrated ground, by two lines, or by two cameras. */
export const SPEED_METHODS = ['ground', 'lines', 'section'] as const;

/** A speed against its limit. What counts is `kmh - coverage * errorKmh`, the lower bound. */
export const SpeedEvidence = z.object({
  kmh: z.number().nonnegative(),
  /** Standard error, all causes together. */
  errorKmh: z.number().nonnegative(),
  /** How many standard errors are taken off in favour of the driver. */
  coverage: z.number().positive(),
  lowerKmh: z.number().nonnegative(),
  limitKmh: z.number().positive(),
  toleranceKmh: z.number().nonnegative(),
  method: z.enum(SPEED_METHODS),
});
export type SpeedEvidence = z.infer<typeof SpeedEvidence>;

/** What a model says of the riders or the driver in one picture of a vehicle. */
export const RiderVerdict = z.object({
  modelDigest: Digest,
  at: Instant,
  verdict: z.enum(['worn', 'not-worn', 'unclear']),
  confidence: z.number().min(0).max(1),
});
export type RiderVerdict = z.infer<typeof RiderVerdict>;

const common = {
  /** The lane that the vehicle came from or was in; null where the rule has none. */
  laneId: LaneId.nullable(),
  /** When the vehicle's track began, and when it was last seen. */
  firstSeenAt: Instant,
  lastSeenAt: Instant,
  /** Foot points over the track's life, thinned. */
  path: z.array(z.object({ at: Instant, place: Point })).max(64),
  /** The system's version that judged, for example `traffic-violations 0.2.0`; its settings are in the configuration's digest. */
  softwareVersion: z.string().min(1).max(80),
  /** The version of the traffic view whose calibration was measured with; null: no metres were needed. */
  calibrationVersion: z.int().positive().nullable(),
};

/** What a vehicle seems to have done, with all that says so. A person decides whether it did. */
export const SuspectedViolation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('red-light'),
    ...common,
    entry: LineCrossed,
    exit: LineCrossed,
    signal: SignalEvidence,
  }),
  z.object({
    kind: z.literal('stop-line'),
    ...common,
    entry: LineCrossed,
    /** Since when it stood beyond the line, and for how long until it was reported. */
    restedFrom: Instant,
    restSeconds: z.number().positive(),
    signal: SignalEvidence,
  }),
  z.object({
    kind: z.literal('wrong-way'),
    ...common,
    from: Instant,
    to: Instant,
    /** Against the driving direction; null without a calibration. */
    metres: z.number().positive().nullable(),
  }),
  z.object({ kind: z.literal('speed'), ...common, crossing: LineCrossed, speed: SpeedEvidence }),
  z.object({
    kind: z.literal('average-speed'),
    ...common,
    sectionId: Identifier,
    entry: z.object({ cameraId: Identifier, at: Instant, errorMs: z.number().nonnegative() }),
    exit: z.object({ cameraId: Identifier, at: Instant, errorMs: z.number().nonnegative() }),
    distanceM: z.number().positive(),
    speed: SpeedEvidence,
  }),
  z.object({
    kind: z.literal('lane'),
    ...common,
    from: Instant,
    to: Instant,
    /** Over a solid line; null: in a lane that its class may not use. */
    crossing: LineCrossed.nullable(),
  }),
  z.object({ kind: z.literal('prohibited-turn'), ...common, entry: LineCrossed, exit: LineCrossed }),
  z.object({
    kind: z.literal('no-parking'),
    ...common,
    from: Instant,
    to: Instant,
    seconds: z.number().positive(),
    allowedSeconds: z.number().positive(),
  }),
  z.object({
    kind: z.literal('helmet'),
    ...common,
    verdicts: z.array(RiderVerdict).min(1).max(20),
  }),
  z.object({
    kind: z.literal('seat-belt'),
    ...common,
    verdicts: z.array(RiderVerdict).min(1).max(20),
  }),
]);
export type SuspectedViolation = z.infer<typeof SuspectedViolation>;
export type SuspectedViolationOf<Kind extends ViolationKind> = Extract<SuspectedViolation, { kind: Kind }>;

/** When the violation happened: what the law, the deadline and the search for duplicates go by. */
export function violationInstant(violation: SuspectedViolation): Instant {
  switch (violation.kind) {
    case 'red-light':
    case 'stop-line':
    case 'prohibited-turn':
      return violation.entry.at;
    case 'speed':
      return violation.crossing.at;
    case 'average-speed':
      return violation.exit.at;
    case 'wrong-way':
    case 'lane':
    case 'no-parking':
      return violation.from;
    case 'helmet':
    case 'seat-belt':
      return violation.verdicts[0]?.at ?? violation.firstSeenAt;
  }
}

/** Whether a simulated signal said so: nobody really passed a red light, whatever the camera saw. */
export function restsOnSimulatedSignal(violation: SuspectedViolation): boolean {
  return 'signal' in violation && violation.signal.source === 'simulated';
}

/** Why there is no case although something looked like one. In doubt for the driver. */
export const EVIDENCE_GAPS = [
  /** Nobody knows what the signal showed. */
  'signal-unknown',
  /** Red for so short that errors and grace may account for it. */
  'signal-too-short',
  'clock-unproven',
  'clock-skew',
  /** The track jumped, changed its size or its class, or was joined from two: it may be two vehicles. */
  'track-broken',
  /** Not seen where it matters, for longer than may be bridged. */
  'hidden',
  /** First seen when it was already over the line. */
  'seen-too-late',
  /** The front is not in the picture, and where it was is not known well enough. */
  'front-unknown',
  /** Above the limit by its value, not by its lower bound. */
  'speed-uncertain',
  /** It was not certain which class of vehicle this is. */
  'class-unsure',
  /** The camera has moved since it was calibrated, or has no calibration. */
  'not-calibrated',
  /** Pictures were missing. */
  'pictures-missing',
  /** The model's verdicts were too few, unsure or did not agree. */
  'verdict-unsure',
] as const;
export const EvidenceGap = z.enum(EVIDENCE_GAPS);
export type EvidenceGap = z.infer<typeof EvidenceGap>;

/** How often something was not reported in one minute on one camera, and why. No vehicle is named. */
export const EvidenceGapCount = z.object({
  /** The minute's first instant. */
  minute: Instant,
  kind: ViolationKind,
  reason: EvidenceGap,
  count: z.int().positive(),
});
export type EvidenceGapCount = z.infer<typeof EvidenceGapCount>;
