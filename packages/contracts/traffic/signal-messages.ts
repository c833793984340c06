import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { PhaseLogged } from '../violations/phase-log.ts';
import { Assignment, AssignmentRequest } from '../worker-messages.ts';
import { VehicleReport, WaveStop, WaveStopState } from './emergency-wave.ts';
import { Junction } from './junction.ts';
import { JunctionDefinition, JunctionOutputInput, SignalEvent } from './junction-record.ts';
import { LaneMinute } from './lane-measures.ts';
import { ControllerName, SignalDecision, SignalMode } from './signal-decision.ts';
import { JunctionLive, SignalProblem } from './signal-live.ts';
import { JunctionPart } from './signal-plan.ts';
import { WhatIfResult } from './what-if.ts';

/** Subjects on the bus between the process of signal control and the others; revocations reach it as they reach workers. */
export const SIGNAL_SUBJECTS = {
  /** request: `SignalAssignmentRequest` → `SignalAssignment`, signals → server */
  assignment: 'signals.assignment',
  /** announced: no payload; ask for the assignment again */
  assignmentChanged: 'signals.assignment-changed',
  /** announced: `FixedPlanNow`, server → signals: at once, before any new assignment */
  fixedPlanNow: 'signals.fixed-plan-now',
  /** announced: `LaneStates`, worker → signals, several times a second */
  laneStates: 'signals.lane-states',
  /** announced: `SignalPhases`, signals → workers: at every change of an enforced junction, and once a second */
  phases: 'signals.phases',
  /** announced: `SignalsLive`, signals → server, once a second */
  live: 'signals.live',
  /** acknowledged: `SignalReport`, signals → server */
  reports: 'signals.reports',
  /** request: `NetworkRequest` → `NetworkAnswer`, server → signals */
  network: 'signals.network',
  /** request: `WhatIfRequest` → `WhatIfWork`, signals → server */
  whatIf: 'signals.what-if',
  /** announced: `WhatIfCancelled`, server → signals */
  whatIfCancelled: 'signals.what-if-cancelled',
} as const;

/** What a camera sees of the lanes of a junction now. */
export const LaneStates = z.object({
  cameraId: Identifier,
  at: Instant,
  /** How far it sees before the stop line, in metres. */
  range: z.number().positive(),
  lanes: z.array(
    z.object({
      junctionId: Identifier,
      /** Lane of the junction. */
      lane: JunctionPart,
      /** Nearest to the stop line first. */
      vehicles: z.array(
        z.object({ track: z.string(), distance: z.number().nonnegative(), speed: z.number().nonnegative() }),
      ),
      /** Vehicles that drove over the stop line since the last message about this lane. */
      departed: z.int().nonnegative(),
      /** Whether a vehicle is on the stop line. */
      isOccupied: z.boolean(),
    }),
  ),
});
export type LaneStates = z.infer<typeof LaneStates>;

export const SignalAssignmentRequest = AssignmentRequest;
export type SignalAssignmentRequest = z.infer<typeof SignalAssignmentRequest>;

/** A junction as the process leads it; its output carries secrets and travels on the bus alone. */
export const AssignedJunction = z.object({
  junctionId: Identifier,
  siteId: Identifier,
  version: z.int().positive(),
  definition: Junction,
  contradictions: z.array(z.string()),
  mode: SignalMode,
  controller: ControllerName,
  output: JunctionOutputInput,
  /** Whether a rule is enforced by its lights, which are then looked at ten times a second, announced and logged. */
  isEnforced: z.boolean().default(false),
});
export type AssignedJunction = z.infer<typeof AssignedJunction>;

/** An emergency wave that runs. */
export const AssignedWave = z.object({
  id: Identifier,
  startedAt: Instant,
  until: Instant,
  stops: z.array(WaveStop.extend({ position: Junction.shape.position })),
  lastReport: VehicleReport.nullable(),
});
export type AssignedWave = z.infer<typeof AssignedWave>;

