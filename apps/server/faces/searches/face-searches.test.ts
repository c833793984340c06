import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { PictureSearch } from '@amaan/contracts/faces/searches/picture-search';
import { digestHex } from '@amaan/store/digest-column';
import { sharp } from '@amaan/vision/image/configured-sharp';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { hoursFromNow } from '../../testing/face-office.ts';
import { facePicture } from '../../testing/fake-face-desk.ts';
import { LISTED, openSearchOffice, type SearchOffice } from '../../testing/search-office.ts';
import { signInAs } from '../../testing/sign-in-as.ts';
import { tablesWith } from '../../testing/tables-with.ts';
import type { TestClient } from '../../testing/test-client.ts';

let room: SearchOffice;
let reviewers: TestClient[];
beforeAll(async () => {
  room = await openSearchOffice();
  reviewers = [
    await signInAs(room.office.server, 'operator'),
    await signInAs(room.office.server, 'operator'),
  ];
});
afterAll(() => room?.[Symbol.asyncDispose]());

const db = () => room.office.server.db;
const read = async (id: string, by = room.office.investigator): Promise<PictureSearch> =>
  (await by.get(`/api/face-searches/${id}`)).json();
const entriesOf = (id: string) => room.office.ledgerOf(`face-search:${id}`);
const objects = async () =>
  (await readdir(join(room.office.server.dataDir, 'objects'), { recursive: true })).sort();

async function rows(): Promise<Record<string, number>> {
  const { rows: tables } = await sql<{ name: string }>`
    SELECT relname AS name FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relkind = 'r' AND n.nspname = 'public' ORDER BY relname`.execute(db());
  const counts: Record<string, number> = {};
  for (const { name } of tables) {
    const { rows: counted } = await sql<{ count: number }>`SELECT count(*) FROM ${sql.table(name)}`.execute(
      db(),
    );
    counts[name] = Number(counted[0]!.count);
  }
  return counts;
}

