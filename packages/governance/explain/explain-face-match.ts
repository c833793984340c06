import { digestOfJson } from '@amaan/contracts/digest-of';
import type { Explanation, ExplanationStep } from '@amaan/contracts/explanation';
import { instantOf } from '@amaan/contracts/instant';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { faceAnswerDigest } from '../faces/face-answer-digest.ts';
import { coversPlace, searchedAt } from '../faces/searched-at.ts';
import {
  type EntriesOf,
  entriesByStep,
  permitSteps,
  type StepName,
  sightSteps,
  suspensionStep,
} from './chain-steps.ts';
import type { FaceMatchFacts } from './face-match-facts.ts';

export interface ExplainFaceMatchOptions {
  readonly observation: Extract<ExplanationStep, { step: 'resemblance' }>['observation'];
  /** What was written about a face is left out: for readers who see no citizens' data. */
  readonly withholdNotes: boolean;
  /** Whether the reader may read authorisations, and what is on watchlists. */
  readonly reads: { readonly authorisations: boolean; readonly watchlists: boolean };
}

/**
 * The chain of a possible match, from the frame to the answers of people, each step with the entries about it. Of
 * answers it has nothing until the match is decided, whoever reads it.
 */
export function explainFaceMatch(
  facts: FaceMatchFacts,
  { observation, withholdNotes, reads }: ExplainFaceMatchOptions,
): Pick<Extract<Explanation, { kind: 'face-match' }>, 'about' | 'steps'> {
  const has = entriesByStep(facts, stepsOf);
  const match = `/faces/matches?match=${facts.id}`;
  const evidence: Extract<ExplanationStep, { step: 'frame' }>['evidence'] = [
    { kind: 'face-crop', digest: observation.crop.digest, mediaType: observation.crop.mediaType },
    { kind: 'picture', digest: observation.picture.digest, mediaType: observation.picture.mediaType },
  ];
  return {
    about: { ...facts.about, observationDigest: digestOfJson(observation) },
    steps: [
      ...sightSteps({ ...facts, frame: { ...facts.frame, evidence } }, match, has),
      { step: 'resemblance', link: match, entries: has('resemblance'), observation },
      ...permitSteps(facts, has),
      watchlistStep(facts, has, reads.watchlists),
      authorisationStep(facts, has, reads.authorisations),
      suspensionStep(facts, has),
      {
        step: 'face-answers',
        link: match,
        entries: has('face-answers'),
        answers:
          facts.answers?.map((answer) => ({
            ...answer,
            note: withholdNotes ? null : answer.note,
            digest: faceAnswerDigest(facts.id, answer),
          })) ?? null,
      },
    ],
  };
}

/** What the ledger says of the list: how the picture came onto it, and the last review before the search. */
function watchlistStep(
  { list, ledger, names }: FaceMatchFacts,
  has: EntriesOf,
  reads: boolean,
): ExplanationStep {
  const entries = ledger.map(({ index, text }) => ({ index, ...LedgerEntry.parse(JSON.parse(text)) }));
  const deed = ({ at, actor }: LedgerEntry) => ({ at, by: actor, byName: names[actor] ?? actor });
  const said = entries.findLast(({ kind }) => kind === 'watchlist.created' || kind === 'watchlist.changed');
  const enrolled = entries.findLast(({ kind }) => kind === 'watchlist.picture-enrolled');
  const reviewed = entries.findLast(({ kind }) => kind === 'watchlist.reviewed');
  const covers = reviewed !== undefined && enrolled !== undefined && reviewed.index > enrolled.index;
  const { id, body, destroyedAt, entryId, pictureId, isThere } = list;
  return {
    step: 'watchlist',
    link: `/faces/watchlists?list=${id}`,
    entries: has('watchlist').filter((index) => covers || index !== reviewed?.index),
    list: {
      ...{ id, destroyedAt, entryId, pictureId, isThere },
      body: reads ? body : null,
      said: said === undefined ? null : { at: said.at, digest: String(said.data.digest) },
      enrolled:
        enrolled === undefined
          ? null
          : { ...deed(enrolled), sealedDigest: String(enrolled.data.sealedDigest) },
      review: covers ? { ...deed(reviewed), revision: Number(reviewed.data.revision) } : null,
    },
  };
}

function authorisationStep(
  { authorisation, list, frame, about: { cameraId, raisedAt } }: FaceMatchFacts,
  has: EntriesOf,
  reads: boolean,
): ExplanationStep {
  const { kind, about, reason, approveBy, caseClosedAt, approved, ...asked } = authorisation;
  const { id, caseId, watchlistId, legalBasis, scope, from, to, falseMatchesPerSearch, ended } = asked;
  const request = { caseId, kind, about, legalBasis, reason, scope, from, to, watchlistId };
  const ends = [to, approveBy, caseClosedAt, list.endsAt, ended?.at ?? null].filter((at) => at !== null);
  const over = Math.min(...ends.map(Date.parse));
  const given = asked.urgent ? asked.asked.at : approved?.at;
  const searched = searchedAt(cameraId, frame, raisedAt);
  return {
    step: 'authorisation',
    link: `/faces/authorisations?id=${id}`,
    entries: has('authorisation'),
    reason: null,
    basis: {
      kind: 'face-authorisation',
      ...asked,
      about: kind,
      words: reads ? { about, reason } : null,
      digest: digestOfJson({ id, ...request, falseMatchesPerSearch }),
      approved:
        approved === null
          ? null
          : {
              ...{ at: approved.at, by: approved.by, byName: approved.byName },
              noteDigest: digestOfJson(approved.note),
            },
      over: instantOf(over),
      inForce:
        given !== undefined &&
        Date.parse(given) <= searched &&
        Date.parse(from) <= searched &&
        searched < over &&
        coversPlace(scope, cameraId),
    },
  };
}

/** The steps that an entry of the match, its list or its authorisation proves; null: it is none of these. */
function stepsOf({ kind, subject }: LedgerEntry): StepName[] | null {
  if (kind === 'face.match-raised') return ['frame', 'model', 'configuration', 'resemblance'];
  if (kind.startsWith('face.match-')) return ['face-answers'];
  if (subject.startsWith('watchlist:')) return ['watchlist'];
  return subject.startsWith('face-authorisation:') ? ['authorisation'] : null;
}
