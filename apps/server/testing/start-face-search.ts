import type { FaceMatch } from '@amaan/contracts/faces/matches/face-match';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { PossibleMatch } from '@amaan/store/faces/matches/face-matches';
import type { Database } from '@amaan/store/open-database';
import type { LightMyRequestResponse } from 'fastify';
import { openDeploymentKeys } from '../keys/deployment-keys.ts';
import {
  addAuthorisation,
  addFacePermit,
  addWatchlist,
  possibleMatch,
  type TestWatchlist,
} from './face-search.ts';
import { report } from './plate-camera.ts';
import { signInAs } from './sign-in-as.ts';
import { startTestServer, type TestServer } from './start-test-server.ts';
import type { TestClient } from './test-client.ts';

/** What a possible match names to be accepted. */
export interface SearchedPlace {
  readonly permit: PermitClaims;
  readonly siteId: Identifier;
  readonly cameraId: Identifier;
  readonly authorisationId: Identifier;
  readonly list: TestWatchlist;
}

/** A server on which faces are searched for a case, two people who review, and what tests ask about it. */
export interface FaceSearchServer extends SearchedPlace, AsyncDisposable {
  readonly server: TestServer;
  readonly caseId: Identifier;
  /** A camera of the permit that no authorisation covers. */
  readonly elsewhere: Identifier;
  readonly investigator: TestClient;
  readonly one: TestClient;
  readonly other: TestClient;
  /** Another authorisation on the camera, asked for by `Asker Khan`. */
  authorise(change?: { readonly urgent?: boolean; readonly list?: TestWatchlist }): Promise<Identifier>;
  hit(change?: Partial<PossibleMatch>, of?: Partial<SearchedPlace>): Promise<PossibleMatch>;
  /** A match that has come in; it fails when it was refused. */
  reported(of?: Partial<SearchedPlace>): Promise<PossibleMatch>;
  answer(client: TestClient, id: Identifier, said: string, note?: string): Promise<LightMyRequestResponse>;
  seen(client: TestClient, id: Identifier): Promise<FaceMatch>;
  // biome-ignore lint/suspicious/noExplicitAny: entries of all kinds
  entries(kind: string): Promise<any[]>;
  denials(): Promise<string[]>;
  /** How much is kept of a match. */
  traces(id: Identifier): Promise<{ matches: number; observations: number; answers: number }>;
}

export async function startFaceSearch(db: Database): Promise<FaceSearchServer> {
  const server = await startTestServer(db);
  const administrator = await signInAs(server, 'administrator');
  const [one, other, investigator] = [
    await signInAs(server, 'operator'),
    await signInAs(server, 'operator'),
    await signInAs(server, 'investigator'),
  ];
  const add = async (name: string) =>
    (await administrator.post('/api/cameras', { name, url: 'rtsp://u:p@10.0.0.5/s1' })).json();
  const { id: cameraId, siteId } = await add('Gate');
  const elsewhere: Identifier = (await add('Yard')).id;
  const caseId: Identifier = (await investigator.post('/api/cases', { title: 'Robbery', siteId })).json().id;
  const deployment = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
  const { secrets } = await openDeploymentKeys(server.dataDir, deployment.id);
  const list = await addWatchlist(server, 3, secrets);
  const authorise: FaceSearchServer['authorise'] = ({ urgent = false, list: of = list } = {}) =>
    addAuthorisation(server, {
      ...{ siteId, caseId, cameraIds: [cameraId], watchlistId: of.id, askedPerson: 'Asker Khan', urgent },
    });
  const authorisationId = await authorise();
  const permit = await addFacePermit(server, [cameraId, elsewhere]);
  const place: SearchedPlace = { permit, siteId, cameraId, authorisationId, list };
  const hit: FaceSearchServer['hit'] = (change = {}, of = {}) =>
    possibleMatch(server, { ...place, ...of }, change);
  const count = (table: 'face_match' | 'observation', id: Identifier) =>
    db.selectFrom(table).select('id').where('id', '=', id).execute();
  return {
    ...place,
    ...{ server, caseId, elsewhere, investigator, one, other, authorise, hit },
    async reported(of = {}) {
      const match = await hit({}, of);
      await report(server, match);
      if ((await count('face_match', match.id)).length === 0) throw new Error('The match was refused.');
      return match;
    },
    answer: (client, id, said, note = '') =>
      client.post(`/api/face-matches/${id}/answers`, { answer: said, note }),
    seen: async (client, id) => (await client.get(`/api/face-matches/${id}`)).json(),
    async entries(kind) {
      const rows = await db
        .selectFrom('ledger_entry')
        .select('entry')
        .where('kind', '=', kind)
        .orderBy('index')
        .execute();
      return rows.map(({ entry }) => JSON.parse(entry));
    },
    async denials() {
      return (await db.selectFrom('denial').select('code').execute()).map(({ code }) => code);
    },
    async traces(id) {
      const answers = await db
        .selectFrom('face_match_answer')
        .select('id')
        .where('match_id', '=', id)
        .execute();
      return {
        matches: (await count('face_match', id)).length,
        observations: (await count('observation', id)).length,
        answers: answers.length,
      };
    },
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}
