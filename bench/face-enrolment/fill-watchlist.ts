import { randomBytes } from 'node:crypto';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { embeddingDigest } from '@amaan/server/faces/search/embedding-digest';
import { openDeploymentKeys } from '@amaan/server/keys/deployment-keys';
import { addAuthorisation } from '@amaan/server/testing/face-search';
import { signInAs } from '@amaan/server/testing/sign-in-as';
import type { TestServer } from '@amaan/server/testing/start-test-server';
import { insertWatchlistEntry } from '@amaan/store/faces/watchlist-entries';
import { makeWatchlistKey, openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import { insertWatchlistPicture } from '@amaan/store/faces/watchlist-pictures';
import { sealTemplate } from '@amaan/store/faces/watchlist-templates';
import { insertWatchlist, reviewWatchlist } from '@amaan/store/faces/watchlists';

const DAY_MS = 24 * 60 * 60_000;
const CLERK = { actor: 'user:clerk', name: 'The clerk', person: 'clerk' };

/** A reviewed list of made-up people, one picture each. */
export interface FilledList {
  readonly id: Identifier;
  /** Opens a search on it. */
  authorise(): Promise<void>;
}

/** @param face gives the template of somebody new */
export async function fillWatchlist(
  server: TestServer,
  people: number,
  face: () => Float32Array,
): Promise<FilledList> {
  const { db, dataDir } = server;
  const deployment = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
  const { secrets } = await openDeploymentKeys(dataDir, deployment.id);
  const [id, at, modelDigest] = [newIdentifier(), instantOf(Date.now()), await embeddingDigest()];
  const input = {
    ...{ name: 'Wanted', purpose: 'People wanted for robbery.', criteria: 'A warrant of a court.' },
    ...{ owner: 'Robbery cell', legalBasis: 'Section 54, warrant.' },
    expiresOn: instantOf(Date.now() + 80 * DAY_MS).slice(0, 10),
  };
  await db.transaction().execute(async (tx) => {
    await insertWatchlist(tx, { id, siteId: null, input, at, by: CLERK });
    await makeWatchlistKey(tx, secrets, id, at);
    const box = await openWatchlistBox(tx, secrets, id);
    for (let number = 0; number < people; number++) {
      const [entryId, pictureId] = [newIdentifier(), newIdentifier()];
      const common = { watchlistId: id, state: 'active', at, by: CLERK, revision: 1 } as const;
      const person = { reference: `Person ${number}`, note: '', child: false, missing: false };
      await insertWatchlistEntry(tx, box!, { ...common, id: entryId, input: person });
      await insertWatchlistPicture(tx, box!, {
        ...common,
        ...{ id: pictureId, entryId, quality: 0.9, modelDigest },
        details: { source: 'Warrant', lawfulness: 'Named in the warrant.', takenOn: '2026-01-01' },
        objectDigest: digestOfBytes(randomBytes(8)),
        template: sealTemplate(box!, id, pictureId, face()),
      });
    }
    await reviewWatchlist(tx, id, at, { ...CLERK, person: 'reviewer' });
  });
  return { id, authorise: () => authorise(server, id) };
}

async function authorise(server: TestServer, watchlistId: Identifier): Promise<void> {
  const [administrator, investigator] = [
    await signInAs(server, 'administrator'),
    await signInAs(server, 'investigator'),
  ];
  const camera = { name: 'Gate', url: 'rtsp://u:p@10.0.0.5/s1' };
  const { id: cameraId, siteId } = (await administrator.post('/api/cameras', camera)).json();
  const { id: caseId } = (await investigator.post('/api/cases', { title: 'Robbery', siteId })).json();
  await addAuthorisation(server, {
    ...{ siteId, caseId, watchlistId, cameraIds: [cameraId], askedPerson: 'asker' },
  });
}
