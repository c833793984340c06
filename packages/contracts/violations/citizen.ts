import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Challan, ChallanEvent } from './challan.ts';
import { CitizenContest } from './contest.ts';
import { PayingWays } from './payment.ts';
import { SuspectedViolation } from './suspected-violation.ts';
import { CaseEvidence } from './violation-case.ts';

/** What somebody types who wants to see a challan. Spaces, hyphens and small letters do not matter. */
export const CitizenLookup = z.object({
  plate: z.string().trim().min(2).max(24),
  number: z.string().trim().min(2).max(40),
});
export type CitizenLookup = z.infer<typeof CitizenLookup>;

/** The header that carries the token: it stands in no address, so in no log. */
export const CHALLAN_TOKEN_HEADER = 'x-challan-token';

/** A piece of evidence, as `CaseEvidence`: the very same that the reviewer saw, without the name of the original. */
export const CitizenEvidence = CaseEvidence.pick({
  key: true,
  mediaType: true,
  capturedAt: true,
  view: true,
});
export type CitizenEvidence = z.infer<typeof CitizenEvidence>;

/** One thing that happened to a challan. Nobody is named, and officers' notes are not shown. */
export const CitizenEvent = ChallanEvent.pick({ at: true, event: true, to: true, cause: true });
export type CitizenEvent = z.infer<typeof CitizenEvent>;

/** Whether it may be contested now, until when, and if not why not. */
export const MayContest = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true), until: Instant }),
  z.object({
    allowed: z.literal(false),
    why: z.enum(['contested-before', 'too-late', 'over']),
  }),
]);
export type MayContest = z.infer<typeof MayContest>;

/** A challan as whoever holds its number and plate sees it. */
export const CitizenChallan = z.object({
  ...Challan.pick({
    number: true,
    province: true,
    plate: true,
    kind: true,
    state: true,
    occurredAt: true,
    issuedAt: true,
    law: true,
    amount: true,
    currency: true,
    cancelCause: true,
    contestBy: true,
    simulated: true,
  }).shape,
  /** The camera's name. */
  place: z.string(),
  /** What was measured, as the reviewer saw it: crossings, signal, speed, each with its error. */
  found: SuspectedViolation,
  /** Null: nothing is to be paid now. */
  payBy: Instant.nullable(),
  /** How it is paid; null: nothing is to be paid now, or no gateway is set up. */
  paying: PayingWays.nullable(),
  /** Why it was taken back with many others; null: it was not. */
  takenBack: LocalText.nullable(),
  evidence: z.array(CitizenEvidence),
  /** Under which permit the software ran. */
  permitId: Identifier,
  history: z.array(CitizenEvent),
  contest: CitizenContest.nullable(),
  mayContest: MayContest,
});
export type CitizenChallan = z.infer<typeof CitizenChallan>;

/** The answer to a look-up that found something. */
export const CitizenChallanAnswer = z.object({
  challan: CitizenChallan,
  /** Opens this challan's evidence and its contest, and nothing else. */
  token: z.string(),
  tokenUntil: Instant,
});
export type CitizenChallanAnswer = z.infer<typeof CitizenChallanAnswer>;
