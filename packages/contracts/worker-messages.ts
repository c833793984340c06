import { z } from 'zod';
import { CameraStatus } from './camera.ts';
import { TrackedObject } from './detection.ts';
import { Digest } from './digest.ts';
import { EvidenceItem } from './evidence-item.ts';
import { FacesSearched } from './faces/matches/faces-searched.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { ImageMeasurement } from './monitoring.ts';
import { Denial, Observation } from './observation.ts';
import { PermitToken } from './permit.ts';
import { SceneRule } from './scene-rule.ts';
import {
  AssignedTrafficView,
  CalibrationAnchorsTaken,
  CalibrationDrifted,
  TrafficIncidentOver,
} from './traffic/worker-traffic.ts';
import { EnforcementPlan } from './violations/enforcement.ts';
import { SectionPassage } from './violations/section-passage.ts';
import { ClockProof } from './violations/signal-timeline.ts';
import { EvidenceGapsCounted } from './violations/worker-enforcement.ts';

/** Subjects on the bus. Acknowledged ones are kept until committed; announced ones reach who listens. */
export const SUBJECTS = {
  /** acknowledged: `WorkerReport`, worker → server */
  reports: 'worker.reports',
  /** request: `AssignmentRequest` → `Assignment`, worker → server */
  assignment: 'worker.assignment',
  /** request: `SimulationRequest` → `SimulationAnswer`, simulator → server */
  simulation: 'simulation.cameras',
  /** request: no payload → `SimulationPermits`, simulator → server */
  simulationPermits: 'simulation.permits',
  /** announced: `Heartbeat`, worker → server */
  heartbeat: 'worker.heartbeat',
  /** announced: no payload; workers ask for their assignment again */
  assignmentChanged: 'control.assignment-changed',
  /** announced: `Revocation`, server → workers */
  revocation: 'control.revocation',
} as const;

/** What a worker must not lose. */
export const WorkerReport = z.discriminatedUnion('type', [
  z.object({ type: z.literal('observation'), observation: Observation }),
  z.object({ type: z.literal('evidence'), item: EvidenceItem }),
  z.object({ type: z.literal('denial'), denial: Denial }),
  z.object({ type: z.literal('faces-searched'), searched: FacesSearched }),
  z.object({ type: z.literal('traffic-incident-over'), over: TrafficIncidentOver }),
  z.object({ type: z.literal('calibration-anchors'), taken: CalibrationAnchorsTaken }),
  z.object({ type: z.literal('calibration-drift'), drifted: CalibrationDrifted }),
  z.object({ type: z.literal('evidence-gaps'), gaps: EvidenceGapsCounted }),
  z.object({ type: z.literal('section-passage'), passage: SectionPassage }),
]);
export type WorkerReport = z.infer<typeof WorkerReport>;

export const AssignmentRequest = z.object({ workerId: Identifier, sentAt: Instant });
export type AssignmentRequest = z.infer<typeof AssignmentRequest>;

/** A camera with its secrets: travels only on the bus, is never logged. */
export const AssignedCamera = z.object({
  id: Identifier,
  siteId: Identifier,
  name: z.string(),
  url: z.string(),
  analysisRate: z.number(),
  readsPlates: z.boolean().default(false),
  rules: z.array(SceneRule),
  /** Null: no traffic is measured on it. */
  traffic: AssignedTrafficView.nullable().default(null),
  /** Null: nothing is enforced on it. It is drawn upon the lanes in `traffic`. */
  enforcement: EnforcementPlan.nullable().default(null),
});
export type AssignedCamera = z.infer<typeof AssignedCamera>;

export const Assignment = z.object({
  /** Control plane's clock when it answered; the worker derives its clock offset from it. */
  serverTime: Instant,
  cameras: z.array(AssignedCamera),
  /** At most one permit per AI system. */
  permits: z.array(z.object({ system: z.string(), token: PermitToken })),
  /** Ed25519 public keys (JWK) that permits are checked against. */
  permitKeys: z.array(z.record(z.string(), z.json())),
  revokedPermits: z.array(Identifier),
  /** Permits that were revoked for some of their cameras only. */
  revokedCameras: z.array(z.object({ permitId: Identifier, cameras: z.array(Identifier) })).default([]),
});
export type Assignment = z.infer<typeof Assignment>;

export const Revocation = z.object({
  permitId: Identifier,
  /** The cameras that stop; null: the whole permit. */
  cameras: z.array(Identifier).nullable().default(null),
  system: z.string(),
  reason: z.string(),
  at: Instant,
});
export type Revocation = z.infer<typeof Revocation>;

export const Heartbeat = z.object({
  workerId: Identifier,
  at: Instant,
  /** Loopback or cluster URL of the worker's live-view endpoint (WebSocket), and the secret it asks for. */
  liveUrl: z.string(),
  liveToken: z.string(),
  cameras: z.array(CameraStatus),
  /** Digests of the models loaded, by model id. */
  models: z.record(z.string(), Digest),
  /** Of pictures since the last heartbeat. One that is lost is missed by no statistic. */
  images: z.array(ImageMeasurement).optional(),
  /** The worker's clock against the control plane's; null: not proven. */
  clock: ClockProof.nullable().optional(),
});
export type Heartbeat = z.infer<typeof Heartbeat>;

/**
 * Text messages of the live-view WebSocket; its binary messages are fragmented MP4: first the
 * initialisation segment, then fragments, the first of which starts with a key frame.
 * `streamSeconds` is on the clock of the fragments' presentation times.
 */
export const LiveMessage = z.discriminatedUnion('type', [
  /** From the server, before anything else: whether faces and plates are covered in what follows. */
  z.object({ type: z.literal('view'), masked: z.boolean() }),
  z.object({ type: z.literal('start'), mimeType: z.string() }),
  z.object({
    type: z.literal('objects'),
    streamSeconds: z.number(),
    capturedAt: Instant,
    objects: z.array(TrackedObject),
  }),
  z.object({ type: z.literal('end'), reason: z.string() }),
]);
export type LiveMessage = z.infer<typeof LiveMessage>;