describe('a picture of somebody', () => {
  test('who is on the list becomes a possible match, which two people judge as any other', async () => {
    const search = await room.made({ person: LISTED });
    expect(search).toMatchObject({
      ...{ found: 1, listSize: 1, caseNumber: room.office.file.number, place: 'Anarkali, shop 14' },
      matches: [{ state: 'possible' }],
      seal: { state: 'holds', entry: expect.any(Number) },
    });
    // The searcher is told that there is a match and what becomes of it, and nothing of how similar it is.
    expect(JSON.stringify(search)).not.toMatch(/similarity|quality/);
    const { id } = search.matches[0]!;
    const seen = (await reviewers[0]!.get(`/api/face-matches/${id}`)).json();
    expect(seen).toMatchObject({
      ...{ cameraId: null, cameraName: null, search: { id: search.id, place: 'Anarkali, shop 14' } },
      ...{
        entryId: room.entry.id,
        similarity: expect.closeTo(1),
        presentationAttack: 0.1,
        box: [0.3, 0.3, 0.4, 0.4],
      },
      may: { answer: 'review', refusal: null },
    });
    const asked = await room.office.investigator.post(`/api/face-matches/${id}/answers`, {
      answer: 'same-person',
    });
    expect(asked.statusCode).toBe(403);
    for (const kind of ['crop', 'picture', 'enrolled'] as const) {
      const picture = await reviewers[0]!.get(`/api/face-matches/${id}/pictures/${kind}`);
      expect(picture.statusCode, kind).toBe(200);
      expect((await sharp(picture.rawPayload).metadata()).exif).toBeUndefined();
    }
    for (const client of reviewers)
      await client.post(`/api/face-matches/${id}/answers`, { answer: 'same-person' });
    expect((await read(search.id)).matches).toEqual([{ id, state: 'confirmed' }]);
    const [raised] = await room.office.ledgerOf(`face-match:${id}`);
    expect(raised).toMatchObject({ kind: 'face.match-raised', data: { permitId: room.permitId } });
  });

  test('who is on no list leaves that a search took place: no row, object or log line more', async () => {
    await room.made({ person: 90 });
    const [rowsBefore, objectsBefore] = [await rows(), await objects()];
    const { server } = room.office;
    const lines = server.log.length;
    const picture = await facePicture({ person: 91 });
    const search = await room.made({ person: 91 });
    expect(search).toMatchObject({ found: 0, matches: [], seal: { state: 'holds' } });
    const rowsAfter = await rows();
    const changed = Object.keys(rowsAfter).filter((table) => rowsAfter[table] !== rowsBefore[table]);
    expect(changed.filter((table) => !table.startsWith('ledger_'))).toEqual([
      ...['face_search', 'face_search_charge', 'face_searched'],
    ]);
    expect(rowsAfter.ledger_entry! - rowsBefore.ledger_entry!).toBe(1);
    expect(await objects()).toEqual(objectsBefore);
    expect(server.log.slice(lines).filter((line) => JSON.parse(line).level >= 30)).toEqual([]);
    // Neither the picture nor the words are in the ledger or in a log.
    const said = [...server.log.slice(lines), JSON.stringify(await entriesOf(search.id))].join('');
    for (const text of [picture.toString('base64').slice(0, 60), 'Anarkali', 'ran away'])
      expect(said).not.toContain(text);
    const digests = [picture, Buffer.from(picture.toString('base64'))].map((bytes) => bytes.toString('hex'));
    expect(await tablesWith(db(), digests)).toEqual([]);
  });

  test('among others is searched only once somebody says which; the others are covered in what is kept', async () => {
    const before = room.office.desk.embedded;
    const asked = await room.search({ person: LISTED - 1, faces: 3 });
    expect(asked.statusCode).toBe(200);
    const { outcome, faces } = asked.json();
    expect(outcome).toBe('choose-face');
    expect(faces).toHaveLength(3);
    expect(faces[0]).toMatchObject({ usable: true, advice: null, box: [0.05, 0.3, 0.25, 0.3] });
    const looked = await room.office.investigator.post('/api/face-searches/faces', {
      authorisationId: room.authorisation.id,
      picture: (await facePicture({ person: LISTED - 1, faces: 3 })).toString('base64'),
    });
    expect(looked.json()).toEqual({ outcome, faces });
    expect(room.office.desk.embedded).toBe(before);
    const shown = { person: LISTED - 1, faces: 3 };
    const search = await room.made(shown, { face: faces[1].box });
    expect(search.matches).toHaveLength(1);
    expect(room.office.desk.embedded).toBe(before + 1);
    const { id } = search.matches[0]!;
    const kept = await reviewers[0]!.get(`/api/face-matches/${id}/pictures/picture`);
    const { data, info } = await sharp(kept.rawPayload).raw().toBuffer({ resolveWithObject: true });
    const at = (x: number, y: number) => data[(y * info.width + x) * info.channels + 2]!;
    // The picture is bright blue; covers are dark.
    expect([at(35, 90), at(95, 90), at(155, 90)].map((value) => value > 128)).toEqual([false, true, false]);
    expect((await room.search(shown, { face: [0.9, 0.9, 0.1, 0.1] })).json()).toMatchObject({
      ...{ status: 422, code: 'FACE_NOT_THERE' },
    });
  });
});

