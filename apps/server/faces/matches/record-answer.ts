import { digestOfJson } from '@amaan/contracts/digest-of';
import type { FaceMatchAnswerInput, FaceMatchState } from '@amaan/contracts/faces/matches/face-match';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import {
  type RefusedAnswer,
  refusalOfReview,
  refusalOfRuling,
  stateOf,
} from '@amaan/face-recognition/adjudication/adjudicate';
import { pictureWeight } from '@amaan/face-recognition/adjudication/picture-weight';
import { faceAnswerDigest } from '@amaan/governance/faces/face-answer-digest';
import { personKey } from '@amaan/governance/four-eyes';
import { closingOf } from '@amaan/governance/public-register/publish-months';
import {
  getFaceMatch,
  insertMatchAnswer,
  lockFaceMatch,
  type StoredFaceMatch,
  type StoredMatchAnswer,
  setMatchState,
} from '@amaan/store/faces/matches/face-matches';
import { countDecidedMatch } from '@amaan/store/faces/matches/face-tally';
import { addPictureFeedback, setPictureWeight } from '@amaan/store/faces/matches/picture-feedback';
import type { Database } from '@amaan/store/open-database';
import type { Principal } from '../../access/decide.ts';
import { HttpError, NotFoundError } from '../../http/http-errors.ts';
import type { RecordedChange } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { matchCaseOf } from './match-view.ts';

/** What somebody says of a match, as one of the two reviewers or as the supervisor of a dispute. */
export interface GivenAnswer {
  readonly matchId: Identifier;
  readonly role: StoredMatchAnswer['role'];
  readonly input: FaceMatchAnswerInput;
  readonly by: Pick<Principal, 'id' | 'name' | 'person'>;
  /** Unix time in milliseconds. */
  readonly at: number;
}

export interface RecordedAnswer {
  readonly match: StoredFaceMatch;
  /** Whether the state of the match is another than before. */
  readonly isDecided: boolean;
  /** Whether the enrolled picture weighs more or less than before. */
  readonly isWeighed: boolean;
}

const SENTENCES: Record<RefusedAnswer | 'PERSON_UNKNOWN', readonly [status: number, sentence: string]> = {
  ASKER_MAY_NOT_REVIEW: [
    403,
    'You asked for this search, so others judge what it found. Nothing was recorded.',
  ],
  PERSON_UNKNOWN: [
    403,
    'Nobody knows which person is behind this account, so its word counts for nothing. Nothing was recorded.',
  ],
  ANSWERED_ALREADY: [409, 'You have answered on this match already. Nothing was recorded.'],
  REVIEWED_ALREADY: [409, 'Two people have answered on this match already. Nothing was recorded.'],
  NOT_DISPUTED: [409, 'This match is not disputed, so no supervisor decides on it. Nothing was recorded.'],
};

/**
 * Puts down an answer, what becomes of the match with it, and what the ledger says of both, in the caller's transaction.
 * @throws NotFoundError `FACE_MATCH_NOT_FOUND`; HttpError 403 and 409 with the codes of adjudication
 */
export async function recordAnswer(
  tx: Database,
  given: GivenAnswer,
): Promise<RecordedChange<RecordedAnswer>> {
  const { matchId, role, input, by, at } = given;
  // Locked first, so that of two who answer at once each counts after the other.
  const before = (await lockFaceMatch(tx, matchId)) ? await getFaceMatch(tx, matchId) : null;
  if (before === null) throw new NotFoundError('face match');
  const person = personKey(by.person);
  if (person === null) throw refused('PERSON_UNKNOWN');
  const refusal = (role === 'review' ? refusalOfReview : refusalOfRuling)(matchCaseOf(before), person);
  if (refusal !== null) throw refused(refusal);

  const answer: StoredMatchAnswer = {
    ...input,
    id: newIdentifier(),
    role,
    at: instantOf(at),
    by: by.id,
    byName: by.name,
    person,
  };
  await insertMatchAnswer(tx, matchId, answer);
  const answers = [...before.answers, answer];
  const state = stateOf(matchCaseOf({ ...before, answers }));
  const entries = [answeredEntry(matchId, answer, at)];
  let isWeighed = false;
  if (state !== before.state) {
    await setMatchState(tx, matchId, state, instantOf(at));
    entries.push(...decidedEntries(before, answers, state, at));
    isWeighed = await followDecision(tx, before, answers, state, at);
  }
  const match = await getFaceMatch(tx, matchId);
  if (match === null) throw new NotFoundError('face match');
  return { result: { match, isDecided: state !== before.state, isWeighed }, entries };
}

/** Counts a decision, and lets it weigh on the enrolled picture. @returns whether the picture weighs otherwise now */
async function followDecision(
  tx: Database,
  { observation, raisedAt }: StoredFaceMatch,
  answers: readonly StoredMatchAnswer[],
  state: FaceMatchState,
  at: number,
): Promise<boolean> {
  if (state !== 'confirmed' && state !== 'rejected') return false;
  const inTime = at < closingOf(raisedAt.slice(0, 7)).getTime();
  await countDecidedMatch(tx, observation.id, state, inTime);
  // That nobody can tell says nothing against the picture.
  if (state === 'rejected' && answers.at(-1)?.answer === 'cannot-tell') return false;
  const feedback = await addPictureFeedback(tx, observation.pictureId, state);
  if (feedback === null) return false;
  const weight = pictureWeight(feedback);
  const before = await setPictureWeight(tx, observation.pictureId, {
    weight,
    contradicted: feedback.rejected,
  });
  return before !== weight;
}

function refused(code: keyof typeof SENTENCES): HttpError {
  const [status, sentence] = SENTENCES[code];
  return new HttpError(status, code, sentence);
}

/**
 * That somebody answered. It names neither the match nor the answer: reviewers read the ledger too, and the second must
 * not find there that there is a first. The digest ties it to both once the entry of the decision names the answer's
 * identifier, whose 74 random bits (RFC 9562, section 5.7) nobody can guess before.
 */
function answeredEntry(matchId: Identifier, answer: StoredMatchAnswer, at: number): LedgerEntry {
  return ledgerEntry({
    kind: 'face.match-answered',
    at,
    actor: `user:${answer.by}`,
    subject: 'face-match-answers',
    data: { answerDigest: faceAnswerDigest(matchId, answer) },
  });
}

function decidedEntries(
  { observation, caseId }: StoredFaceMatch,
  answers: readonly StoredMatchAnswer[],
  state: FaceMatchState,
  at: number,
): LedgerEntry[] {
  const entry = {
    at,
    actor: 'system:server',
    subject: `face-match:${observation.id}`,
  };
  const { authorisationId, simulated } = observation;
  const said = answers.map((one) => ({
    id: one.id,
    role: one.role,
    answer: one.answer,
    answerDigest: faceAnswerDigest(observation.id, one),
  }));
  const data = { state, authorisationId, answers: said, simulated };
  return [
    ledgerEntry({ ...entry, kind: 'face.match-decided', data }),
    ...(state === 'confirmed'
      ? [
          ledgerEntry({
            ...entry,
            kind: 'face.match-confirmed',
            data: { authorisationId, caseId, observationDigest: digestOfJson(observation), simulated },
          }),
        ]
      : []),
  ];
}
