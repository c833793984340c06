import { z } from 'zod';
import { Digest } from '../digest.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { ChallanEvent } from './challan.ts';
import { AppliedLaw } from './law.ts';
import { SignalEvidence } from './signal-timeline.ts';
import { EnforcementReference } from './suspected-violation.ts';
import { ViolationKind } from './violation-kind.ts';

/** What the chain of a challan says of what was measured. No plate and no picture is in it. */
export const violationFacts = {
  kind: ViolationKind,
  occurredAt: Instant,
  enforcement: EnforcementReference,
  softwareVersion: z.string(),
  calibrationVersion: z.int().positive().nullable(),
  /** Null: the violation is none of a signal. */
  signal: SignalEvidence.omit({ timeline: true }).nullable(),
  plateRead: z.object({ id: Identifier, digest: Digest, permitId: Identifier }),
};

/** What it says of the law that was applied, and of what happened since. */
export const challanFacts = {
  law: AppliedLaw,
  amount: z.int().positive(),
  issuedAt: Instant,
  payBy: Instant,
  events: z.array(ChallanEvent.pick({ id: true, at: true, event: true, from: true, to: true, cause: true })),
};
