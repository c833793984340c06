import type { FaceAuthorisation } from '@amaan/contracts/faces/face-authorisation';
import type { PictureSearch } from '@amaan/contracts/faces/searches/picture-search';
import type { Watchlist } from '@amaan/contracts/faces/watchlist';
import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { faceRecognition } from '@amaan/face-recognition/system';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import type { Database } from '@amaan/store/open-database';
import { insertPermit } from '@amaan/store/permits';
import { manifestOf } from '@amaan/vision/models/manifest';
import { expect } from 'vitest';
import { FaceOffice, hoursFromNow } from './face-office.ts';
import { facePicture, type ShownFaces } from './fake-face-desk.ts';
import type { TestClient } from './test-client.ts';

/** Who is on the list of a search office. */
export const LISTED = 7;

/** A face office with a permit for pictures after the event, one person on a list, and an authorisation to search it. */
export interface SearchOffice extends AsyncDisposable {
  readonly office: FaceOffice;
  readonly list: Watchlist;
  readonly entry: WatchlistEntry;
  readonly authorisation: FaceAuthorisation;
  readonly permitId: Identifier;
  body(shown: ShownFaces | Buffer, change?: object): Promise<object>;
  search(shown: ShownFaces | Buffer, change?: object, by?: TestClient): ReturnType<TestClient['post']>;
  /** A search that was made; it fails when it was refused. */
  made(shown: ShownFaces, change?: object): Promise<PictureSearch>;
  /** Another permit, which the desk works under from then on. */
  permit(change?: Partial<PermitClaims>): Promise<Identifier>;
}

export async function openSearchOffice(
  options: { readonly db?: Database; readonly consoleDir?: string } = {},
): Promise<SearchOffice> {
  const office = await FaceOffice.open(options);
  const permit: SearchOffice['permit'] = async (change = {}) => {
    const claims = await searchPermit(change);
    await insertPermit(office.server.db, {
      ...{ token: `token of ${claims.jti}`, claims, approvalIds: [], impactAssessmentId: null },
    });
    office.desk.permitId = claims.jti;
    return claims.jti;
  };
  const permitId = await permit();
  const { list, entry } = await office.readyList(LISTED);
  const authorisation = await office.approved(list.id, { scope: { kind: 'after-the-event' } });
  await statePurpose(office.investigator, office.file.id);
  const body: SearchOffice['body'] = async (shown, change = {}) => ({
    authorisationId: authorisation.id,
    picture: (Buffer.isBuffer(shown) ? shown : await facePicture(shown)).toString('base64'),
    source: 'A shopkeeper of Anarkali',
    lawfulness: 'Handed over freely on request of the police',
    takenAt: hoursFromNow(-30),
    place: 'Anarkali, shop 14',
    reason: 'The man in this picture ran away with the till',
    ...change,
  });
  const search: SearchOffice['search'] = async (shown, change = {}, by = office.investigator) =>
    by.post('/api/face-searches', await body(shown, change));
  return {
    ...{ office, list, entry, authorisation, permitId, permit, body, search },
    async made(shown, change = {}) {
      const response = await search(shown, change);
      expect(response.statusCode, response.body).toBe(201);
      return response.json();
    },
    [Symbol.asyncDispose]: () => office[Symbol.asyncDispose](),
  };
}

/** Says for which case somebody works now. */
export async function statePurpose(client: TestClient, caseId: Identifier): Promise<void> {
  const stated = await client.post('/api/purposes', {
    ...{ caseId, purpose: 'crime-investigation', statement: 'To find who robbed the shop.' },
  });
  expect(stated.statusCode, stated.body).toBe(201);
}

async function searchPermit(change: Partial<PermitClaims>): Promise<PermitClaims> {
  const { digest } = await manifestOf('face-embedding');
  const iat = Math.floor(Date.now() / 1000) - 60;
  return {
    ...{ iss: 'test', sub: faceRecognition.id, jti: newIdentifier(), iat, exp: iat + 80_000 },
    ...{ version: faceRecognition.version, cameras: [], purposes: [...faceRecognition.purposes] },
    models: [{ id: 'face-embedding', digest: digest! }],
    configurationDigest: configurationDigest(faceRecognition),
    thresholds: faceRecognition.thresholds,
    ...change,
  };
}
