import { consoleDist } from '@amaan/cli/setup/prepare-console';
import type { Role } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import { openDeploymentKeys } from '@amaan/server/keys/deployment-keys';
import {
  addAuthorisation,
  addFacePermit,
  addWatchlist,
  possibleMatch,
} from '@amaan/server/testing/face-search';
import { type FakeFaceDesk, fakeFaceDesk } from '@amaan/server/testing/fake-face-desk';
import { report } from '@amaan/server/testing/plate-camera';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import { startTestServer, type TestServer } from '@amaan/server/testing/start-test-server';
import type { TestClient } from '@amaan/server/testing/test-client';
import { digestBytes } from '@amaan/store/digest-column';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import { openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import { pictureContext } from '@amaan/store/faces/watchlist-pictures';
import type { Database } from '@amaan/store/open-database';
import { sharp } from '@amaan/vision/image/configured-sharp';
import type { Page } from 'playwright-core';
import type { ConsoleBrowser, PageOptions } from './browser.ts';
import { addPerson, enterFirst, type RoomPerson } from './room-person.ts';

/** What a report names to be accepted. */
type Searched = Parameters<typeof possibleMatch>[1];

/**
 * A control plane with the console on it, where one authorised search runs on one camera. The searcher and its models
 * are not there: what it would report is reported by the test, with drawn faces in place of pictures.
 */
export class FaceRoom implements AsyncDisposable {
  readonly server: TestServer;
  readonly url: string;
  readonly caseId: Identifier;
  readonly desk: FakeFaceDesk;
  readonly #investigator: TestClient;
  readonly #of: Searched;

  private constructor(
    parts: Pick<FaceRoom, 'server' | 'url' | 'caseId' | 'desk'>,
    investigator: TestClient,
    of: Searched,
  ) {
    this.#investigator = investigator;
    this.server = parts.server;
    this.url = parts.url;
    this.caseId = parts.caseId;
    this.desk = parts.desk;
    this.#of = of;
  }

  static async open(db: Database): Promise<FaceRoom> {
    const desk = await fakeFaceDesk();
    const server = await startTestServer(db, { consoleDir: consoleDist, faceDesk: desk });
    const administrator = await signInAs(server, 'administrator');
    const added = await administrator.post('/api/cameras', {
      name: 'Market gate',
      url: 'rtsp://u:p@10.0.0.5/s1',
    });
    const { id: cameraId, siteId } = added.json();
    const investigator = await signInAs(server, 'investigator');
    const file = await investigator.post('/api/cases', { title: 'Robbery of a bank', siteId });
    const caseId: Identifier = file.json().id;
    const deployment = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
    const { secrets } = await openDeploymentKeys(server.dataDir, deployment.id);
    const list = await addWatchlist(server, 3, secrets);
    const box = await openWatchlistBox(db, secrets, list.id);
    for (const [index, { pictureId }] of list.people.entries()) {
      const sealed = box!.sealBytes(await drawnFace(index), pictureContext(list.id, pictureId));
      await db
        .updateTable('watchlist_picture')
        .set({ object_digest: digestBytes(await server.objects.put(sealed)) })
        .where('id', '=', pictureId)
        .execute();
    }
    const authorisationId = await addAuthorisation(server, {
      ...{ siteId, caseId, cameraIds: [cameraId], watchlistId: list.id, askedPerson: 'Asker Khan' },
    });
    const permit = await addFacePermit(server, [cameraId]);
    const url = await server.app.listen({ host: '127.0.0.1', port: 0 });
    const of = { permit, siteId, cameraId, authorisationId, list };
    return new FaceRoom({ server, url, caseId, desk }, investigator, of);
  }

  /** Somebody with an account and the training that their role needs. */
  addPerson(role: Role, name: string): Promise<RoomPerson> {
    return addPerson(this.server, role, name);
  }

  /** An investigator who works on the case. */
  async addInvestigator(name: string): Promise<RoomPerson> {
    const person = await this.addPerson('investigator', name);
    const added = await this.#investigator.post(`/api/cases/${this.caseId}/members`, { userId: person.id });
    if (added.statusCode !== 200) throw new Error(added.body);
    return person;
  }

  /** A page on which somebody signs in for the first time, at one of the places of the area. */
  enter(browser: ConsoleBrowser, person: RoomPerson, place: string, options?: PageOptions): Promise<Page> {
    return enterFirst(browser, person, place, options);
  }

  /** Where the one authorised search runs. */
  place(): Pick<Searched, 'siteId' | 'cameraId' | 'authorisationId'> & { watchlistId: Identifier } {
    const { siteId, cameraId, authorisationId, list } = this.#of;
    return { siteId, cameraId, authorisationId, watchlistId: list.id };
  }

  /** As ten minutes later: whoever chose a password has proven who they are, and that is over. */
  async forgetProofs(): Promise<void> {
    await this.server.db.updateTable('session').set({ steppedUpAt: null }).execute();
  }

  /** A possible match comes in, as a searcher reports it. */
  async raise(change: Partial<PossibleMatch> = {}): Promise<PossibleMatch> {
    const { objects } = this.server;
    const keep = async (bytes: Buffer) => ({
      digest: await objects.put(bytes),
      mediaType: 'image/jpeg' as const,
      bytes: bytes.length,
    });
    const match = await possibleMatch(this.server, this.#of, {
      box: [0.46, 0.26, 0.08, 0.2],
      crop: await keep(await drawnFace(0, 40)),
      picture: await keep(await drawnScene()),
      ...change,
    });
    await report(this.server, match);
    return match;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.server[Symbol.asyncDispose]();
  }
}

const SKIN = ['#b98a65', '#8f6a4c', '#d0a583'];

/** A drawn face of one of three people, as a JPEG. @param size pixels on a side: a small one is as unsharp as far faces are */
async function drawnFace(person: number, size = 320): Promise<Buffer> {
  const beard =
    person === 0 ? '<path d="M90 190q70 110 140 0q-10 -10 -70 20q-60 -30 -70 -20z" fill="#2b211c"/>' : '';
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="320">
    <rect width="320" height="320" fill="#7d8b93"/>
    <ellipse cx="160" cy="165" rx="${82 + person * 6}" ry="110" fill="${SKIN[person % 3]}"/>
    <path d="M70 130q90 -150 180 0q-90 -60 -180 0z" fill="#2b211c"/>
    <circle cx="128" cy="150" r="9" fill="#1d1714"/><circle cx="192" cy="150" r="9" fill="#1d1714"/>
    <path d="M112 130h32M176 130h32" stroke="#2b211c" stroke-width="7"/>
    <path d="M160 155v40l-12 6" stroke="#00000055" stroke-width="5" fill="none"/>
    ${beard}<path d="M135 226q25 12 50 0" stroke="#5b2d25" stroke-width="7" fill="none"/></svg>`;
  return sharp(Buffer.from(svg)).resize(size).jpeg().toBuffer();
}

/** A street with somebody in the middle of it, as a JPEG. */
async function drawnScene(): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="540">
    <rect width="960" height="540" fill="#8a97a0"/><rect y="330" width="960" height="210" fill="#565f66"/>
    <rect x="80" y="80" width="220" height="250" fill="#6f5f4e"/><rect x="640" y="40" width="260" height="290" fill="#7b6b58"/>
    <rect x="440" y="250" width="84" height="240" rx="30" fill="#2f4a63"/></svg>`;
  const face = await drawnFace(0, 90);
  return sharp(Buffer.from(svg))
    .composite([{ input: face, left: 438, top: 148 }])
    .jpeg()
    .toBuffer();
}
