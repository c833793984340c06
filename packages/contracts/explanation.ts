import { z } from 'zod';
import { ALERT_STATES, REJECT_REASONS } from './alert.ts';
import { Digest } from './digest.ts';
import { EVIDENCE_KINDS } from './evidence-item.ts';
import { FACE_MATCH_STATES } from './faces/matches/face-match.ts';
import {
  FaceAuthorisationBasis,
  ToldFaceAnswer,
  WatchlistStanding,
} from './faces/matches/match-explanation.ts';
import { SearchedMatch } from './faces/matches/searched-match.ts';
import { OrganisationEntry } from './governance/system-entry.ts';
import { ValidationReport } from './governance/validation.ts';
import { Identifier } from './identifier.ts';
import { Instant } from './instant.ts';
import { LedgerEntry } from './ledger-entry.ts';
import { PossibleFaceMatch } from './observation.ts';
import { HotlistHit } from './plates/hotlist.ts';
import { HotlistEntryStanding, HotlistStanding } from './plates/hotlist-standing.ts';
import { CloneSuspicion } from './plates/journey.ts';
import { Priority, SceneRule } from './scene-rule.ts';
import { TrafficIncidentCause } from './traffic/incident-cause.ts';
import { ChallanState } from './violations/challan.ts';
import { challanFacts, violationFacts } from './violations/challan-explanation.ts';
import { CaseDecision } from './violations/violation-case.ts';
import { ViolationKind } from './violations/violation-kind.ts';

export const EXPLANATION_FORMAT = 'amaan-explanation/1';

/**
 * What can be explained. A further kind (a fine) adds its name here, a member to `Explanation`,
 * where its legal authorisation stands a variant to `LegalBasis`, an explainer to the explain service and a
 * check to `checkExplanation`: the compiler asks for each of these.
 */
export const EXPLAINED_KINDS = ['alert', 'face-match', 'challan'] as const;
export const ExplainedKind = z.enum(EXPLAINED_KINDS);
export type ExplainedKind = z.infer<typeof ExplainedKind>;

/** A person's approval as people read it. `demo` marks a seeded decision that no real person took. */
export const ApprovalStatement = z.object({
  by: z.string(),
  role: z.string(),
  at: Instant,
  statement: z.string(),
  demo: z.boolean(),
});

/** How an impact assessment stands. */
export const AssessmentStanding = z.object({ status: z.string(), expiresAt: Instant, demo: z.boolean() });

/** On which law something was done. What is done for a case names that case's authorisation in its place. */
export const LegalBasis = z.discriminatedUnion('kind', [
  /** The organisation's part of the register entry that was in force: whole, so that its digest can be computed. */
  z.object({
    kind: z.literal('register-entry'),
    version: z.int().positive(),
    at: Instant,
    by: z.string(),
    demo: z.boolean(),
    digest: Digest,
    entry: OrganisationEntry,
  }),
  FaceAuthorisationBasis,
  /** No version of the register entry was in force at that moment. */
  z.object({ kind: z.literal('none-recorded') }),
]);
export type LegalBasis = z.infer<typeof LegalBasis>;

/** What every step has. */
const step = {
  /** The console's page about it, as a path; null where there is none. */
  link: z.string().nullable(),
  /** The ledger entries that prove it, by index; each is in `ledger.entries`. */
  entries: z.array(z.int().nonnegative()),
};

/** Words of a person: withheld from readers who may not see what citizens did, its digest stays. */
const note = { note: z.string().nullable(), noteDigest: Digest };

/** One thing that a person did about it. */
export const HumanDecision = z.object({
  id: Identifier,
  /** `confirmed`, `rejected`, or a step of handling such as `acknowledged`. */
  what: z.string(),
  reason: z.enum(REJECT_REASONS).nullable(),
  by: z.string(),
  byName: z.string(),
  at: Instant,
  ...note,
});
export type HumanDecision = z.infer<typeof HumanDecision>;

