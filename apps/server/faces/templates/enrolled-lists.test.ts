import type { WatchlistEntry } from '@amaan/contracts/faces/watchlist-entry';
import { newIdentifier } from '@amaan/contracts/identifier';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDeploymentKeys } from '../../keys/deployment-keys.ts';
import { FaceOffice } from '../../testing/face-office.ts';
import { facePicture } from '../../testing/fake-face-desk.ts';
import { embeddingDigest } from '../search/embedding-digest.ts';
import { EnrolledLists, type EnrolledListsOptions } from './enrolled-lists.ts';

describe('a list that is being filled', () => {
  let office: FaceOffice;
  beforeAll(async () => {
    office = await FaceOffice.open();
  });
  afterAll(() => office?.[Symbol.asyncDispose]());
  const service = () => office.server.services.faces.enrolledLists;

  async function openLists(change: Partial<EnrolledListsOptions> = {}): Promise<EnrolledLists> {
    const { db, dataDir } = office.server;
    const deployment = await db.selectFrom('deployment').select('id').executeTakeFirstOrThrow();
    const { secrets } = await openDeploymentKeys(dataDir, deployment.id);
    return new EnrolledLists({ db, secrets, logger: pino({ level: 'silent' }), ...change });
  }
  const templateOf = (person: number) => {
    const template = new Float32Array(512);
    template[person] = 1;
    return template;
  };
  const remove = ({ watchlistId, id }: WatchlistEntry) =>
    office.keeper.request('DELETE', `/api/watchlists/${watchlistId}/entries/${id}`);

  test('is in memory from its first picture on, and follows what comes and goes without being loaded anew', async () => {
    await using lists = await openLists();
    const digest = await embeddingDigest();
    const list = await office.makeList();
    const alike = async (person: number) => lists.mostAlike(list.id, templateOf(person), digest);
    expect(await alike(1)).toMatchObject({ size: 0, pictureIds: [] });
    const entries = [
      await office.addEntry(list, { reference: 'One' }),
      await office.addEntry(list, { reference: 'Two' }),
      await office.addEntry(list, { reference: 'A child', child: true }),
    ];
    const ids: string[] = [];
    for (const [at, entry] of entries.entries())
      ids.push((await office.enrol(entry, { person: at + 1 })).picture.id);
    // Also who waits for a second person is compared with.
    for (const [at, id] of ids.entries())
      expect(await alike(at + 1)).toMatchObject({ size: 3, pictureIds: [id] });
    expect(await alike(9)).toMatchObject({ size: 3, pictureIds: [] });
    expect((await remove(entries[1]!)).statusCode).toBe(204);
    expect(await alike(2)).toMatchObject({ size: 2, pictureIds: [] });
    expect(await alike(3)).toMatchObject({ size: 2, pictureIds: [ids[2]] });
    expect(lists.size).toBe(1);
  });

  test('loses a picture at once when it is taken off', async () => {
    const list = await office.makeList();
    const [first, second] = [await office.addEntry(list), await office.addEntry(list)];
    await office.enrol(first, { person: 11 });
    await office.enrol(second, { person: 12 });
    const digest = await embeddingDigest();
    const size = async () => (await service().mostAlike(list.id, templateOf(11), digest)).size;
    expect(await size()).toBe(2);
    await remove(first);
    expect(await size()).toBe(1);
    // Who was taken off may be enrolled again, and nothing is in doubt about them.
    expect((await office.enrol(second, { person: 12 })).findings).toEqual([]);
    expect((await office.enrol(await office.addEntry(list), { person: 11 })).findings).toEqual([]);
  });

  test('leaves memory when it is destroyed, and cannot be loaded again', async () => {
    const { list } = await office.readyList(21);
    const before = service().size;
    expect(before).toBeGreaterThan(0);
    await office.supervisor.post(`/api/watchlists/${list.id}/destruction`, { reason: 'Unlawful' });
    expect(service().size).toBe(before - 1);
    const digest = await embeddingDigest();
    const asked = service().mostAlike(list.id, templateOf(21), digest);
    await expect(asked).rejects.toMatchObject({ status: 404, code: 'WATCHLIST_NOT_FOUND' });
  });

  test('leaves memory by itself when nobody brings a picture any more', async () => {
    const closed: TemplateSearch[] = [];
    const openSearch = () => {
      const search = new TemplateSearch({ threads: 1 });
      closed.push(search);
      return search;
    };
    await using lists = await openLists({ idleMs: 1, openSearch });
    const [one, other] = [(await office.readyList(31)).list.id, (await office.readyList(32)).list.id];
    const digest = await embeddingDigest();
    for (const id of [one, other]) {
      expect((await lists.mostAlike(id, templateOf(31), digest)).size).toBe(1);
      await expect.poll(() => lists.size).toBe(0);
    }
    // With the last list its memory goes as a whole.
    expect(closed).toHaveLength(2);
    for (const search of closed) expect(() => search.createList('again')).toThrow('shut down');
  });

  test('is not compared by templates of another model', async () => {
    await using lists = await openLists();
    const { list } = await office.readyList(41);
    const digest = await embeddingDigest();
    expect((await lists.mostAlike(list.id, templateOf(41), digest)).size).toBe(1);
    expect((await lists.mostAlike(list.id, templateOf(41), 'e'.repeat(64))).size).toBe(0);
    expect((await lists.mostAlike(list.id, templateOf(41), digest)).size).toBe(1);
    const unknown = lists.mostAlike(newIdentifier(), templateOf(41), digest);
    await expect(unknown).rejects.toMatchObject({ status: 404 });
  });

  test('names the doubt of every entry, however many a person is under', async () => {
    const list = await office.makeList();
    const counts: number[] = [];
    for (let number = 0; number < 8; number++) {
      const entry = await office.addEntry(list, { reference: `Name ${number}` });
      const enrolled = await office.enrolBytes(entry, await facePicture({ person: 51 }));
      counts.push(enrolled.json().findings.length);
    }
    expect(counts).toEqual([0, 1, 2, 3, 4, 5, 5, 5]);
  });
});
