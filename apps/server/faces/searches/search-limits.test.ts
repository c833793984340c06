import { beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, HOUR_MS } from '../../testing/face-office.ts';
import { openSearchOffice, type SearchOffice, statePurpose } from '../../testing/search-office.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { startTestServer } from '../../testing/start-test-server.ts';
import { SearchLimits } from './search-limits.ts';

let room: SearchOffice;
const db = () => room.office.server.db;
beforeAll(async () => {
  room = await openSearchOffice();
  return () => room[Symbol.asyncDispose]();
});

describe('how often may be searched', () => {
  test('is counted for each person and each authorisation, whatever becomes of it, also across a restart', async () => {
    const database = db();
    const { id } = room.authorisation;
    let now = Date.now() + 10 * DAY_MS;
    const settings = { perPersonAndHour: 3, perAuthorisationAndDay: 4, atOnce: 1 };
    const limits = () => new SearchLimits({ db: database, now: () => now, settings });
    const by = (person: string) => ({ person }) as never;
    for (let count = 0; count < 3; count++) await limits().charge('search', id, by('Ayesha'));
    await expect(limits().charge('search', id, by(' ayesha '))).rejects.toMatchObject({
      ...{ status: 429, code: 'FACE_SEARCHES_TOO_MANY', retryAfterSeconds: 3600 },
    });
    // Looking at a picture is counted by itself.
    await limits().charge('look', id, by('Ayesha'));
    await limits().charge('search', id, by('Bilal'));
    await expect(limits().charge('search', id, by('Bilal'))).rejects.toMatchObject({
      ...{ code: 'FACE_SEARCHES_TOO_MANY', retryAfterSeconds: 24 * 3600 },
    });
    now += HOUR_MS;
    await expect(limits().charge('search', id, by('Ayesha'))).rejects.toMatchObject({ status: 429 });
    now += DAY_MS;
    await limits().charge('search', id, by('Ayesha'));
    await expect(limits().charge('search', id, by(''))).rejects.toMatchObject({ code: 'PERSON_UNKNOWN' });
    // Of many at once no more are let in than may be.
    now += 2 * DAY_MS;
    const at = Array.from({ length: 8 }, () => limits().charge('search', id, by('Chand')));
    const done = await Promise.allSettled(at);
    expect(done.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  test('bounds how many run at once, and frees the place whatever happens', async () => {
    const limits = new SearchLimits({
      ...{ db: db(), now: Date.now },
      settings: { perPersonAndHour: 9, perAuthorisationAndDay: 9, atOnce: 1 },
    });
    const gate = Promise.withResolvers<void>();
    const first = limits.run(() => gate.promise);
    await expect(limits.run(async () => 1)).rejects.toMatchObject({
      ...{ status: 429, code: 'FACE_SEARCHES_BUSY', retryAfterSeconds: 5 },
    });
    gate.reject(new Error('Over.'));
    await expect(first).rejects.toThrow('Over.');
    expect(await limits.run(async () => 1)).toBe(1);
  });

  test('is told with the time after which it may be again, and a new server on the same database knows it', async () => {
    await db().deleteFrom('face_search_charge').execute();
    for (let count = 0; count < 20; count++) await room.made({ person: 80 });
    const refusal = await room.search({ person: 80 });
    expect(refusal.json()).toMatchObject({ status: 429, code: 'FACE_SEARCHES_TOO_MANY' });
    const seconds = Number(refusal.headers['retry-after']);
    expect(seconds).toBeGreaterThan(3000);
    expect(seconds).toBeLessThanOrEqual(3600);
    const [last] = (await room.office.ledgerOf(`face-authorisation:${room.authorisation.id}`)).slice(-1);
    expect(last).toMatchObject({ kind: 'face-search.refused', data: { code: 'FACE_SEARCHES_TOO_MANY' } });
    await using again = await startTestServer(db(), { faceDesk: room.office.desk, demo: false });
    const investigator = await signInAs(again, 'investigator', { person: 'ayesha' });
    const { id: userId } = (await investigator.get('/api/me')).json();
    await room.office.investigator.post(`/api/cases/${room.office.file.id}/members`, { userId });
    await statePurpose(investigator, room.office.file.id);
    const there = await investigator.post('/api/face-searches', await room.body({ person: 80 }));
    expect(there.json(), there.body).toMatchObject({ status: 429, code: 'FACE_SEARCHES_TOO_MANY' });
  });
});
