import {
  FACE_AUTHORISATION_ENDS,
  FaceAuthorisationKind,
  FaceSearchScope,
} from '@amaan/contracts/faces/face-authorisation';
import { FACE_MATCH_STATES } from '@amaan/contracts/faces/matches/face-match';
import { ToldFaceAnswer } from '@amaan/contracts/faces/matches/match-explanation';
import { NewWatchlist } from '@amaan/contracts/faces/watchlist';
import { Identifier } from '@amaan/contracts/identifier';
import { Instant } from '@amaan/contracts/instant';
import { z } from 'zod';
import { chainFacts, originFacts } from './chain-facts.ts';

const Deed = z.object({ at: Instant, by: z.string(), byName: z.string() });

/** Everything recorded that explains one possible match of faces, as the database answers it. */
export const FaceMatchFacts = z.object({
  ...chainFacts,
  about: z.object({
    ...originFacts,
    cameraId: Identifier.nullable(),
    state: z.enum(FACE_MATCH_STATES),
  }),
  authorisation: z.object({
    ...{ id: Identifier, caseId: Identifier, caseNumber: z.string(), watchlistId: Identifier },
    kind: FaceAuthorisationKind,
    ...{ about: z.string(), legalBasis: z.string(), reason: z.string() },
    scope: FaceSearchScope,
    ...{ from: Instant, to: Instant, falseMatchesPerSearch: z.number() },
    ...{ urgent: z.boolean(), approveBy: Instant.nullable() },
    asked: Deed,
    approved: Deed.extend({ note: z.string() }).nullable(),
    ended: Deed.extend({ how: z.enum(FACE_AUTHORISATION_ENDS) }).nullable(),
    caseClosedAt: Instant.nullable(),
  }),
  list: z.object({
    id: Identifier,
    /** Null once it is destroyed. */
    body: NewWatchlist.nullable(),
    /** The first moment at which it is over. */
    endsAt: Instant,
    destroyedAt: Instant.nullable(),
    entryId: Identifier,
    pictureId: Identifier,
    isThere: z.boolean(),
  }),
  /** Null while nobody has decided. */
  answers: z.array(ToldFaceAnswer.omit({ digest: true }).extend({ note: z.string() })).nullable(),
  /** Of the accounts that entries of the ledger name. */
  names: z.record(z.string(), z.string()),
});
export type FaceMatchFacts = z.infer<typeof FaceMatchFacts>;
