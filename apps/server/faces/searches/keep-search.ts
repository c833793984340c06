import { randomBytes } from 'node:crypto';
import type { Digest } from '@amaan/contracts/digest';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { SearchedMatch } from '@amaan/contracts/faces/matches/searched-match';
import type { PictureSearchInput } from '@amaan/contracts/faces/searches/picture-search';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import { partOf } from '@amaan/face-recognition/finding/face-box';
import { faceRecognition } from '@amaan/face-recognition/system';
import type { SearchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { resultDigest, SEALED_SEARCH, sealedFacts } from '@amaan/governance/faces/sealed-search';
import { FILE_PURPOSES } from '@amaan/governance/permits/permit-scope';
import { digestBytes } from '@amaan/store/digest-column';
import { lockFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import { queueObjectRemoval } from '@amaan/store/faces/face-objects';
import { readEnrolledQuality } from '@amaan/store/faces/matches/enrolled-quality';
import { insertFaceMatch } from '@amaan/store/faces/matches/face-matches';
import { insertFacesSearched } from '@amaan/store/faces/matches/face-tally';
import { ListSizes } from '@amaan/store/faces/matches/match-target';
import { insertPictureSearch } from '@amaan/store/faces/searches/picture-searches';
import { lockWatchlist } from '@amaan/store/faces/watchlists';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import { getPermit } from '@amaan/store/permits';
import type { Picture } from '@amaan/vision/image/picture';
import type { Logger } from 'pino';
import type { Principal } from '../../access/decide.ts';
import { ConflictError } from '../../http/http-errors.ts';
import { changeInLedger, type RecordedChange } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { sweepFaceObjects } from '../face-object-sweep.ts';
import { lightAt, readServiceZone } from '../matches/match-light.ts';
import { raisedEntry } from '../matches/raised-entry.ts';
import { readMatchContext } from '../matches/read-match-context.ts';
import { refusalOfMatch } from '../matches/refusal-of-match.ts';
import type { ChosenMatch } from '../search/choose-match.ts';
import { candidateOf } from '../search/search-list.ts';
import { type AdmittedSearch, admitSearch } from './admit-search.ts';
import type { KeptPictures } from './kept-pictures.ts';

/** A search that came to an answer, of which nothing is kept yet. */
export interface FinishedSearch {
  readonly id: Identifier;
  /** 32 random bytes in hexadecimal. */
  readonly salt: Digest;
  readonly input: PictureSearchInput;
  readonly admitted: AdmittedSearch;
  readonly picture: Picture;
  readonly face: ExaminedFace;
  readonly permitId: Identifier;
  readonly modelDigest: Digest;
  readonly listSize: number;
  readonly threshold: SearchThreshold;
  /** People who resemble the face; `matches` are those that are named. */
  readonly found: number;
  readonly matches: readonly ChosenMatch[];
  /** What is kept of the picture; null where nobody resembles the face. */
  readonly shown: (KeptPictures & { readonly attack: number | null }) | null;
}

export interface KeepSearchContext {
  readonly db: Database;
  readonly objects: ObjectStore;
  readonly now: () => number;
  readonly logger: Logger;
}

const HOUR_MS = 60 * 60_000;

/**
 * Keeps what a search found and seals it in the ledger, in one transaction, in which everything that opened the search
 * must still hold: authorisation, list as it was reviewed, permit. Otherwise nothing is kept at all.
 *
 * @returns the possible matches, which wait for reviewers now
 * @throws NotFoundError, HttpError as `admitSearch`; 409 `WATCHLIST_CHANGED`, `FACES_NOT_PERMITTED`, or as a possible
 *   match of a camera is refused
 */
export async function keepSearch(
  context: KeepSearchContext,
  search: FinishedSearch,
  by: Principal,
): Promise<Identifier[]> {
  const { db, objects, now, logger } = context;
  const stored: Digest[] = [];
  const put = async (bytes: Buffer) => {
    // Named before it is there, so that nothing stays of it where the rest fails.
    stored.push(digestOfBytes(bytes));
    const digest = await objects.put(bytes);
    return { digest, mediaType: 'image/jpeg' as const, bytes: bytes.length };
  };
  try {
    return await changeInLedger(db, (tx) => keep(tx, search, by, put, now()));
  } catch (error) {
    await queueObjectRemoval(db, stored.map(digestBytes), instantOf(now()));
    await sweepFaceObjects(db, objects).catch((failure: unknown) => {
      logger.warn({ err: failure }, 'pictures of a refused search are deleted at the next look');
    });
    throw error;
  }
}

type Put = (bytes: Buffer) => Promise<SearchedMatch['crop']>;

async function keep(
  tx: Database,
  search: FinishedSearch,
  by: Principal,
  put: Put,
  at: number,
): Promise<RecordedChange<Identifier[]>> {
  const { id, input, admitted, salt, permitId, modelDigest, listSize, threshold, found } = search;
  const { authorisationId, reason, source, lawfulness, takenAt, place } = input;
  // The list before the authorisation, as whoever destroys a list does.
  await lockWatchlist(tx, admitted.list.id);
  await lockFaceAuthorisation(tx, authorisationId);
  const { authorisation, list, purpose } = await admitSearch(tx, authorisationId, by, at);
  if (list.revision !== admitted.list.revision)
    throw new ConflictError(
      'WATCHLIST_CHANGED',
      'Somebody changed the watchlist while it was searched; nothing was kept. Search again.',
    );
  const configurationDigest = await permittedConfiguration(tx, permitId, modelDigest, at);
  const standing = { permitId, modelDigest, configurationDigest };
  const matches = await matchesOf(tx, search, standing, put, at);
  const results = matches.map(({ match, salt: own }) => ({
    ...{ matchId: match.id, entryId: match.entryId, pictureId: match.pictureId },
    ...{ similarity: match.similarity, salt: own },
  }));
  const sealed = {
    ...{ id, authorisationId, salt, listSize, found, reason, source, lawfulness, takenAt, place },
    ...standing,
    caseId: authorisation.caseId,
    siteId: authorisation.siteId,
    purposeId: purpose.id,
    watchlistId: list.id,
    listRevision: list.revision,
    threshold: threshold.threshold,
    falseMatchesPerSearch: threshold.falseMatchesPerSearch,
    results: results.map((result) => resultDigest(id, result)),
  };
  const actor = `user:${by.id}`;
  await insertPictureSearch(tx, { ...sealed, at: instantOf(at), byUser: actor, byName: by.name });
  const light = lightAt(Date.parse(takenAt), await readServiceZone(tx));
  const counted = { id, authorisationId, hour: instantOf(at - (at % HOUR_MS)), faces: 1 };
  await insertFacesSearched(tx, counted, { ...sealed, cameraId: null, light, simulated: false });
  const entries: LedgerEntry[] = [];
  for (const { match, salt: own } of matches) {
    await insertFaceMatch(tx, match, { raisedAt: instantOf(at), light, search: { id, salt: own } });
    entries.push(raisedEntry(match, at));
  }
  entries.push(
    ledgerEntry({ kind: SEALED_SEARCH, at, actor, subject: `face-search:${id}`, data: sealedFacts(sealed) }),
  );
  return { result: matches.map(({ match }) => match.id), entries };
}

/** @returns what the permit was issued for @throws ConflictError `FACES_NOT_PERMITTED` */
async function permittedConfiguration(
  tx: Database,
  permitId: Identifier,
  modelDigest: Digest,
  at: number,
): Promise<Digest> {
  const permit = await getPermit(tx, permitId);
  const isInForce =
    permit !== null &&
    permit.claims.sub === faceRecognition.id &&
    permit.revokedAt === null &&
    at < permit.claims.exp * 1000 &&
    permit.claims.models.some(({ digest }) => digest === modelDigest) &&
    permit.claims.purposes.some((purpose) => FILE_PURPOSES.includes(purpose));
  if (!isInForce)
    throw new ConflictError(
      'FACES_NOT_PERMITTED',
      'The permit of facial recognition ended while it was searched; nobody is named and nothing was kept.',
    );
  return permit.claims.configurationDigest;
}

/** The reports of possible matches, each of which passes the gate that those of cameras pass. */
async function matchesOf(
  tx: Database,
  { input, admitted, picture, face, matches, shown, listSize }: FinishedSearch,
  standing: Pick<SearchedMatch, 'permitId' | 'modelDigest' | 'configurationDigest'>,
  put: Put,
  at: number,
): Promise<{ readonly match: SearchedMatch; readonly salt: Digest }[]> {
  const box = partOf(face.box, picture);
  if (shown === null || box === null) return [];
  const sizes = new ListSizes();
  const frameDigest = digestOfBytes(picture.pixels);
  const [crop, whole] = [await put(shown.crop), await put(shown.picture)];
  const { total, parts } = face.quality;
  const reports = [];
  for (const { best, threshold, nextBest } of matches) {
    const match: SearchedMatch = {
      id: newIdentifier(),
      kind: 'face-match-possible',
      system: faceRecognition.id,
      ...standing,
      ...{ cameraId: null, siteId: admitted.authorisation.siteId, capturedAt: input.takenAt },
      ...{ clockOffsetMs: 0, simulated: false, track: null, frameDigest, listSize },
      authorisationId: input.authorisationId,
      watchlistId: admitted.list.id,
      ...candidateOf(best),
      threshold: threshold.threshold,
      falseMatchesPerSearch: threshold.falseMatchesPerSearch,
      quality: {
        face: { total: Math.min(1, total), ...parts },
        enrolled: (await readEnrolledQuality(tx, best.entry)) ?? 0,
      },
      presentationAttack: shown.attack,
      nextBest: nextBest === null ? null : candidateOf(nextBest),
      ...{ box: [...box], crop, picture: whole },
    };
    const refusal = refusalOfMatch(match, await readMatchContext(tx, sizes, match, at), at);
    if (refusal !== null) throw new ConflictError(refusal.code, `${refusal.reason} Nothing was kept.`);
    reports.push({ match, salt: randomBytes(32).toString('hex') });
  }
  return reports;
}
