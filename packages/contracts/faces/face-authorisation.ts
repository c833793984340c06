import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** The longest time that faces may be searched for on one authorisation. */
export const MOST_AUTHORISED_DAYS = 30;
/** How long an urgent authorisation lives without the approval of a second person. */
export const URGENT_HOURS = 24;
/** A review of a watchlist that is older opens no search any more. */
export const REVIEW_DAYS = 30;

/** What somebody is looked for: an offence, or because nobody knows where they are. */
export const FACE_AUTHORISATION_KINDS = ['offence', 'missing-person'] as const;
export const FaceAuthorisationKind = z.enum(FACE_AUTHORISATION_KINDS);
export type FaceAuthorisationKind = z.infer<typeof FaceAuthorisationKind>;

/** Where it is searched: live on these cameras, or in pictures after the event and on no camera. */
export const FaceSearchScope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('cameras'), cameraIds: z.array(Identifier).min(1).max(500) }),
  z.object({ kind: z.literal('after-the-event') }),
]);
export type FaceSearchScope = z.infer<typeof FaceSearchScope>;

/** What an investigator asks for. */
export const FaceAuthorisationInput = z.object({
  caseId: Identifier,
  kind: FaceAuthorisationKind,
  /** Which offence, or which report of a missing person. */
  about: z.string().trim().min(5).max(300),
  legalBasis: z.string().trim().min(5).max(500),
  reason: z.string().trim().min(20).max(2000),
  scope: FaceSearchScope,
  from: Instant,
  to: Instant,
  watchlistId: Identifier,
  /** Greatest probability of a false match in one search; left out: as the system is configured. */
  falseMatchesPerSearch: z.number().gt(0).max(0.01).optional(),
});
export type FaceAuthorisationInput = z.infer<typeof FaceAuthorisationInput>;

export const FACE_AUTHORISATION_STATES = ['waiting', 'in-force', 'ended'] as const;
export type FaceAuthorisationState = (typeof FACE_AUTHORISATION_STATES)[number];

/** How an authorisation ended: `lapsed` is an urgent one that nobody approved in time. */
export const FACE_AUTHORISATION_ENDS = [
  'refused',
  'revoked',
  'expired',
  'lapsed',
  'case-closed',
  'watchlist-ended',
  'watchlist-destroyed',
] as const;
export type FaceAuthorisationEnd = (typeof FACE_AUTHORISATION_ENDS)[number];

export const FaceAuthorisation = z.object({
  ...FaceAuthorisationInput.shape,
  falseMatchesPerSearch: z.number(),
  id: Identifier,
  siteId: Identifier,
  caseNumber: z.string(),
  /** Null once the list is destroyed. */
  watchlistName: z.string().nullable(),
  urgent: z.boolean(),
  state: z.enum(FACE_AUTHORISATION_STATES),
  /** Whether it opens a search at this moment. */
  live: z.boolean(),
  askedAt: Instant,
  askedBy: z.string(),
  /** When an urgent one ends unless somebody approves it; null: nothing is waited for. */
  approveBy: Instant.nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  decisionNote: z.string().nullable(),
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  end: z.enum(FACE_AUTHORISATION_ENDS).nullable(),
});
export type FaceAuthorisation = z.infer<typeof FaceAuthorisation>;

export const FaceAuthorisationQuery = z.object({
  state: z.enum(FACE_AUTHORISATION_STATES).optional(),
  caseId: Identifier.optional(),
  /** The last one of the page before. */
  after: Identifier.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type FaceAuthorisationQuery = z.infer<typeof FaceAuthorisationQuery>;

/** What a second person says about one that waits, or about an urgent one that is in force already. */
export const FaceAuthorisationDecision = z.object({
  decision: z.enum(['approved', 'refused']),
  note: z.string().trim().min(3).max(1000),
});
export type FaceAuthorisationDecision = z.infer<typeof FaceAuthorisationDecision>;

export const FaceAuthorisationRevocation = z.object({ reason: z.string().trim().min(3).max(1000) });
export type FaceAuthorisationRevocation = z.infer<typeof FaceAuthorisationRevocation>;