/** What the process is to do. Permits are those for `signal-control`; they name junctions and no camera. */
export const SignalAssignment = Assignment.omit({ cameras: true }).extend({
  junctions: z.array(AssignedJunction),
  waves: z.array(AssignedWave),
});
export type SignalAssignment = z.infer<typeof SignalAssignment>;

export const FixedPlanNow = z.object({ junctions: z.array(Identifier), reason: z.string() });
export type FixedPlanNow = z.infer<typeof FixedPlanNow>;

/** Where a stop of a wave stands, as the process leads it. */
export const WaveProgress = z.object({
  waveId: Identifier,
  stops: z.array(
    z.object({
      junctionId: Identifier,
      expectedAt: Instant,
      state: WaveStopState,
      problem: z.string().nullable(),
    }),
  ),
});
export type WaveProgress = z.infer<typeof WaveProgress>;

export const SignalsLive = z.object({
  processId: Identifier,
  at: Instant,
  junctions: z.array(JunctionLive),
  waves: z.array(WaveProgress),
});
export type SignalsLive = z.infer<typeof SignalsLive>;

/** What must not be lost. */
export const SignalReport = z.discriminatedUnion('type', [
  z.object({ type: z.literal('decision'), junctionId: Identifier, decision: SignalDecision }),
  /** Only `fell-back`, `recovered` and `wave` come from the process. */
  z.object({ type: z.literal('event'), event: SignalEvent }),
  /** A light of an enforced junction that is over. */
  z.object({ type: z.literal('phase'), phase: PhaseLogged }),
  z.object({
    type: z.literal('what-if-progress'),
    whatIfId: Identifier,
    attempt: z.int().positive(),
    progress: z.number().min(0).max(1),
  }),
  z.object({
    type: z.literal('what-if-ended'),
    whatIfId: Identifier,
    attempt: z.int().positive(),
    results: z.array(WhatIfResult),
    problem: SignalProblem.nullable(),
  }),
]);
export type SignalReport = z.infer<typeof SignalReport>;

/** What the process says of a replay. */
export type WhatIfReport = Extract<SignalReport, { type: 'what-if-progress' | 'what-if-ended' }>;

export const WhatIfRequest = z.object({ processId: Identifier });
export type WhatIfRequest = z.infer<typeof WhatIfRequest>;

/** A replay to work on, or null where none waits. */
export const WhatIfWork = z
  .object({
    whatIfId: Identifier,
    /** How often it was begun: what an earlier attempt still says is ignored. */
    attempt: z.int().positive(),
    junction: Junction,
    /** The network's file among the objects, and the junction's name there; null: a network is made for it. */
    network: z.object({ digest: Digest, junction: z.string() }).nullable(),
    from: Instant,
    to: Instant,
    controllers: z.array(ControllerName),
    seeds: z.int().positive(),
    /** Measured minutes, by the junction's lane. */
    minutes: z.array(LaneMinute.pick({ from: true, sums: true }).extend({ lane: JunctionPart })),
  })
  .nullable();
export type WhatIfWork = z.infer<typeof WhatIfWork>;

export const WhatIfCancelled = z.object({ whatIfId: Identifier });
export type WhatIfCancelled = z.infer<typeof WhatIfCancelled>;

/** A SUMO network among the objects that is to be read. */
export const NetworkRequest = z.object({ digest: Digest });
export type NetworkRequest = z.infer<typeof NetworkRequest>;

/** The signalled junctions that a network has; null where one cannot be taken over, and why. */
export const NetworkAnswer = z.object({
  junctions: z.array(
    z.object({
      id: z.string(),
      lanes: z.int().nonnegative(),
      problem: z.string().nullable(),
      definition: JunctionDefinition.nullable(),
    }),
  ),
});
export type NetworkAnswer = z.infer<typeof NetworkAnswer>;
