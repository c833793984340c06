import { z } from 'zod';
import { LocalText } from '../ai-system.ts';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { CitizenContest } from './contest.ts';

/** What somebody types who wants to see a challan. Spaces, hyphens and small letters do not matter. */
export const CitizenLookup = z.object({
  plate: z.string().trim().min(2).max(24),
  number: z.string().trim().min(2).max(40),
});
export type CitizenLookup = z.infer<typeof CitizenLookup>;

/** The header that carries the token: it stands in no address, so in no log. */
export const CHALLAN_TOKEN_HEADER = 'x-challan-token';

/** What is shown, one each: the frames in which the vehicle came over the lines, its plate, the seconds around it. */
export const CITIZEN_EVIDENCE = ['entry', 'exit', 'plate', 'clip'] as const;
export const CitizenEvidenceKey = z.enum(CITIZEN_EVIDENCE);
export type CitizenEvidenceKey = z.infer<typeof CitizenEvidenceKey>;

export const CitizenEvidence = z.object({
  key: CitizenEvidenceKey,
  mediaType: z.string(),
  capturedAt: Instant,
  /** Whether other people's faces and plates are covered; the plate's own picture has nothing to cover. */
  masked: z.boolean(),
});
export type CitizenEvidence = z.infer<typeof CitizenEvidence>;

/** What the signal showed, and when the vehicle came over the lines. Of violations without a signal there is none. */
export const CitizenSignal = z.object({
  /** In order of time; each light lasts until the next. */
  lights: z.array(z.object({ light: z.string(), from: Instant })),
  crossings: z.array(
    z.object({ line: z.enum(['entry', 'exit']), at: Instant, redForMs: z.number().nullable() }),
  ),
  /** By how many milliseconds the clocks of camera and signal may have differed, at most. */
  clockErrorMs: z.number().nonnegative().nullable(),
  source: z.enum(['controller', 'picture']),
});
export type CitizenSignal = z.infer<typeof CitizenSignal>;

/** Kilometres an hour; the true speed lies within `errorKmh` of `kmh`. */
export const CitizenSpeed = z.object({
  kmh: z.number().nonnegative(),
  errorKmh: z.number().nonnegative(),
  limitKmh: z.number().positive(),
  method: z.string(),
});
export type CitizenSpeed = z.infer<typeof CitizenSpeed>;

/** One thing that happened to a challan, in words that the portal has for its code. Nobody is named. */
export const CitizenEvent = z.object({ at: Instant, code: z.string(), note: LocalText.nullable() });
export type CitizenEvent = z.infer<typeof CitizenEvent>;

/** Whether it may be contested now, until when, and if not why not. */
export const MayContest = z.discriminatedUnion('allowed', [
  z.object({ allowed: z.literal(true), until: Instant }),
  z.object({
    allowed: z.literal(false),
    why: z.enum(['contested-before', 'too-late', 'settled', 'cancelled']),
  }),
]);
export type MayContest = z.infer<typeof MayContest>;

/** A challan as whoever holds its number and plate sees it. */
export const CitizenChallan = z.object({
  number: z.string(),
  plate: z.string(),
  state: z.string(),
  issuedAt: Instant,
  violation: z.object({
    kind: z.string(),
    at: Instant,
    /** The camera's name, as it stands on the street. */
    place: z.string(),
    location: z.tuple([z.number(), z.number()]).nullable(),
  }),
  law: z.object({ act: LocalText, section: z.string(), offence: LocalText }),
  /** Whole rupees. */
  amount: z.number().nonnegative(),
  currency: z.string(),
  /** Null: nothing is to be paid now. */
  payBy: Instant.nullable(),
  /** What is named when paying; null: nothing is to be paid now. */
  paymentReference: z.string().nullable(),
  evidence: z.array(CitizenEvidence),
  signal: CitizenSignal.nullable(),
  speed: CitizenSpeed.nullable(),
  /** What made the evidence, so that it can be asked about: version of software and of calibration. */
  madeBy: z.object({ software: z.string(), calibration: z.string().nullable(), permitId: Identifier }),
  history: z.array(CitizenEvent),
  contest: CitizenContest.nullable(),
  mayContest: MayContest,
  simulated: z.boolean(),
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
