import type { SearchedMatch } from '@amaan/contracts/faces/matches/searched-match';
import type { Instant } from '@amaan/contracts/instant';
import { qualityFloor } from '@amaan/face-recognition/system';
import { falseMatchRate } from '@amaan/face-recognition/threshold/fit-tail';
import { IMPOSTOR_TAIL } from '@amaan/face-recognition/threshold/impostor-distribution';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { type AuthorisationFacts, coversCamera } from '@amaan/governance/faces/authorisation-standing';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import type { MatchTarget } from '@amaan/store/faces/matches/match-target';
import type { Refusal } from '../../ingest/refusal.ts';

/** What the control plane knows of the things that a possible match names; null: nothing, or nothing any more. */
export interface MatchContext {
  readonly authorisation: {
    readonly facts: AuthorisationFacts;
    readonly watchlistId: string;
    readonly falseMatchesPerSearch: number;
    readonly endedAt: Instant | null;
  } | null;
  /** The enrolled picture as a search may use it now. */
  readonly target: MatchTarget | null;
  /** The next-best candidate's, where one is named. */
  readonly nextBest: MatchTarget | null;
}

/** As a searcher of cameras reports it, or as a search with a picture found it. */
type AnyMatch = PossibleMatch | SearchedMatch;

/** Sums of many small numbers differ in the last digits from machine to machine. */
const TOLERANCE = 1e-6;
/** How far a stated number of expected false matches may be off, as a part of it. */
const EXPECTATION_TOLERANCE = 0.01;

/**
 * Why a possible match must not be kept, or null when it may. The searcher was to ask its authorisation and its threshold
 * before; here the control plane checks that it did, from its own records: for the moment of capture, and for now, since
 * an authorisation that has ended since opens nothing any more. Of a picture that somebody brought the moment of capture
 * does not matter: it is searched now.
 *
 * @param now Unix time in milliseconds
 */
export function refusalOfMatch(match: AnyMatch, context: MatchContext, now: number): Refusal | null {
  return (
    authorisationRefusal(match, context, now) ?? listRefusal(match, context) ?? searchRefusal(match, context)
  );
}

function authorisationRefusal(match: AnyMatch, { authorisation }: MatchContext, now: number): Refusal | null {
  if (authorisation === null)
    return refuse('FACE_AUTHORISATION_UNKNOWN', 'The authorisation that it names was never asked for here.');
  const { facts, watchlistId } = authorisation;
  const capturedAt = Date.parse(match.capturedAt) - match.clockOffsetMs;
  if (facts.state !== 'in-force')
    return refuse('FACE_AUTHORISATION_NOT_LIVE', 'Its authorisation is not in force.');
  if (match.cameraId === null ? facts.cameraIds !== null : !(facts.cameraIds ?? []).includes(match.cameraId))
    return refuse('FACE_CAMERA_NOT_AUTHORISED', 'Its authorisation does not cover this camera.');
  for (const moment of match.cameraId === null ? [now] : [capturedAt, now]) {
    if (!coversCamera(facts, match.cameraId, moment))
      return refuse(
        'FACE_TIME_NOT_AUTHORISED',
        'Its authorisation did not cover that time, or is over since.',
      );
  }
  if (watchlistId !== match.watchlistId)
    return refuse('FACE_LIST_NOT_AUTHORISED', 'Its authorisation is for another watchlist.');
  return null;
}

function listRefusal(match: AnyMatch, { target, nextBest }: MatchContext): Refusal | null {
  if (target === null)
    return refuse('FACE_ENTRY_NOT_LISTED', 'The enrolled picture that it names may not be searched.');
  if (target.modelDigest !== match.modelDigest)
    return refuse('FACE_MODEL_MISMATCH', 'The enrolled picture’s template was made by another model.');
  if (match.nextBest === null) return null;
  if (nextBest === null || match.nextBest.entryId === match.entryId)
    return refuse('FACE_CANDIDATE_WRONG', 'The next-best candidate is no other entry of that list.');
  if (match.nextBest.similarity > match.similarity)
    return refuse('FACE_CANDIDATE_WRONG', 'The next-best candidate is better than the one that is named.');
  return null;
}

function searchRefusal(match: AnyMatch, { authorisation, target }: MatchContext): Refusal | null {
  if (authorisation === null || target === null) return null;
  const listSize = Math.max(match.listSize, target.listSize);
  // What was wrong before has a part of the target that is its weight: `pictureThreshold`.
  const required = searchThreshold(listSize, authorisation.falseMatchesPerSearch * target.weight);
  if (match.threshold < required.threshold - TOLERANCE)
    return refuse('FACE_THRESHOLD_TOO_LOW', 'It was searched with a lower threshold than was allowed.');
  if (match.similarity < match.threshold)
    return refuse('FACE_UNDER_THRESHOLD', 'It is less similar than its own threshold asks for.');
  const expected = falseMatchRate(IMPOSTOR_TAIL, match.threshold) * match.listSize;
  if (Math.abs(match.falseMatchesPerSearch - expected) > EXPECTATION_TOLERANCE * expected)
    return refuse(
      'FACE_EXPECTATION_WRONG',
      'The number of false matches that it expects is not that of its threshold.',
    );
  const floor = qualityFloor();
  const { total, ...parts } = match.quality.face;
  if (total < floor.total || Object.values(parts).some((part) => part < floor.part))
    return refuse('FACE_QUALITY_TOO_LOW', 'The face is below the quality from which on faces are searched.');
  return null;
}

function refuse(code: string, reason: string): Refusal {
  return { code, reason };
}
