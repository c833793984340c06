import type { Identifier } from '@amaan/contracts/identifier';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { FaceOffice, HOUR_MS, hoursFromNow } from '../testing/face-office.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { SearchedLists } from './search/searched-lists.ts';

/** The template of somebody that the fake desk reads off a picture. */
function templateOf(person: number): Float32Array {
  const template = new Float32Array(512);
  template[person] = 1;
  return template;
}

describe('authorisations open templates', () => {
  let office: FaceOffice;
  let lists: SearchedLists;
  const vault = () => office.server.services.faces.vault;
  const refused = { code: 'FACE_SEARCH_NOT_AUTHORISED' };

  beforeAll(async () => {
    office = await FaceOffice.open();
    lists = new SearchedLists({ vault: vault(), logger: pino({ level: 'silent' }) });
  });
  afterEach(() => {
    office.server.clock.aheadMs = 0;
  });
  afterAll(async () => {
    await lists?.[Symbol.asyncDispose]();
    await office?.[Symbol.asyncDispose]();
  });

  /** Who of these people is found on a list. */
  async function found(watchlistId: Identifier, people: readonly number[]): Promise<number[]> {
    const { search, name } = await lists.open(watchlistId);
    const there: number[] = [];
    for (const person of people) {
      const wanted = { threshold: 0.9, hits: 1, persons: 1 };
      const { hitCount } = await search.search(name, templateOf(person), wanted);
      if (hitCount > 0) there.push(person);
    }
    expect(search.sizeOf(name)).toBe(there.length);
    return there;
  }

  test('of their list alone, and only while one of them is live; then memory lets go of it', async () => {
    const { list } = await office.readyList(70);
    await expect(lists.open(list.id)).rejects.toMatchObject(refused);
    const [one, other] = [await office.approved(list.id), await office.approved(list.id)];
    const [loaded, same] = await Promise.all([lists.open(list.id), lists.open(list.id)]);
    expect(same.name).toBe(loaded.name);
    expect(await found(list.id, [70, 71])).toEqual([70]);
    expect((await lists.open(list.id)).name).toBe(loaded.name);
    const end = (id: string) =>
      office.supervisor.post(`/api/face-authorisations/${id}/revocation`, { reason: 'Found' });
    await end(one.id);
    expect([loaded.isOpen, loaded.search.has(loaded.name)]).toEqual([true, true]);
    await end(other.id);
    // At once: when the answer is there the list is not.
    expect([loaded.isOpen, loaded.search.has(loaded.name)]).toEqual([false, false]);
    await lists.follow();
    expect(lists.size).toBe(0);
    await expect(lists.open(list.id)).rejects.toMatchObject(refused);
  });

  test('that time closes by itself, and the next look lets go of', async () => {
    const { list } = await office.readyList(71);
    await office.approved(list.id, { to: hoursFromNow(2) });
    const loaded = await lists.open(list.id);
    office.server.clock.aheadMs = 2 * HOUR_MS + 1000;
    expect(loaded.isOpen).toBe(false);
    await expect(lists.open(list.id)).rejects.toMatchObject(refused);
    await office.later(2 * HOUR_MS + 1000);
    expect(loaded.search.has(loaded.name)).toBe(false);
  });

  test('until their list is destroyed, also while it is being loaded', async () => {
    const { list } = await office.readyList(72);
    await office.approved(list.id);
    const loaded = await lists.open(list.id);
    const destruction = { reason: 'Unlawful after all' };
    await office.supervisor.post(`/api/watchlists/${list.id}/destruction`, destruction);
    expect([loaded.isOpen, loaded.search.has(loaded.name)]).toEqual([false, false]);

    const { list: next } = await office.readyList(73);
    await office.approved(next.id);
    const open = await vault().open(next.id);
    const held = vault().hold(loaded.search, open);
    const loading = held.sync();
    await office.supervisor.post(`/api/watchlists/${next.id}/destruction`, destruction);
    await loading.catch((error: unknown) => expect(error).toMatchObject({ code: 'TEMPLATE_LIST_DESTROYED' }));
    await expect(held.sync()).rejects.toMatchObject({ code: 'TEMPLATE_LIST_DESTROYED' });
    await loaded.search.destroyList(held.name);
  });

  test('as the last review saw them: neither what came later, nor children that wait, nor what is held', async () => {
    const list = await office.makeList();
    const first = await office.addEntry(list, { reference: 'First' });
    const child = await office.addEntry(list, { reference: 'Child', child: true });
    const second = await office.addEntry(list, { reference: 'Second' });
    await office.enrol(first, { person: 80 });
    await office.enrol(child, { person: 81 });
    await office.enrol(second, { person: 80 });
    await office.review(list.id);
    await office.approved(list.id);
    const all = [80, 81, 82];
    expect(await found(list.id, all)).toEqual([80]);
    const { name } = await lists.open(list.id);
    const third = await office.addEntry(list, { reference: 'Third' });
    await office.enrol(third, { person: 82 });
    await office.supervisor.post(`/api/watchlists/${list.id}/entries/${child.id}/decision`, {
      decision: 'approved',
    });
    expect(await found(list.id, all)).toEqual([80]);
    const reviewer = await signInAs(office.server, 'supervisor');
    const { revision: seen } = await office.getList(list.id);
    const reviewed = await reviewer.post(`/api/watchlists/${list.id}/review`, {
      seen,
      statement: 'Looked through every entry',
    });
    expect(reviewed.statusCode, reviewed.body).toBe(200);
    expect(await found(list.id, all)).toEqual([80, 81, 82]);
    await office.keeper.request('DELETE', `/api/watchlists/${list.id}/entries/${first.id}`);
    // What is taken off leaves memory without a search that asks for it.
    await lists.refresh();
    const { search } = await lists.open(list.id);
    expect(search.sizeOf(name)).toBe(2);
    expect(await found(list.id, all)).toEqual([81, 82]);
    // All of it happened in the list that was loaded once.
    expect((await lists.open(list.id)).name).toBe(name);
  });
});
