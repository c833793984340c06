import { instantOf } from '@amaan/contracts/instant';
import { endFaceAuthorisation } from '@amaan/store/faces/face-authorisations';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { report } from '../../testing/plate-camera.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { type FaceSearchServer, startFaceSearch } from '../../testing/start-face-search.ts';
import { FaceMatchRemoval } from './face-match-removal.ts';

let db: Database;
let face: FaceSearchServer;
const DAY_MS = 24 * 60 * 60_000;
const HOUR_MS = 60 * 60_000;
const NOTHING = { matches: 0, observations: 0, answers: 0 };

beforeAll(async () => {
  db = await createTestDatabase();
  face = await startFaceSearch(db);
});
afterAll(async () => {
  await face?.[Symbol.asyncDispose]();
  await db?.destroy();
});

describe('deletion of matches', () => {
  const urgent = () => face.authorise({ urgent: true });

  test('takes everything along that an urgent authorisation produced which nobody approved', async () => {
    const id = await urgent();
    const match = await face.hit({}, { authorisationId: id });
    await report(face.server, match);
    await face.answer(face.one, match.id, 'same-person');
    expect(await face.traces(match.id)).toEqual({ matches: 1, observations: 1, answers: 1 });
    face.server.clock.aheadMs = 21 * HOUR_MS;
    await face.server.services.faces.upkeep.run();
    face.server.clock.aheadMs = 0;
    expect(await face.traces(match.id)).toEqual(NOTHING);
    expect(await face.server.objects.has(match.crop.digest)).toBe(false);
    expect((await face.entries('face-products.deleted')).at(-1)).toMatchObject({
      ...{ subject: `face-authorisation:${id}`, data: { hits: 1, crops: 2 } },
    });
    expect((await face.one.get(`/api/face-matches/${match.id}`)).statusCode).toBe(404);
    // Sent again it is refused: nothing comes back.
    await report(face.server, match);
    expect(await face.traces(match.id)).toEqual(NOTHING);
  });

  test('can be asked for, in one transaction with its entry, and a second time changes nothing', async () => {
    const id = await urgent();
    const matches = [
      await face.hit({}, { authorisationId: id }),
      await face.hit({}, { authorisationId: id }),
    ];
    await report(face.server, ...matches);
    await face.answer(face.one, matches[0]!.id, 'same-person');
    const { removal } = face.server.services.faceMatches;
    expect(await removal.destroyWhatItProduced(id)).toMatchObject({ answers: 1, others: 4 });
    for (const match of matches) expect(await face.traces(match.id)).toEqual(NOTHING);
    const before = await face.entries('face-products.deleted');
    expect(before.at(-1)).toMatchObject({ data: { hits: 2, crops: 4, answers: 1 } });
    expect(await removal.destroyWhatItProduced(id)).toEqual({ matches: [], answers: 0, others: 0 });
    expect(await face.entries('face-products.deleted')).toEqual(before);
  });

  test('takes rejected matches after thirty days, and undecided ones whose authorisation is over; confirmed ones stay', async () => {
    const id = await face.authorise();
    const [rejected, confirmed, undecided] = [
      await face.hit(
        { pictureId: face.list.people[2]!.pictureId, entryId: face.list.people[2]!.entryId },
        { authorisationId: id },
      ),
      await face.hit({}, { authorisationId: id }),
      await face.hit({}, { authorisationId: id }),
    ];
    await report(face.server, rejected, confirmed, undecided);
    for (const client of [face.one, face.other]) {
      await face.answer(client, rejected.id, 'different-person');
      await face.answer(client, confirmed.id, 'same-person');
    }
    await endFaceAuthorisation(db, id, {
      ...{ kind: 'expired', at: instantOf(Date.now()), by: { actor: 'system:faces', name: 'Amaan' } },
    });
    let ahead = 29 * DAY_MS;
    const publish = () => undefined;
    const now = () => Date.now() + ahead;
    await using job = new FaceMatchRemoval({ db, days: 30, now, publish, logger: pino({ level: 'silent' }) });
    await job.run();
    expect((await face.traces(rejected.id)).matches).toBe(1);
    ahead = 31 * DAY_MS;
    await job.run();
    expect(await face.traces(rejected.id)).toEqual(NOTHING);
    expect(await face.traces(undecided.id)).toEqual(NOTHING);
    expect(await face.traces(confirmed.id)).toEqual({ matches: 1, observations: 1, answers: 2 });
    const governance = await signInAs(face.server, 'governance-officer');
    const [run] = (await face.entries('face-match-retention.run')).slice(-1);
    expect(run.data.deleted).toBeGreaterThanOrEqual(2);
    expect((await face.entries('face-matches.deleted')).at(-1)).toMatchObject({ actor: 'system:retention' });
    expect((await governance.get('/api/face-matches/retention')).json()).toMatchObject({
      ...{ days: 30, last: { deleted: run.data.deleted, abandoned: run.data.abandoned } },
    });
  });
});
