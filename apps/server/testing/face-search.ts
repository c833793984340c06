import { randomBytes } from 'node:crypto';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { FaceAuthorisationInput } from '@amaan/contracts/faces/face-authorisation';
import type { FacesSearched } from '@amaan/contracts/faces/matches/faces-searched';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { PermitClaims } from '@amaan/contracts/permit';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { faceRecognition } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { approveFaceAuthorisation, insertFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import { insertWatchlistEntry } from '@amaan/store/faces/watchlist-entries';
import { makeWatchlistKey, openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import { insertWatchlistPicture, pictureContext } from '@amaan/store/faces/watchlist-pictures';
import { sealTemplate } from '@amaan/store/faces/watchlist-templates';
import { insertWatchlist, reviewWatchlist, touchWatchlist } from '@amaan/store/faces/watchlists';
import { insertPermit } from '@amaan/store/permits';
import { SECRET_KEY_BYTES, SecretBox } from '@amaan/store/secret-box';
import { registerModel } from '@amaan/store/systems';
import type { TestServer } from './start-test-server.ts';

const MODEL_DIGEST = digestOfBytes(Buffer.from('face embedding'));
const TARGET = 0.001;
const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
const clerk = { actor: 'user:clerk', name: 'The clerk', person: 'clerk' };

/** A list with people on it, as it stands after a review. */
export interface TestWatchlist {
  readonly id: Identifier;
  /** Templates on it. */
  readonly size: number;
  /** One picture of each person. */
  readonly people: readonly { readonly entryId: Identifier; readonly pictureId: Identifier }[];
  /** Seals its key. */
  readonly secrets: SecretBox;
}

/**
 * A reviewed list, without the models that enrolment needs.
 * @param secrets seals its key; left out: another key than the server's, so that no enrolled picture can be opened
 */
export async function addWatchlist(
  { db, objects }: Pick<TestServer, 'db' | 'objects'>,
  size: number,
  secrets = new SecretBox(randomBytes(SECRET_KEY_BYTES)),
): Promise<TestWatchlist> {
  const id = newIdentifier();
  const at = instantOf(Date.now());
  const input = {
    ...{ name: 'Wanted', purpose: 'People wanted for robbery.', criteria: 'A warrant of a court.' },
    ...{ owner: 'Robbery cell', legalBasis: 'Section 54, warrant.' },
    expiresOn: instantOf(Date.now() + 80 * DAY_MS).slice(0, 10),
  };
  await insertWatchlist(db, { id, siteId: null, input, at, by: clerk });
  await makeWatchlistKey(db, secrets, id, at);
  const list = { id, size: 0, people: [], secrets };
  return addPeople({ db, objects }, list, size);
}

/** Adds people to a list, and reviews it. */
export async function addPeople(
  { db, objects }: Pick<TestServer, 'db' | 'objects'>,
  { id, size, people, secrets }: TestWatchlist,
  more: number,
): Promise<TestWatchlist> {
  const at = instantOf(Date.now());
  const box = await openWatchlistBox(db, secrets, id);
  if (box === null) throw new Error('The list has no key.');
  const revision = await touchWatchlist(db, id, at, clerk.person);
  const added = [];
  for (let index = size; index < size + more; index++) {
    const [entryId, pictureId] = [newIdentifier(), newIdentifier()];
    const entry = { reference: `Person ${index}`, note: '', child: false, missing: false };
    const common = { watchlistId: id, state: 'active', at, by: clerk, revision } as const;
    await insertWatchlistEntry(db, box, { ...common, id: entryId, input: entry });
    const sealed = box.sealBytes(Buffer.from(`enrolled ${index}`), pictureContext(id, pictureId));
    await insertWatchlistPicture(db, box, {
      ...common,
      ...{ id: pictureId, entryId, quality: 0.9, modelDigest: MODEL_DIGEST },
      details: { source: 'Warrant', lawfulness: 'Named in the warrant.', takenOn: '2026-01-01' },
      objectDigest: await objects.put(sealed),
      template: sealTemplate(box, id, pictureId, new Float32Array(512)),
    });
    added.push({ entryId, pictureId });
  }
  await reviewWatchlist(db, id, at, { ...clerk, person: 'reviewer' });
  return { id, size: size + more, people: [...people, ...added], secrets };
}

/** An authorisation as if it had been asked for and, unless it is urgent, approved. */
export async function addAuthorisation(
  { db }: Pick<TestServer, 'db'>,
  of: {
    readonly siteId: Identifier;
    readonly caseId: Identifier;
    readonly watchlistId: Identifier;
    readonly askedPerson: string;
    readonly cameraIds: Identifier[];
    readonly urgent?: boolean;
    readonly from?: number;
    readonly to?: number;
  },
): Promise<Identifier> {
  const id = newIdentifier();
  const now = Date.now();
  const input: FaceAuthorisationInput & { falseMatchesPerSearch: number } = {
    ...{ caseId: of.caseId, watchlistId: of.watchlistId, kind: 'offence', about: 'Robbery of a bank' },
    ...{ legalBasis: 'Section 54, warrant.', reason: 'They were seen at this gate every morning.' },
    scope: { kind: 'cameras', cameraIds: of.cameraIds },
    from: instantOf(of.from ?? now - HOUR_MS),
    to: instantOf(of.to ?? now + 7 * DAY_MS),
    falseMatchesPerSearch: TARGET,
  };
  await insertFaceAuthorisation(db, {
    ...{ id, siteId: of.siteId, input, at: instantOf(now) },
    by: { actor: 'user:asker', name: 'The asker', person: of.askedPerson, role: 'investigator' },
    approveBy: of.urgent === true ? instantOf(now + 20 * HOUR_MS) : null,
  });
  if (of.urgent !== true)
    await approveFaceAuthorisation(db, id, {
      ...{ note: 'Lawful.', at: instantOf(now) },
      by: { actor: 'user:approver', name: 'The approver', person: 'approver' },
    });
  return id;
}

/** A permit of facial recognition for cameras, without the people who would have to decide on it. */
export async function addFacePermit(
  { db }: Pick<TestServer, 'db'>,
  cameras: Identifier[],
): Promise<PermitClaims> {
  const iat = Math.floor(Date.now() / 1000) - 3600;
  const claims: PermitClaims = {
    ...{ iss: 'test', sub: faceRecognition.id, jti: newIdentifier(), iat, exp: iat + 86_000 },
    ...{ version: faceRecognition.version, cameras, purposes: [...faceRecognition.purposes] },
    models: [{ id: 'face-embedding', digest: MODEL_DIGEST }],
    configurationDigest: configurationDigest(faceRecognition),
    thresholds: faceRecognition.thresholds,
  };
  const source = { licence: 'MIT', source: 'npm:test@1.0.0' };
  await registerModel(db, {
    ...{ id: 'face-embedding', title: 'Test embedding', digest: MODEL_DIGEST, ...source },
  });
  await insertPermit(db, {
    ...{ token: `token of ${claims.jti}`, claims, approvalIds: [], impactAssessmentId: null },
  });
  return claims;
}

/** A possible match as a searcher reports it, with its pictures in the object store. */
export async function possibleMatch(
  { objects }: Pick<TestServer, 'objects'>,
  of: {
    readonly permit: PermitClaims;
    readonly siteId: Identifier;
    readonly cameraId: Identifier;
    readonly authorisationId: Identifier;
    readonly list: TestWatchlist;
  },
  change: Partial<PossibleMatch> = {},
): Promise<PossibleMatch> {
  const { permit, list } = of;
  const [person, other] = list.people;
  const { threshold, falseMatchesPerSearch } = searchThreshold(list.size, TARGET);
  const picture = async () => {
    const bytes = randomBytes(64);
    return { digest: await objects.put(bytes), mediaType: 'image/jpeg' as const, bytes: bytes.length };
  };
  const part = 0.8;
  return {
    id: newIdentifier(),
    kind: 'face-match-possible',
    system: faceRecognition.id,
    ...{ cameraId: of.cameraId, siteId: of.siteId, authorisationId: of.authorisationId },
    capturedAt: instantOf(Date.now()),
    ...{ clockOffsetMs: 2, simulated: false, permitId: permit.jti, modelDigest: MODEL_DIGEST },
    configurationDigest: permit.configurationDigest,
    frameDigest: digestOfBytes(randomBytes(8)),
    ...{ watchlistId: list.id, entryId: person!.entryId, pictureId: person!.pictureId },
    ...{ similarity: Math.min(1, threshold + 0.1), threshold, falseMatchesPerSearch },
    listSize: list.size,
    quality: {
      face: { total: part, size: part, pose: part, sharpness: part, light: part, visibility: part },
      enrolled: 0.9,
    },
    presentationAttack: 0.1,
    nextBest: other === undefined ? null : { ...other, similarity: 0.2 },
    ...{ box: [0.4, 0.2, 0.05, 0.1], track: 3, crop: await picture(), picture: await picture() },
    ...change,
  };
}

/** Reports any payloads as a worker does, and waits until they are dealt with. */
export async function reportRaw(server: TestServer, ...payloads: readonly object[]): Promise<void> {
  await server.workerBus.publish(
    SUBJECTS.reports,
    payloads.map((payload) => ({ id: newIdentifier(), payload })),
  );
}

/** The hour in which a moment is, with a number of faces. */
export function facesSearched(
  of: {
    readonly permit: PermitClaims;
    readonly cameraId: Identifier;
    readonly authorisationId: Identifier;
  },
  faces: number,
  at = Date.now(),
): FacesSearched {
  const { permit, cameraId, authorisationId } = of;
  return {
    ...{ id: newIdentifier(), permitId: permit.jti, authorisationId, cameraId, faces },
    hour: instantOf(at - (at % HOUR_MS)),
  };
}