describe('what was found', () => {
  test('is sealed in the ledger without a similarity, a picture or a word', async () => {
    const search = await room.made({ person: LISTED });
    const [entry] = await entriesOf(search.id);
    expect(entry).toMatchObject({
      kind: 'face-search.sealed',
      data: {
        ...{ authorisationId: room.authorisation.id, caseId: room.office.file.id, watchlistId: room.list.id },
        ...{ listSize: 1, matches: 1, found: 1, permitId: room.permitId, threshold: search.threshold },
        listDigest: search.seal.listDigest,
        configurationDigest: expect.stringMatching(/^[0-9a-f]{64}$/),
      },
    });
    const stored = await db()
      .selectFrom('face_search')
      .select('salt')
      .where('id', '=', search.id)
      .executeTakeFirstOrThrow();
    for (const secret of ['Anarkali', 'ran away', search.matches[0]!.id!, digestHex(stored.salt)])
      expect(JSON.stringify(entry)).not.toContain(secret);
    const other = await room.made({ person: 92 });
    const another = await room.made({ person: 93 });
    expect(other.seal.listDigest).not.toBe(another.seal.listDigest);
  });

  test('is found out when a row is changed: a similarity, a person, a number, or the search itself', async () => {
    const tampered = async (change: (id: string, matchId: string) => Promise<unknown>) => {
      const search = await room.made({ person: LISTED });
      expect((await read(search.id)).seal.state).toBe('holds');
      await change(search.id, search.matches[0]!.id!);
      return (await read(search.id)).seal.state;
    };
    expect(
      await tampered((_, id) =>
        sql`UPDATE face_search_observation SET body = jsonb_set(body, '{similarity}', '0.99')
          WHERE id = ${id}::uuid`.execute(db()),
      ),
    ).toBe('broken');
    expect(
      await tampered((_, id) =>
        db().updateTable('face_match').set({ entry_id: id }).where('id', '=', id).execute(),
      ),
    ).toBe('broken');
    for (const change of [
      sql`threshold = 0.2`,
      sql`place = 'Elsewhere'`,
      sql`results = '{}'`,
      sql`found = 0`,
      sql`by_user = 'user:other'`,
    ])
      expect(
        await tampered(async (id) => {
          await expect(
            sql`UPDATE face_search SET ${change} WHERE id = ${id}::uuid`.execute(db()),
          ).rejects.toThrow();
          await sql`ALTER TABLE face_search DISABLE TRIGGER append_only`.execute(db());
          await sql`UPDATE face_search SET ${change} WHERE id = ${id}::uuid`.execute(db());
          await sql`ALTER TABLE face_search ENABLE TRIGGER append_only`.execute(db());
        }),
      ).toBe('broken');
  });

  test('of which a rejected match is deleted is still shown to be the list of the others', async () => {
    const search = await room.made({ person: LISTED });
    const id = search.matches[0]!.id!;
    for (const client of reviewers)
      await client.post(`/api/face-matches/${id}/answers`, { answer: 'different-person' });
    room.office.server.clock.aheadMs = 31 * 24 * 60 * 60_000;
    await room.office.server.services.faceMatches.removal.run();
    room.office.server.clock.aheadMs = 0;
    expect(await tablesWith(db(), [id])).not.toContain('face_match');
    expect(await tablesWith(db(), [id])).not.toContain('face_search_observation');
    expect(await read(search.id)).toMatchObject({
      matches: [{ id: null, state: 'deleted' }],
      seal: { state: 'holds-in-part', listDigest: search.seal.listDigest },
    });
  });

  test('goes with an urgent authorisation that nobody approves; that there was a search stays', async () => {
    const { office } = room;
    const scope = { kind: 'after-the-event' };
    const { id } = await office.ask(room.list.id, { scope }, true);
    // Another picture than all others: objects of one picture are one object.
    const search = await room.made({ person: LISTED, quality: 0.8 }, { authorisationId: id });
    const before = await objects();
    await office.later(25 * 60 * 60_000);
    office.server.clock.aheadMs = 0;
    expect((await read(search.id)).matches).toEqual([{ id: null, state: 'deleted' }]);
    expect((await objects()).length).toBeLessThan(before.length);
    expect((await office.ledgerOf(`face-authorisation:${id}`)).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['face-authorisation.lapsed', 'face-products.deleted']),
    );
  });
});

describe('who reads of searches', () => {
  test('pages them for their case, and the supervisors of the site', async () => {
    const { office, authorisation } = room;
    const url = `/api/face-searches?authorisationId=${authorisation.id}&limit=2`;
    const supervisor = (await office.supervisor.get(url)).json();
    const first: PictureSearch[] = (await office.investigator.get(url)).json();
    expect(first.map(({ id }) => id)).toEqual(supervisor.map(({ id }: PictureSearch) => id));
    const next = (await office.investigator.get(`${url}&after=${first[1]!.id}`)).json();
    expect(next[0].id < first[1]!.id).toBe(true);
    const stranger = await signInAs(office.server, 'investigator');
    expect((await stranger.get(url)).json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });

  test('in numbers alone, where they judge the system; errors are counted without a camera', async () => {
    const auditor = await signInAs(room.office.server, 'auditor');
    const made = await db().selectFrom('face_search').select('found').execute();
    expect((await auditor.get('/api/face-oversight')).json().searches).toEqual({
      made: made.length,
      withoutMatch: made.filter(({ found }) => found === 0).length,
    });
    expect((await auditor.get('/api/face-searches')).statusCode).toBe(403);
    const day = hoursFromNow(0).slice(0, 10);
    const report = (await auditor.get(`/api/face-reports?from=${day}&to=${day}`)).json();
    const cameras = report.groups.find(({ grouping }: { grouping: string }) => grouping === 'camera').lines;
    expect(cameras).toMatchObject([{ label: 'after-the-event', name: null, faces: made.length }]);
    expect(cameras[0].rejected).toBe(1);
    expect(cameras[0].confirmed).toBe(1);
    expect(cameras[0].deleted).toBe(1);
  });
});
