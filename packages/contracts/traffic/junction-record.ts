import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Junction } from './junction.ts';
import { ControllerName, SignalMode } from './signal-decision.ts';
import { JunctionLive } from './signal-live.ts';

/** A junction as engineers write it down: its identifier is given when it is stored. */
export const JunctionDefinition = Junction.omit({ id: true });
export type JunctionDefinition = z.infer<typeof JunctionDefinition>;

/** A phase of the controller, and whether the group is its vehicles' signal or the walk beside it. */
export const NtcipPhase = z.strictObject({
  /** Phase number of the controller, from 1. */
  phase: z.int().min(1).max(40),
  pedestrian: z.boolean().default(false),
});
export type NtcipPhase = z.infer<typeof NtcipPhase>;

const ntcip = {
  kind: z.literal('ntcip'),
  /** Name or address of the controller, and its UDP port of SNMP. */
  host: z.string().trim().min(1).max(253),
  port: z.int().min(1).max(65_535).default(161),
  /** The phase of each signal group, by the group's id. */
  phases: z.record(z.string(), NtcipPhase),
  /** Pattern that the controller runs by itself: 1–253, 254 free, 0 its own time of day. */
  fixedPattern: z.int().min(0).max(254).default(0),
  /** Seconds without a command after which the controller goes back to its own plan by itself (`unitBackupTime`). */
  backupSeconds: z.int().min(3).max(60).default(5),
  /** Seconds by which its clock may differ before that is said. */
  clockTolerance: z.number().min(0.5).max(600).default(5),
};

/** How the controller knows who asks: a community name (SNMPv1), or a user with two keys (SNMPv3, SHA and AES). */
export const NtcipCredentials = z.discriminatedUnion('version', [
  z.strictObject({ version: z.literal('v1'), community: z.string().min(1).max(64) }),
  z.strictObject({
    version: z.literal('v3'),
    user: z.string().min(1).max(32),
    authKey: z.string().min(8).max(128),
    privKey: z.string().min(8).max(128),
  }),
]);
export type NtcipCredentials = z.infer<typeof NtcipCredentials>;

/**
 * Where the junction's states go. `none`: nowhere, so it cannot be controlled. `simulated`: to a made-up road with a
 * made-up controller of our own, which is labelled so everywhere. `ntcip`: to a controller over NTCIP 1202.
 */
export const JunctionOutputInput = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('none') }),
  z.strictObject({
    kind: z.literal('simulated'),
    /** Whether a simulated controller stands between, spoken to over NTCIP as a real one. */
    ntcip: z.boolean().default(true),
    /** Vehicles an hour that arrive on each approach lane. */
    arrivalsPerHour: z.number().min(0).max(2_000).default(300),
  }),
  z.strictObject({ ...ntcip, credentials: NtcipCredentials }),
]);
export type JunctionOutputInput = z.infer<typeof JunctionOutputInput>;

/** The same without its secrets, as people read it. */
export const JunctionOutput = z.discriminatedUnion('kind', [
  JunctionOutputInput.options[0],
  JunctionOutputInput.options[1],
  z.strictObject({ ...ntcip, version: z.enum(['v1', 'v3']) }),
]);
export type JunctionOutput = z.infer<typeof JunctionOutput>;

const note = z.string().trim().min(3).max(1000);

export const JunctionInput = z.strictObject({
  siteId: Identifier,
  definition: JunctionDefinition,
  /** The network that it was read from, for what-if; null: none. */
  networkId: Identifier.nullable().default(null),
  note,
});
export type JunctionInput = z.infer<typeof JunctionInput>;

export const JunctionChange = z.strictObject({
  /** The version that the change was made on. */
  seen: z.int().positive(),
  definition: JunctionDefinition,
  note,
});
export type JunctionChange = z.infer<typeof JunctionChange>;

export const JunctionSettings = z.strictObject({ controller: ControllerName });
export type JunctionSettings = z.infer<typeof JunctionSettings>;

/** A mode that somebody sets, and why. `control` needs an approval in force. */
export const ModeChange = z.strictObject({ mode: SignalMode, reason: note });
export type ModeChange = z.infer<typeof ModeChange>;

/** The way back to the fixed plan at once, and why. */
export const FixedPlanOrder = z.strictObject({ reason: note });
export type FixedPlanOrder = z.infer<typeof FixedPlanOrder>;

/** A junction in the list of all. */
export const JunctionSummary = z.object({
  id: Identifier,
  siteId: Identifier,
  name: z.string(),
  position: Junction.shape.position,
  version: z.int().positive(),
  /** What contradicts itself in its definition, one sentence each: it stays on its fixed plan while there is any. */
  contradictions: z.array(z.string()),
  mode: SignalMode,
  modeSince: Instant,
  controller: ControllerName,
  output: z.enum(['none', 'simulated', 'ntcip']),
  /** Made up for demonstration. */
  simulated: z.boolean(),
  /** Until when two people allow it to be controlled; null: they do not. */
  approvedUntil: Instant.nullable(),
  /** What it shows now; null: the process of signal control has not spoken of it within the last seconds. */
  live: JunctionLive.nullable(),
});
export type JunctionSummary = z.infer<typeof JunctionSummary>;

export const JunctionDetails = JunctionSummary.extend({
  definition: Junction,
  outputSettings: JunctionOutput,
  networkId: Identifier.nullable(),
  createdAt: Instant,
  changedBy: z.string(),
  note: z.string(),
});
export type JunctionDetails = z.infer<typeof JunctionDetails>;

export const JunctionVersion = z.object({
  version: z.int().positive(),
  at: Instant,
  by: z.string(),
  note: z.string(),
  definition: Junction,
});
export type JunctionVersion = z.infer<typeof JunctionVersion>;

/** What happened to a junction's control: changes of mode, ways back to the fixed plan, falls back to it. */
export const SignalEvent = z.object({
  id: Identifier,
  junctionId: Identifier,
  at: Instant,
  kind: z.enum(['mode', 'fixed-plan', 'fell-back', 'recovered', 'permit', 'wave']),
  /** Code for programs, for example `stale-data` or `NTCIP_NO_ANSWER`. */
  code: z.string(),
  /** For people. */
  text: z.string(),
  by: z.string(),
});
export type SignalEvent = z.infer<typeof SignalEvent>;

export const SignalPageQuery = z.object({
  /** The last one of the page before. */
  before: Instant.optional(),
  limit: z.coerce.number().int().min(1).max(500).default(100),
});
export type SignalPageQuery = z.infer<typeof SignalPageQuery>;
