import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { JunctionPart } from '../traffic/signal-plan.ts';
import { TrafficView } from '../traffic/traffic-view.ts';
import { EnforcementPlan, EnforcementPlanInput, EnforcementRuleId, SpeedSection } from './enforcement.ts';
import { ClockProof, ShownLight, SignalPhases } from './signal-timeline.ts';
import { EvidenceGap } from './suspected-violation.ts';
import { ViolationKind } from './violation-kind.ts';

/** A plan as somebody wants to save it. `PUT /api/cameras/:id/enforcement` answers the `EnforcementPlan` that was made. */
export const EnforcementPlanChange = z.object({
  plan: EnforcementPlanInput,
  /** The version that the person saw, so that nobody overwrites what they did not see; 0: there was none. */
  seen: z.int().nonnegative(),
  /** Why, for whoever reads the history. */
  note: z.string().trim().max(500).default(''),
});
export type EnforcementPlanChange = z.infer<typeof EnforcementPlanChange>;

/** What is wrong with a rule. An `error` keeps the plan from being saved; after a `warning` nothing, or less, is reported. */
export const EnforcementProblem = z.object({
  /** Null: it is about the whole plan. */
  ruleId: EnforcementRuleId.nullable(),
  severity: z.enum(['error', 'warning']),
  /** Stable, for example `RULE_LANE_UNKNOWN`. */
  code: z.string(),
  /** One sentence. */
  message: z.string(),
});
export type EnforcementProblem = z.infer<typeof EnforcementProblem>;

/** Answer of `POST /api/cameras/:id/enforcement/preview`, which saves nothing. Body: `EnforcementPlanInput`. */
export const EnforcementPreview = z.object({ problems: z.array(EnforcementProblem) });
export type EnforcementPreview = z.infer<typeof EnforcementPreview>;

/**
 * Answer of `POST /api/cameras/:id/enforcement/draft`, which saves nothing: a plan that follows from the camera's lanes, to
 * be looked at and corrected by a person.
 */
export const EnforcementDraft = z.object({
  plan: EnforcementPlanInput,
  problems: z.array(EnforcementProblem),
});
export type EnforcementDraft = z.infer<typeof EnforcementDraft>;

/** One version of a plan in its history. */
export const EnforcementPlanVersion = z.object({
  version: z.int().positive(),
  at: Instant,
  byName: z.string(),
  note: z.string(),
  viewVersion: z.int().positive(),
  kinds: z.array(ViolationKind),
  /** Null: in force. */
  retiredAt: Instant.nullable(),
});
export type EnforcementPlanVersion = z.infer<typeof EnforcementPlanVersion>;

/** A signal that rules of a camera are enforced by, as the server last heard of it. */
export const EnforcedSignal = z.object({
  junctionId: Identifier,
  junctionName: z.string(),
  group: JunctionPart,
  /** Null: nothing was heard for some seconds. */
  source: SignalPhases.shape.source.nullable(),
  light: ShownLight,
  since: Instant.nullable(),
  /** The controller's clock against the control plane's; null: not proven. */
  clock: ClockProof.nullable(),
});
export type EnforcedSignal = z.infer<typeof EnforcedSignal>;

/** What is enforced on one camera, and how it stands. Answer of `GET /api/cameras/:id/enforcement`. */
export const CameraEnforcement = z.object({
  cameraId: Identifier,
  /** Null: nothing is enforced on this camera. */
  plan: EnforcementPlan.nullable(),
  /** The camera's lanes in force; null: none are drawn, and nothing can be enforced. */
  view: TrafficView.nullable(),
  problems: z.array(EnforcementProblem),
  /** Newest first. */
  history: z.array(EnforcementPlanVersion),
  signals: z.array(EnforcedSignal),
  /** The clock of the worker that looks at the camera, against the control plane's; null: not proven. */
  clock: ClockProof.nullable(),
  /** Why nothing is enforced now though there is a plan, in one sentence; null: it is, or there is none. */
  stopped: z.string().nullable(),
});
export type CameraEnforcement = z.infer<typeof CameraEnforcement>;

/** A camera with a plan in force. Answer of `GET /api/enforcement`: a list of them, by name. */
export const EnforcedCamera = z.object({
  cameraId: Identifier,
  cameraName: z.string(),
  siteId: Identifier,
  planId: Identifier,
  version: z.int().positive(),
  name: z.string(),
  kinds: z.array(ViolationKind),
  stopped: z.string().nullable(),
});
export type EnforcedCamera = z.infer<typeof EnforcedCamera>;

/** Body of `POST /api/speed-sections` and `PUT /api/speed-sections/:id`. */
export const SpeedSectionInput = SpeedSection.omit({ id: true });
export type SpeedSectionInput = z.infer<typeof SpeedSectionInput>;
export const SpeedSectionChange = z.object({
  section: SpeedSectionInput,
  /** Left out: the deployment's first site. Only when a section is made. */
  siteId: Identifier.optional(),
  /** As in `EnforcementPlanChange`. */
  seen: z.int().nonnegative().default(0),
});
export type SpeedSectionChange = z.infer<typeof SpeedSectionChange>;

/** A section as stored, with the cameras whose plans name it. Answer of `GET /api/speed-sections`: a list of them. */
export const SpeedSectionView = z.object({
  section: SpeedSection,
  version: z.int().positive(),
  siteId: Identifier,
  ends: z.array(
    z.object({
      cameraId: Identifier,
      cameraName: z.string(),
      end: z.enum(['entry', 'exit']),
      ruleId: EnforcementRuleId,
    }),
  ),
});
export type SpeedSectionView = z.infer<typeof SpeedSectionView>;

/** Query string of `GET /api/enforcement/gaps`. */
export const EvidenceGapQuery = z.object({
  from: Instant,
  to: Instant,
  cameraId: Identifier.optional(),
});
export type EvidenceGapQuery = z.infer<typeof EvidenceGapQuery>;

/** How often something looked like a violation and was not reported, and why. No vehicle is named. */
export const EvidenceGapSum = z.object({
  cameraId: Identifier,
  kind: ViolationKind,
  reason: EvidenceGap,
  count: z.int().positive(),
});
export type EvidenceGapSum = z.infer<typeof EvidenceGapSum>;
