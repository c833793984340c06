import { z } from 'zod';
import { Digest } from '../../digest.ts';
import { Identifier } from '../../identifier.ts';
import { Instant } from '../../instant.ts';
import { FACE_AUTHORISATION_ENDS, FaceAuthorisationKind, FaceSearchScope } from '../face-authorisation.ts';
import { NewWatchlist } from '../watchlist.ts';
import { FACE_MATCH_ANSWERS } from './face-match.ts';

/** Who did something and when: the account as the ledger names it, and the name that it had. */
const Deed = z.object({ at: Instant, by: z.string(), byName: z.string() });

/**
 * The authorisation that a face was searched under, and whether it was in force then: on a camera when the frame was
 * taken, with a picture when it was searched.
 */
export const FaceAuthorisationBasis = z.object({
  kind: z.literal('face-authorisation'),
  id: Identifier,
  caseId: Identifier,
  caseNumber: z.string(),
  watchlistId: Identifier,
  about: FaceAuthorisationKind,
  legalBasis: z.string(),
  scope: FaceSearchScope,
  from: Instant,
  to: Instant,
  falseMatchesPerSearch: z.number(),
  urgent: z.boolean(),
  /** Which offence or missing person, and why: null for readers to whom authorisations are not open. */
  words: z.object({ about: z.string(), reason: z.string() }).nullable(),
  /** sha256 of the whole request with its identifier, as the ledger has it. */
  digest: Digest,
  asked: Deed,
  /** Null: nobody has approved it, which an urgent one may be without for a day. */
  approved: Deed.extend({ noteDigest: Digest }).nullable(),
  ended: Deed.extend({ how: z.enum(FACE_AUTHORISATION_ENDS) }).nullable(),
  /** The first moment at which it opened or will open nothing any more: its own end, its case's or its list's. */
  over: Instant,
  inForce: z.boolean(),
});

/** The list that somebody was on, and what its last review before the search saw. */
export const WatchlistStanding = z.object({
  id: Identifier,
  /** What the list says now: null for readers to whom watchlists are not open, and once it is destroyed. */
  body: NewWatchlist.nullable(),
  /** The newest ledger entry about what the list says; null: there is none. */
  said: z.object({ at: Instant, digest: Digest }).nullable(),
  destroyedAt: Instant.nullable(),
  entryId: Identifier,
  pictureId: Identifier,
  /** How the picture came onto the list; null: the ledger does not say. */
  enrolled: Deed.extend({ sealedDigest: Digest }).nullable(),
  /** Whether the picture is still on the list. */
  isThere: z.boolean(),
  /** The last review before the search, where it was after the enrolment; null: none covered the picture. */
  review: Deed.extend({ revision: z.int().positive() }).nullable(),
});

/** What one person said of a match, told once it is decided. `note` is null for readers who see no citizens' data. */
export const ToldFaceAnswer = z.object({
  id: Identifier,
  at: Instant,
  /** The user's identifier. */
  by: z.string(),
  byName: z.string(),
  role: z.enum(['review', 'ruling']),
  answer: z.enum(FACE_MATCH_ANSWERS),
  note: z.string().nullable(),
  /** sha256 of the answer with its match, as the ledger has it. */
  digest: Digest,
});
export type ToldFaceAnswer = z.infer<typeof ToldFaceAnswer>;
