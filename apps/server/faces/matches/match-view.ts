import type { FaceMatch, FaceMatchAnswer, FaceMatchRefusal } from '@amaan/contracts/faces/matches/face-match';
import type { Identifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import {
  type MatchCase,
  type ReviewOfMatch,
  refusalOfReview,
  refusalOfRuling,
  visibleReviews,
} from '@amaan/face-recognition/adjudication/adjudicate';
import { personKey } from '@amaan/governance/four-eyes';
import type { StoredFaceMatch, StoredMatchAnswer } from '@amaan/store/faces/matches/face-matches';
import { citizenDataSites, coversSite, decide, type Principal } from '../../access/decide.ts';

/** What somebody's role lets them say of matches. */
export interface MatchRights {
  readonly review: boolean;
  readonly rule: boolean;
  /** Whose matches they see: of their sites, or only those of the case that they read for; null: none. */
  readonly caseId: Identifier | 'any' | null;
}

/** What somebody may do with matches, by the policies. @param now Unix time in milliseconds */
export function matchRights(by: Principal, now: number): MatchRights {
  const review = decide(by, 'face-match.review', { now }).allowed;
  const proven = { ...by, steppedUpAt: instantOf(now) };
  const rule = decide(proven, 'face-match.rule', { now }).allowed;
  return { review, rule, caseId: review || rule ? 'any' : (by.purpose?.caseId ?? null) };
}

/** Whether somebody may know of a match: of a site of theirs, or of the case that they read for. */
export function maySeeMatch(
  { siteId, caseId }: { readonly siteId: Identifier; readonly caseId: Identifier },
  by: Principal,
): boolean {
  const { caseId: seen } = matchRights(by, Date.now());
  return coversSite(citizenDataSites(by), siteId) && (seen === 'any' || seen === caseId);
}

/** The people of a match as the rules of adjudication see them. */
export function matchCaseOf({ askedPerson, answers }: StoredFaceMatch): MatchCase {
  const said = (role: StoredMatchAnswer['role']): ReviewOfMatch[] =>
    answers
      .filter((answer) => answer.role === role)
      .map(({ person, answer }) => ({ reviewer: person, answer }));
  return {
    askedBy: personKey(askedPerson) ?? '',
    reviews: said('review'),
    ruling: said('ruling')[0] ?? null,
  };
}

/** A match as somebody may see it: of the answers only those that the rules show to this person. */
export function viewOfMatch(match: StoredFaceMatch, by: Principal, rights: MatchRights): FaceMatch {
  const { observation, answers, state } = match;
  const { id, siteId, cameraId, authorisationId, watchlistId, entryId, pictureId, capturedAt } = observation;
  const { simulated, similarity, threshold, listSize, falseMatchesPerSearch, quality, box } = observation;
  const visible = new Set(
    visibleReviews(matchCaseOf(match), personKey(by.person) ?? '').map(({ reviewer }) => reviewer),
  );
  const reviews = answers.filter(({ role, person }) => role === 'review' && visible.has(person));
  const ruling = answers.find(({ role }) => role === 'ruling');
  return {
    ...{ id, state, siteId, cameraId, authorisationId, watchlistId, entryId, pictureId, capturedAt },
    ...{ simulated, similarity, threshold, listSize, falseMatchesPerSearch, quality, box },
    cameraName: match.cameraName,
    search: match.search,
    caseId: match.caseId,
    caseNumber: match.caseNumber,
    enrolledPicture: match.enrolledPicture,
    raisedAt: match.raisedAt,
    light: match.light,
    presentationAttack: observation.presentationAttack,
    nextBest: observation.nextBest,
    answers: reviews.map(plainAnswer),
    ruling: ruling === undefined ? null : plainAnswer(ruling),
    decidedAt: match.decidedAt,
    may: mayOf(match, by, rights),
  };
}

/** What somebody may say now. It tells nobody whether another has answered. */
function mayOf(match: StoredFaceMatch, by: Principal, { review, rule }: MatchRights): FaceMatch['may'] {
  const person = personKey(by.person);
  const refused = (refusal: FaceMatchRefusal) => ({ answer: null, refusal });
  const wanted = match.state === 'disputed' && rule ? 'ruling' : 'review';
  if (!(wanted === 'ruling' ? rule : review)) return refused('NOT_PERMITTED');
  if (person === null) return refused('PERSON_UNKNOWN');
  const refusal = (wanted === 'ruling' ? refusalOfRuling : refusalOfReview)(matchCaseOf(match), person);
  return refusal === null ? { answer: wanted, refusal: null } : refused(refusal);
}

function plainAnswer({ role: _, person: __, ...answer }: StoredMatchAnswer): FaceMatchAnswer {
  return answer;
}
