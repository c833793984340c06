import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation } from '@amaan/contracts/explanation';
import type { ToldFaceAnswer } from '@amaan/contracts/faces/matches/match-explanation';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { z } from 'zod';
import { faceAnswerDigest } from '../faces/face-answer-digest.ts';
import { coversPlace, searchedAt } from '../faces/searched-at.ts';
import { checkChain } from './check-chain.ts';
import { agree, checkMoment, type Step, stepOf, unfit } from './explanation-claims.ts';

type Basis = Extract<Step<'authorisation'>['basis'], { kind: 'face-authorisation' }>;

/** A match's steps against each other, and each against what the ledger says of it. @throws ExplanationError */
export function checkFaceMatch(explanation: Explanation): void {
  const { id, about, ledger } = explanation;
  const entries = ledger.entries.map(({ entry }) => entry);
  const subject = `face-match:${id}`;
  const raised = entries.find((entry) => entry.kind === 'face.match-raised' && entry.subject === subject);
  if (raised === undefined) throw unfit('The ledger entry that the match was raised is missing');
  checkChain(explanation, raised, entries);
  const { basis } = stepOf(explanation, 'authorisation');
  if (basis.kind !== 'face-authorisation')
    throw unfit('The match names no authorisation to search for faces');
  agree('authorisation', basis.id, raised.data.authorisationId);
  checkResemblance(explanation, basis, raised);
  checkAuthorisation(explanation, basis, entries);
  checkWatchlist(explanation, basis);
  const { answers } = stepOf(explanation, 'face-answers');
  const isDecided = about.state === 'confirmed' || about.state === 'rejected';
  if (isDecided !== (answers !== null))
    throw unfit('Answers are told of a match that nobody has decided, or kept back');
  if (answers !== null) checkAnswers(explanation, answers, entries);
}

/** The observation is the one that the ledger has, and the frame, the permit and the pictures are its own. */
function checkResemblance(explanation: Explanation, basis: Basis, raised: LedgerEntry): void {
  const { observation } = stepOf(explanation, 'resemblance');
  const { about } = explanation;
  agree('observation', digestOfJson(observation), raised.data.observationDigest);
  agree('observation', [about.observationId, explanation.id], [observation.id, observation.id]);
  agree('place', [about.cameraId, about.siteId], [observation.cameraId, observation.siteId]);
  agree('system', about.system, observation.system);
  agree('watchlist', basis.watchlistId, observation.watchlistId);
  const frame = stepOf(explanation, 'frame');
  agree('clock of the frame', frame.clockOffsetMs, observation.clockOffsetMs);
  const { crop, picture } = observation;
  agree('pictures', frame.evidence, [
    { kind: 'face-crop', digest: crop.digest, mediaType: crop.mediaType },
    { kind: 'picture', digest: picture.digest, mediaType: picture.mediaType },
  ]);
}

/** Who asked for it and who approved it is in the ledger, and it was in force only where their times say so. */
function checkAuthorisation(explanation: Explanation, basis: Basis, all: readonly LedgerEntry[]): void {
  const entries = all.filter(({ subject }) => subject === `face-authorisation:${basis.id}`);
  const { id, caseId, about, legalBasis, scope, from, to, watchlistId, falseMatchesPerSearch, words } = basis;
  const kind = `face-authorisation.${basis.urgent ? 'asked-urgently' : 'asked'}`;
  const asked = checkDeed('request for the authorisation', basis.asked, kind, entries);
  const { data } = asked;
  agree('digest of the request', basis.digest, data.digest);
  agree(
    'authorisation',
    { caseId, about, from, to, watchlistId, falseMatchesPerSearch },
    {
      ...{ caseId: data.caseId, about: data.about, from: data.from, to: data.to },
      ...{ watchlistId: data.watchlistId, falseMatchesPerSearch: data.falseMatchesPerSearch },
    },
  );
  // Entries from before it was recorded do not have it.
  if (data.legalBasisDigest !== undefined)
    agree('legal basis', digestOfJson(legalBasis), data.legalBasisDigest);
  if (words !== null) {
    const request = { caseId, kind: about, ...words, legalBasis, scope, from, to, watchlistId };
    agree('request', digestOfJson({ id, ...request, falseMatchesPerSearch }), basis.digest);
  }
  const approved = entries.some((entry) => entry.kind === 'face-authorisation.approved');
  if (approved !== (basis.approved !== null)) throw unfit('The approval is not the one that the ledger has');
  if (basis.approved !== null) {
    const entry = checkDeed(
      'approval of the authorisation',
      basis.approved,
      'face-authorisation.approved',
      entries,
    );
    agree('words of the approval', basis.approved.noteDigest, entry.data.noteDigest);
    if (basis.approved.by === basis.asked.by)
      throw unfit('The authorisation was approved by who asked for it');
  }
  if (basis.ended !== null)
    checkDeed('end of the authorisation', basis.ended, `face-authorisation.${basis.ended.how}`, entries);
  checkForce(explanation, basis);
}