/** One step of the chain that every explanation is made of, in the order in which it is told. */
export const ExplanationStep = z.discriminatedUnion('step', [
  z.object({
    step: z.literal('frame'),
    ...step,
    digest: Digest,
    capturedAt: Instant,
    clockOffsetMs: z.number(),
    /** What was kept of the moment, by digest; never the pictures themselves. */
    evidence: z.array(
      z.object({ kind: z.enum([...EVIDENCE_KINDS, 'face-crop']), digest: Digest, mediaType: z.string() }),
    ),
  }),
  z.object({
    step: z.literal('model'),
    ...step,
    id: z.string(),
    title: z.string(),
    digest: Digest,
    licence: z.string(),
    source: z.string(),
  }),
  z.object({
    step: z.literal('configuration'),
    ...step,
    digest: Digest,
    system: z.string(),
    version: z.string(),
    /** All that the system may be for; a permit may be for some of it. Left out: those of the permit. */
    purposes: z.array(z.string()).optional(),
    thresholds: z.record(z.string(), z.number()),
    settings: z.record(z.string(), z.union([z.number(), z.string(), z.boolean()])),
  }),
  z.object({ step: z.literal('rule'), ...step, rule: SceneRule, digest: Digest }),
  z.object({
    step: z.literal('hotlist'),
    ...step,
    list: HotlistStanding,
    entry: HotlistEntryStanding,
    /** Why it matched; null for readers who may see no plates. */
    hit: HotlistHit.nullable(),
    cost: z.number().min(0),
    /** Of the whole cause of the alert. */
    digest: Digest,
  }),
  z.object({
    step: z.literal('clone'),
    ...step,
    suspicion: CloneSuspicion.nullable(),
    what: z.enum(['impossible-travel', 'registry-contradiction']),
    digest: Digest,
  }),
  /** What happened on which lane of the view, and how long it took to be certain. */
  z.object({ step: z.literal('traffic-incident'), ...step, cause: TrafficIncidentCause, digest: Digest }),
  /** How alike the faces are, the threshold, the size of the list, and how often chance alone does as much. */
  z.object({
    step: z.literal('resemblance'),
    ...step,
    observation: z.union([PossibleFaceMatch, SearchedMatch]),
  }),
  z.object({ step: z.literal('watchlist'), ...step, list: WatchlistStanding }),
  z.object({
    step: z.literal('permit'),
    ...step,
    id: Identifier,
    issuedAt: Instant,
    expiresAt: Instant,
    purposes: z.array(z.string()),
    models: z.array(z.object({ id: z.string(), digest: Digest })),
    configurationDigest: Digest,
    revokedAt: Instant.nullable(),
    revokedReason: z.string().nullable(),
  }),
  z.object({
    step: z.literal('approvals'),
    ...step,
    /** `account` is who gave it as the ledger names them. */
    approvals: z.array(ApprovalStatement.extend({ id: Identifier, account: z.string() })),
  }),
  z.object({
    step: z.literal('validation'),
    ...step,
    /** The newest one of exactly these models and settings when the permit was issued; null: none is recorded. */
    validation: z
      .object({
        id: Identifier,
        at: Instant,
        passed: z.boolean(),
        models: z.array(z.object({ id: z.string(), digest: Digest })),
        configurationDigest: Digest,
        /** Data set and figures; null for what was recorded before reports were kept. */
        report: ValidationReport.nullable(),
        statement: z.string(),
        demo: z.boolean(),
      })
      .nullable(),
  }),
  z.object({
    step: z.literal('impact-assessment'),
    ...step,
    assessment: AssessmentStanding.extend({
      id: Identifier,
      /** The record that was approved; null for a decision from before records were kept. */
      record: z
        .object({ id: Identifier, number: z.string(), version: z.int().positive(), digest: Digest })
        .nullable(),
    }).nullable(),
  }),
  z.object({
    step: z.literal('authorisation'),
    ...step,
    basis: LegalBasis,
    /** Why no authorisation of a case is needed; null where `basis` is one. */
    reason: z.string().nullable(),
  }),
  z.object({
    step: z.literal('suspension'),
    ...step,
    /** Whether the system is suspended, as a whole or on this camera's group, at the moment of explaining. */
    suspension: z
      .object({
        at: Instant,
        by: z.string(),
        reason: z.string(),
        scope: z.enum(['system', 'camera-group']),
      })
      .nullable(),
    /** Whether the permit was in force when the frame was taken. */
    permitInForceAtCapture: z.boolean(),
  }),
  z.object({ step: z.literal('decisions'), ...step, decisions: z.array(HumanDecision) }),
  /** What was measured by which plan, software and clocks, and which reading of a plate it was joined with. */
  z.object({ step: z.literal('violation'), ...step, ...violationFacts }),
  /** What reviewers, supervisors and the server itself answered, in their order. */
  z.object({
    step: z.literal('case-decisions'),
    ...step,
    decisions: z.array(CaseDecision.omit({ note: true }).extend(note)),
  }),
  /** The law that was applied, and what happened to the challan since. */
  z.object({ step: z.literal('challan'), ...step, ...challanFacts }),
  z.object({
    step: z.literal('face-answers'),
    ...step,
    /** Null until the match is decided: before, nobody is told whether anybody has answered. */
    answers: z.array(ToldFaceAnswer).nullable(),
  }),
]);
export type ExplanationStep = z.infer<typeof ExplanationStep>;

/** An entry of the ledger that `path` leads from its leaf hash to the root of the checkpoint (RFC 9162). */
export const ProvenEntry = z.object({
  index: z.int().nonnegative(),
  entry: LedgerEntry,
  leafHash: Digest,
  path: z.array(Digest),
});
export type ProvenEntry = z.infer<typeof ProvenEntry>;

/** Of what is explained. */
const origin = {
  system: z.string(),
  siteId: Identifier,
  cameraId: Identifier,
  raisedAt: Instant,
  simulated: z.boolean(),
  observationId: Identifier,
  /** sha256 of the observation's canonical JSON, as the ledger has it. */
  observationDigest: Digest,
};

const envelope = {
  format: z.literal(EXPLANATION_FORMAT),
  id: Identifier,
  explainedAt: Instant,
  /** Whether free text about what was seen is replaced by its digest. */
  notesWithheld: z.boolean(),
  steps: z.array(ExplanationStep),
  /** All that a checker needs beside this document: a verifier key from a trusted place. */
  ledger: z.object({
    vkey: z.string(),
    /** Signed note (C2SP tlog-checkpoint) that every proof leads to. */
    checkpoint: z.string(),
    size: z.int().nonnegative(),
    root: Digest,
    entries: z.array(ProvenEntry),
  }),
};

/** Why something exists and what became of it, step by step, checkable without the database. */
export const Explanation = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('alert'),
    ...envelope,
    about: z.object({ ...origin, state: z.enum(ALERT_STATES), priority: Priority }),
  }),
  z.object({
    kind: z.literal('challan'),
    ...envelope,
    about: z.object({ ...origin, state: ChallanState, violation: ViolationKind, caseId: Identifier }),
  }),
  z.object({
    kind: z.literal('face-match'),
    ...envelope,
    about: z.object({
      ...origin,
      /** Null: a search with a picture after the event found it. */
      cameraId: Identifier.nullable(),
      state: z.enum(FACE_MATCH_STATES),
    }),
  }),
]);
export type Explanation = z.infer<typeof Explanation>;
