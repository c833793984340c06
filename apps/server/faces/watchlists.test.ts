import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openWatchlistBox } from '@amaan/store/faces/watchlist-keys';
import { SecretBox } from '@amaan/store/secret-box';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DAY_MS, dayFromNow, FaceOffice } from '../testing/face-office.ts';
import { facePicture } from '../testing/fake-face-desk.ts';
import { signInAs } from '../testing/sign-in-as.ts';

describe('watchlists', () => {
  let office: FaceOffice;
  beforeAll(async () => {
    office = await FaceOffice.open();
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  test('end after 90 days at the latest, and not before tomorrow', async () => {
    for (const expiresOn of [dayFromNow(91), dayFromNow(0), dayFromNow(-5)]) {
      const refused = await office.keeper.post('/api/watchlists', office.listBody({ expiresOn }));
      expect(refused.json()).toMatchObject({ status: 422, code: 'WATCHLIST_EXPIRY' });
    }
    expect(await office.makeList({ expiresOn: dayFromNow(90) })).toMatchObject({ state: 'unreviewed' });
    const list = await office.makeList();
    const renewed = await office.keeper.request(
      'PUT',
      `/api/watchlists/${list.id}`,
      office.listBody({ expiresOn: dayFromNow(95) }),
    );
    expect(renewed.json()).toMatchObject({ code: 'WATCHLIST_EXPIRY' });
  });

  test('are confirmed as they are, by somebody who did not change them', async () => {
    const list = await office.makeList();
    await office.addEntry(list);
    const review = (by: typeof office.keeper, seen: number) =>
      by.post(`/api/watchlists/${list.id}/review`, { seen, statement: 'Looked through every entry' });
    const { revision } = await office.getList(list.id);
    expect((await review(office.keeper, revision)).json()).toMatchObject({ status: 403, code: 'FOUR_EYES' });
    expect((await review(office.supervisor, revision - 1)).json()).toMatchObject({
      status: 409,
      code: 'WATCHLIST_CHANGED',
    });
    expect((await review(office.investigator, revision)).json()).toMatchObject({
      status: 403,
      code: 'ACTION_FORBIDDEN',
    });
    expect((await review(office.supervisor, revision)).json()).toMatchObject({ state: 'ready' });
    await office.addEntry(list, { reference: 'Another one' });
    expect(await office.getList(list.id)).toMatchObject({ state: 'unreviewed', entries: 2 });
    await office.review(list.id);
    office.server.clock.aheadMs = 31 * DAY_MS;
    const old = await office.server.services.faces.watchlists.list(principal('all'));
    office.server.clock.aheadMs = 0;
    expect(old.find(({ id }) => id === list.id)).toMatchObject({ state: 'unreviewed' });
  });

  test('of another site are not there, and those of all sites are not changed by who has one', async () => {
    const everywhere = await office.makeList({ siteId: null });
    const ours = await office.makeList();
    const [here, there] = await Promise.all([
      signInAs(office.server, 'supervisor', { sites: [office.file.siteId] }),
      signInAs(office.server, 'supervisor', { sites: [] }),
    ]);
    expect((await there.get(`/api/watchlists/${ours.id}`)).json()).toMatchObject({
      code: 'WATCHLIST_NOT_FOUND',
    });
    const entry = { reference: 'Somebody', child: false, missing: false };
    expect((await here.post(`/api/watchlists/${ours.id}/entries`, entry)).statusCode).toBe(201);
    expect((await here.post(`/api/watchlists/${everywhere.id}/entries`, entry)).json()).toMatchObject({
      status: 403,
      code: 'OUTSIDE_YOUR_SITES',
    });
  });

  describe('entries', () => {
    test('of children wait for a second person, and without a word nothing of them is searched', async () => {
      const list = await office.makeList();
      const child = await office.addEntry(list, { reference: 'Child A', child: true, missing: true });
      expect(child.state).toBe('waiting');
      const url = `/api/watchlists/${list.id}/entries/${child.id}/decision`;
      const decide = (by: typeof office.keeper, decision: string) => by.post(url, { decision });
      expect((await decide(office.keeper, 'approved')).json()).toMatchObject({ code: 'FOUR_EYES' });
      expect((await decide(office.investigator, 'approved')).statusCode).toBe(403);
      expect((await decide(office.supervisor, 'approved')).json()).toMatchObject({ state: 'active' });
      expect((await decide(office.supervisor, 'refused')).json()).toMatchObject({ code: 'ENTRY_DECIDED' });
    });

    test('that are refused or removed leave neither name nor picture', async () => {
      const list = await office.makeList();
      const refused = await office.addEntry(list, { reference: 'Refused child', child: true });
      const { picture } = await office.enrol(refused, { person: 90 });
      const [object] = await objectsOf(office, picture.id);
      await office.supervisor.post(`/api/watchlists/${list.id}/entries/${refused.id}/decision`, {
        decision: 'refused',
      });
      const removed = await office.addEntry(list, { reference: 'Removed person' });
      await office.enrol(removed, { person: 91 });
      const gone = await office.keeper.request('DELETE', `/api/watchlists/${list.id}/entries/${removed.id}`);
      expect(gone.statusCode).toBe(204);
      const rows = await office.server.db
        .selectFrom('watchlist_entry')
        .select(['state', 'sealed'])
        .where('watchlist_id', '=', list.id)
        .execute();
      expect(rows.map(({ state }) => state).sort()).toEqual(['refused', 'removed']);
      expect(rows.every(({ sealed }) => sealed === null)).toBe(true);
      expect(await office.getList(list.id)).toMatchObject({ entries: 0, pictures: 0 });
      expect(await office.server.objects.has(object!)).toBe(false);
    });
  });

  describe('a picture', () => {
    test('is kept sealed, and comes back as the face alone, without the file’s metadata', async () => {
      const list = await office.makeList();
      const entry = await office.addEntry(list);
      const { picture, findings } = await office.enrol(entry, { person: 10 });
      expect(picture).toMatchObject({ state: 'active', source: 'Police record, Lahore', weight: 1 });
      expect(findings).toEqual([]);
      const url = `/api/watchlists/${list.id}/entries/${entry.id}/pictures`;
      const file = await office.supervisor.get(`${url}/${picture.id}/file`);
      expect(file.headers['content-type']).toBe('image/jpeg');
      expect(file.rawPayload.subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
      const [digest] = await objectsOf(office, picture.id);
      expect(Buffer.from(await office.server.objects.get(digest!)).includes(file.rawPayload)).toBe(false);
      expect((await office.ledgerOf(`watchlist:${list.id}`)).map(({ kind }) => kind)).toEqual([
        'watchlist.created',
        'watchlist.entry-added',
        'watchlist.picture-enrolled',
        'watchlist.picture-seen',
      ]);
    });

    test.each([
      ['no face', { person: 1, faces: 0 }, 'FACE_NOT_FOUND', /from the front/],
      ['several faces', { person: 1, faces: 3 }, 'FACES_SEVERAL', /shows 3 faces/],
      ['a bad face', { person: 1, quality: 0.2 }, 'FACE_QUALITY_SIZE', /take a picture from nearer/],
    ])('with %s is refused with advice, and no template is made', async (_, shown, code, advice) => {
      const entry = await office.addEntry(await office.makeList());
      const before = office.desk.embedded;
      const refused = await office.enrolBytes(entry, await facePicture(shown));
      expect(refused.json()).toMatchObject({ status: 422, code, detail: expect.stringMatching(advice) });
      expect(office.desk.embedded).toBe(before);
    });

    test('without source, lawfulness or a date that can be is refused', async () => {
      const entry = await office.addEntry(await office.makeList());
      const whole = {
        source: 'Police record',
        lawfulness: 'Taken on arrest under the act',
        takenOn: dayFromNow(-1),
        picture: (await facePicture({ person: 3 })).toString('base64'),
      };
      const url = `/api/watchlists/${entry.watchlistId}/entries/${entry.id}/pictures`;
      for (const left of ['source', 'lawfulness', 'takenOn'] as const)
        expect((await office.keeper.post(url, { ...whole, [left]: undefined })).statusCode).toBe(400);
      expect((await office.keeper.post(url, { ...whole, takenOn: dayFromNow(2) })).json()).toMatchObject({
        code: 'PICTURE_DATE',
      });
    });

    test('of somebody who is on the list already is held until a person decides', async () => {
      const list = await office.makeList();
      const first = await office.addEntry(list, { reference: 'First name' });
      const second = await office.addEntry(list, { reference: 'Second name' });
      const known = await office.enrol(first, { person: 20 });
      const { picture, findings } = await office.enrol(second, { person: 20 });
      expect(picture.state).toBe('held');
      expect(findings).toMatchObject([
        {
          kind: 'one-person-two-entries',
          entryId: second.id,
          otherEntryId: first.id,
          otherPictureId: known.picture.id,
          similarity: 1,
          decision: null,
        },
      ]);
      const url = `/api/watchlists/${list.id}/findings/${findings[0]!.id}/decision`;
      expect((await office.keeper.post(url, { decision: 'same-person' })).json()).toMatchObject({
        code: 'FOUR_EYES',
      });
      expect((await office.supervisor.post(url, { decision: 'same-person' })).json()).toMatchObject({
        decision: 'same-person',
      });
      expect(await office.getList(list.id)).toMatchObject({ pictures: 1, openFindings: 0 });
      const twin = await office.enrol(second, { person: 20 });
      const again = `/api/watchlists/${list.id}/findings/${twin.findings[0]!.id}/decision`;
      await office.supervisor.post(again, { decision: 'different-people' });
      const pictures = await office.supervisor.get(
        `/api/watchlists/${list.id}/entries/${second.id}/pictures`,
      );
      expect(pictures.json()).toMatchObject([{ state: 'active' }]);
      expect((await office.supervisor.post(again, { decision: 'same-person' })).json()).toMatchObject({
        code: 'FINDING_DECIDED',
      });
    });

    test('of another person than the entry’s is held, and goes when a person says so', async () => {
      const list = await office.makeList();
      const entry = await office.addEntry(list);
      await office.enrol(entry, { person: 30 });
      const { picture, findings } = await office.enrol(entry, { person: 31 });
      expect(picture.state).toBe('held');
      expect(findings).toMatchObject([{ kind: 'two-people-one-entry', similarity: 0 }]);
      await office.supervisor.post(`/api/watchlists/${list.id}/findings/${findings[0]!.id}/decision`, {
        decision: 'different-people',
      });
      expect(await office.getList(list.id)).toMatchObject({ pictures: 1 });
    });

    test('is let go of when what it was held against is taken off', async () => {
      const list = await office.makeList();
      const entry = await office.addEntry(list);
      const { picture: old } = await office.enrol(entry, { person: 40 });
      await office.enrol(entry, { person: 41 });
      const url = `/api/watchlists/${list.id}/entries/${entry.id}/pictures`;
      expect((await office.keeper.request('DELETE', `${url}/${old.id}`)).statusCode).toBe(204);
      expect((await office.supervisor.get(url)).json()).toMatchObject([{ state: 'active' }]);
    });
  });

  describe('destroyed', () => {
    test('cannot be opened by anybody: the key is gone first, then rows and objects', async () => {
      const { list, entry } = await office.readyList(50);
      const { db, dataDir, objects } = office.server;
      const key = new SecretBox(await readFile(join(dataDir, 'keys', 'secrets.key')));
      const row = await db
        .selectFrom('watchlist_key')
        .select('sealed')
        .where('watchlist_id', '=', list.id)
        .executeTakeFirstOrThrow();
      const { id, template, object_digest } = await db
        .selectFrom('watchlist_picture')
        .select(['template', 'object_digest', 'id'])
        .where('watchlist_id', '=', list.id)
        .executeTakeFirstOrThrow();
      const own = new SecretBox(key.openBytes(row.sealed, `watchlist:${list.id}`));
      const context = `watchlist:${list.id}/picture:${id}/template`;
      expect(own.openBytes(template, context)).toHaveLength(512 * 4);
      const names = await rawRows(office);
      expect(names).not.toContain(entry.reference);
      // The server's own key opens nothing of a list.
      expect(() => key.openBytes(template, context)).toThrow('cannot be decrypted');
      const digest = Buffer.from(object_digest).toString('hex');
      expect(await objects.has(digest)).toBe(true);

      const gone = await office.supervisor.post(`/api/watchlists/${list.id}/destruction`, {
        reason: 'The case is closed',
      });
      expect(gone.statusCode, gone.body).toBe(204);
      expect((await office.supervisor.get(`/api/watchlists/${list.id}`)).statusCode).toBe(404);
      for (const table of ['watchlist_key', 'watchlist_entry', 'watchlist_picture'] as const) {
        const left = await db
          .selectFrom(table)
          .select('watchlist_id')
          .where('watchlist_id', '=', list.id)
          .execute();
        expect(left, table).toEqual([]);
      }
      expect(await objects.has(digest)).toBe(false);
      const tombstone = await db
        .selectFrom('watchlist')
        .select(['body', 'destroyed_at'])
        .where('id', '=', list.id)
        .executeTakeFirstOrThrow();
      expect(tombstone).toMatchObject({ body: null, destroyed_at: expect.any(String) });
      // Whoever kept a copy of the other rows, and has the server’s key, has nothing that opens them.
      expect(await openWatchlistBox(db, key, list.id)).toBeNull();
      expect((await office.ledgerOf(`watchlist:${list.id}`)).slice(-2)).toMatchObject([
        { kind: 'watchlist.key-destroyed', data: { cause: 'watchlist-destroyed' } },
        { kind: 'watchlist.destroyed', data: { entries: 1, pictures: 1 } },
      ]);
    });

    test('by time, once, also when the work was cut off after the key', async () => {
      const { list } = await office.readyList(60, { expiresOn: dayFromNow(2) });
      const { db } = office.server;
      await office.later(1 * DAY_MS);
      expect((await office.getList(list.id)).id).toBe(list.id);
      // As if the server had died between the two transactions.
      await db
        .updateTable('watchlist')
        .set({ key_destroyed_at: new Date().toISOString() })
        .where('id', '=', list.id)
        .execute();
      await office.later(3 * DAY_MS);
      await office.later(3 * DAY_MS);
      office.server.clock.aheadMs = 0;
      const kinds = (await office.ledgerOf(`watchlist:${list.id}`)).map(({ kind }) => kind);
      expect(kinds.filter((kind) => kind === 'watchlist.key-destroyed')).toHaveLength(1);
      expect(kinds.filter((kind) => kind === 'watchlist.destroyed')).toHaveLength(1);
    });
  });

  test('no name, source or picture is in the ledger, in a log, in a row or in an object', async () => {
    const list = await office.makeList();
    const entry = await office.addEntry(list, { reference: 'Zarqa Unmistakable', note: 'Scar on the chin' });
    const bytes = await facePicture({ person: 77 });
    const enrolled = await office.keeper.post(`/api/watchlists/${list.id}/entries/${entry.id}/pictures`, {
      source: 'Hospital of Unmistakables',
      lawfulness: 'Order of the court, unmistakably',
      takenOn: dayFromNow(-3),
      picture: bytes.toString('base64'),
    });
    expect(enrolled.statusCode).toBe(201);
    const everything = [await rawRows(office), office.server.log.join('\n'), await allObjects(office)].join(
      '\n',
    );
    for (const word of ['Unmistakable', 'Scar on the chin', bytes.toString('base64').slice(0, 60)])
      expect(everything.includes(word), word).toBe(false);
  });
});

function principal(sites: 'all') {
  const base = { id: 'u', name: 'U', username: 'u', role: 'supervisor', mustChangePassword: false } as const;
  return { ...base, person: 'u', sites, secondFactor: false, steppedUpAt: null };
}

async function objectsOf(office: FaceOffice, pictureId: string): Promise<string[]> {
  const rows = await office.server.db
    .selectFrom('watchlist_picture')
    .select('object_digest')
    .where('id', '=', pictureId)
    .execute();
  return rows.map(({ object_digest }) => Buffer.from(object_digest).toString('hex'));
}

/** Every row that faces are in, and the whole ledger, as text; bytes as they are. */
async function rawRows(office: FaceOffice): Promise<string> {
  const tables = [
    ...['watchlist', 'watchlist_key', 'watchlist_entry', 'watchlist_picture', 'watchlist_finding'],
    ...['face_authorisation', 'face_product', 'face_object_removal', 'ledger_entry'],
  ];
  const texts: string[] = [];
  for (const table of tables) {
    const { rows } = await sql<Record<string, unknown>>`SELECT * FROM ${sql.table(table)}`.execute(
      office.server.db,
    );
    for (const value of rows.flatMap((row) => Object.values(row)))
      texts.push(value instanceof Uint8Array ? Buffer.from(value).toString('latin1') : JSON.stringify(value));
  }
  return texts.join('\n');
}

async function allObjects(office: FaceOffice): Promise<string> {
  const folder = join(office.server.dataDir, 'objects');
  const files = await readdir(folder, { recursive: true, withFileTypes: true });
  const contents = files
    .filter((file) => file.isFile())
    .map((file) => readFile(join(file.parentPath, file.name), 'latin1'));
  return (await Promise.all(contents)).join('\n');
}