/** That it was in force when it was searched is what its own times say. */
function checkForce(explanation: Explanation, { asked, approved, ended, ...basis }: Basis): void {
  const at = (instant: string) => Date.parse(instant);
  const ends = [basis.to, ...(ended === null ? [] : [ended.at])].map(at);
  if (at(basis.over) > Math.min(...ends)) throw unfit('The authorisation is told to last longer than it did');
  const given = basis.urgent ? asked : approved;
  const searched = momentOf(explanation);
  const wasInForce =
    given !== null &&
    at(given.at) <= searched &&
    at(basis.from) <= searched &&
    searched < at(basis.over) &&
    coversPlace(basis.scope, explanation.about.cameraId);
  if (wasInForce !== basis.inForce)
    throw unfit('Whether the authorisation was in force is not what its times say');
}

function momentOf(explanation: Explanation): number {
  const { cameraId, raisedAt } = explanation.about;
  return searchedAt(cameraId, stepOf(explanation, 'frame'), raisedAt);
}

/** What the list says, how the picture came onto it, and the last review before the search. */
function checkWatchlist(explanation: Explanation, basis: Basis): void {
  const { list } = stepOf(explanation, 'watchlist');
  agree('watchlist', list.id, basis.watchlistId);
  const { observation } = stepOf(explanation, 'resemblance');
  agree(
    'entry of the watchlist',
    [list.entryId, list.pictureId],
    [observation.entryId, observation.pictureId],
  );
  const about = explanation.ledger.entries.filter(({ entry }) => entry.subject === `watchlist:${list.id}`);
  const entries = about.map(({ entry }) => entry);
  const { id, said, body, enrolled, review } = list;
  const saying = entries.findLast(({ kind }) => kind === 'watchlist.created' || kind === 'watchlist.changed');
  agree(
    'digest of the watchlist',
    said,
    saying === undefined ? null : { at: saying.at, digest: saying.data.digest },
  );
  if (body !== null) agree('watchlist', digestOfJson({ id, ...body }), said?.digest);
  const brought = about.findLast(({ entry }) => entry.kind === 'watchlist.picture-enrolled');
  if ((brought === undefined) !== (enrolled === null))
    throw unfit('The enrolment is not the one that the ledger has');
  if (brought !== undefined && enrolled !== null) {
    const { at, actor, data } = brought.entry;
    agree('enrolment', [enrolled.at, enrolled.by, enrolled.sealedDigest], [at, actor, data.sealedDigest]);
    agree('enrolled picture', [list.entryId, list.pictureId], [data.entryId, data.pictureId]);
  }
  const reviewed = about.findLast(({ entry }) => entry.kind === 'watchlist.reviewed');
  if ((reviewed === undefined) !== (review === null))
    throw unfit('The review is not the one that the ledger has');
  if (reviewed === undefined || review === null) return;
  const { at, actor, data } = reviewed.entry;
  agree('review', [review.at, review.by, review.revision], [at, actor, data.revision]);
  if (brought === undefined || reviewed.index < brought.index)
    throw unfit('The review came before the picture, and did not see it');
  if (Date.parse(at) > momentOf(explanation))
    throw unfit('The review of the watchlist came after the search');
}

/** All the answers that the entry of the decision names, and the state that they led to. */
function checkAnswers(
  { id, about }: Explanation,
  answers: readonly ToldFaceAnswer[],
  entries: readonly LedgerEntry[],
): void {
  const decided = entries.findLast(
    ({ kind, subject }) => kind === 'face.match-decided' && subject === `face-match:${id}`,
  );
  if (decided === undefined) throw unfit('The ledger entry of the decision is missing');
  agree('state of the match', about.state, decided.data.state);
  const named = NamedAnswers.parse(decided.data.answers);
  agree(
    'answers',
    answers.map(({ id: answerId, role, answer, digest }) => [answerId, role, answer, digest]),
    named.map(({ id: answerId, role, answer, answerDigest }) => [answerId, role, answer, answerDigest]),
  );
  for (const answer of answers) {
    const given = entries.find(
      ({ kind, data }) => kind === 'face.match-answered' && data.answerDigest === answer.digest,
    );
    if (given === undefined) throw unfit(`The ledger entry of the answer ${answer.id} is missing`);
    agree('person who answered', `user:${answer.by}`, given.actor);
    checkMoment('answer', answer.at, given.at);
    const { note } = answer;
    if (note !== null) agree('answer', faceAnswerDigest(id, { ...answer, note }), answer.digest);
  }
}

const NamedAnswers = z.array(
  z.object({ id: z.string(), role: z.string(), answer: z.string(), answerDigest: z.string() }),
);

/** The entry of what somebody did. @throws ExplanationError when the ledger has another person or time */
function checkDeed(
  what: string,
  { at, by }: { readonly at: string; readonly by: string },
  kind: string,
  entries: readonly LedgerEntry[],
): LedgerEntry {
  const entry = entries.find((each) => each.kind === kind);
  if (entry === undefined) throw unfit(`The ledger entry of the ${what} is missing`);
  agree(`person of the ${what}`, by, entry.actor);
  checkMoment(what, at, entry.at);
  return entry;
}
