import { newIdentifier } from '@amaan/contracts/identifier';
import type { Unmasking } from '@amaan/contracts/redaction/unmasking';
import { openTestDatabase, type TestDatabase } from '@amaan/store/test-database';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import type { TestClient } from '../testing/test-client.ts';
import { BARE, UnmaskDesk } from '../testing/unmask-desk.ts';

const MINUTE = 60_000;
const ALONE = 3;

// Two requests at the same moment want several connections: a real PostgreSQL.
let postgres: TestDatabase;
let desk: UnmaskDesk;

beforeAll(async () => {
  postgres = await openTestDatabase();
  desk = await UnmaskDesk.open({ aloneMinutes: ALONE, db: postgres.db });
});
afterEach(() => {
  desk.server.clock.aheadMs = 0;
});
afterAll(async () => {
  await desk?.[Symbol.asyncDispose]();
  await postgres?.[Symbol.asyncDispose]();
});

describe('more than one person sees in a day', () => {
  test('waits for a second person, however it is sliced: over pictures, cases and accounts', async () => {
    const person = 'Slicer Khan';
    const who = await desk.atWork(person);
    for (let count = 0; count < ALONE - 1; count += 1)
      await desk.granted(who, (await desk.evidence()).subject);
    const again = await desk.atWork(person);
    const [last, next] = await Promise.all([desk.evidence(), desk.evidence()]);
    const asked = await Promise.all([desk.ask(who, last.subject), desk.ask(again, next.subject)]);
    const states = asked.map((answer) => (answer.json() as Unmasking).state);
    expect(states.sort(), 'of two at once, one is the last').toEqual(['in-force', 'waiting']);
    const terms = (await again.client.get('/api/unmaskings/terms')).json();
    expect(terms).toMatchObject({ aloneMinutes: ALONE, usedMinutes: ALONE });
    // A day later it is theirs again.
    desk.server.clock.aheadMs = 24 * 60 * MINUTE + MINUTE;
    const nextDay = await desk.server.services.redaction.unmaskings.terms(
      somebody('investigator', { person }),
    );
    expect(nextDay.usedMinutes).toBe(0);
  });

  async function waiting(person?: string) {
    const who = await desk.atWork(person);
    const { client } = who;
    const { subject, url } = await desk.evidence();
    for (let count = 0; count < ALONE; count += 1) await desk.granted(who, (await desk.evidence()).subject);
    const unmasking = await desk.granted(who, subject);
    expect(unmasking).toMatchObject({ state: 'waiting', live: false, approvalNeeded: true, until: null });
    return { who, client, url, unmasking };
  }

  test('opens when another human approves it, once', async () => {
    const { client, url, unmasking } = await waiting('Sana Malik');
    expect((await client.get(`${url}?view=original`)).json()).toMatchObject({ code: 'NOT_UNMASKED' });
    const decide = (by: TestClient, decision = 'approved') =>
      by.post(`/api/unmaskings/${unmasking.id}/decision`, { decision, note: 'The face decides it.' });
    // The supervisor is the same human under another account, whatever the role.
    expect((await decide(desk.supervisor)).json()).toMatchObject({ status: 403, code: 'FOUR_EYES' });
    expect((await desk.supervisor.get(`/api/unmaskings/${unmasking.id}`)).json().may.decide).toBe(false);
    expect((await decide(client)).statusCode, 'an investigator approves nothing').toBe(403);
    expect((await desk.second.get(`/api/unmaskings/${unmasking.id}`)).json().may.decide).toBe(true);
    const approved = await decide(desk.second);
    expect(approved.json(), approved.body).toMatchObject({
      ...{ state: 'in-force', live: true, decidedBy: 'The supervisor', decisionNote: 'The face decides it.' },
    });
    expect((await client.get(`${url}?view=original`)).body).toBe(BARE.toString());
    expect((await decide(desk.second)).json()).toMatchObject({ status: 409, code: 'UNMASKING_DECIDED' });
    expect((await desk.entries('unmasking.approved')).at(-1)).toMatchObject({
      ...{ subject: `unmasking:${unmasking.id}`, actor: `user:${await desk.idOf(desk.second)}` },
    });
    expect((await desk.entries('unmasking.asked')).at(-1)).toMatchObject({
      subject: `unmasking:${unmasking.id}`,
    });
  });

  test('stays masked when another human refuses it, or when nobody decides in time', async () => {
    const { who, client, url, unmasking } = await waiting();
    const refused = await desk.second.post(`/api/unmaskings/${unmasking.id}/decision`, {
      decision: 'refused',
      note: 'The plate is enough.',
    });
    expect(refused.json()).toMatchObject({
      state: 'ended',
      end: 'refused',
      decisionNote: 'The plate is enough.',
    });
    expect((await desk.entries('unmasking.refused')).at(-1)).toMatchObject({
      subject: `unmasking:${unmasking.id}`,
    });
    const late = await desk.second.post(`/api/unmaskings/${unmasking.id}/decision`, {
      decision: 'approved',
      note: 'Yes.',
    });
    expect(late.json()).toMatchObject({ status: 409, code: 'UNMASKING_ENDED' });
    expect((await client.get(`${url}?view=original`)).statusCode).toBe(403);

    const forgotten = await desk.granted(who, (await desk.evidence()).subject);
    desk.server.clock.aheadMs = 24 * 60 * MINUTE + 1000;
    await desk.server.services.redaction.upkeep.run();
    desk.server.clock.aheadMs = 0;
    expect((await client.get(`/api/unmaskings/${forgotten.id}`)).json()).toMatchObject({ end: 'lapsed' });
  });

  test('of a camera: a supervisor asks, another one approves', async () => {
    const caseId = await desk.openCase(desk.supervisor);
    const live = { kind: 'live', cameraId: desk.watched.camera.id, minutes: 30 };
    const asked = await desk.granted({ client: desk.supervisor, caseId: caseId }, live);
    expect(asked).toMatchObject({ state: 'waiting', minutes: 30 });
    const { originals } = desk.server.services.redaction;
    const watcher = somebody('supervisor', { id: await desk.idOf(desk.supervisor), person: 'Sana Malik' });
    const covers = () =>
      originals.covers(watcher, desk.watched.camera.id, Date.now() + desk.server.clock.aheadMs);
    expect(await covers()).toBe(false);
    const changes: number[] = [];
    const stop = originals.onChange(() => changes.push(1));
    await desk.second.post(`/api/unmaskings/${asked.id}/decision`, {
      decision: 'approved',
      note: 'For the arrest.',
    });
    expect(await covers()).toBe(true);
    expect(await originals.covers({ ...watcher, role: 'operator' }, desk.watched.camera.id, Date.now())).toBe(
      false,
    );
    expect(await originals.covers({ ...watcher, id: 'another' }, desk.watched.camera.id, Date.now())).toBe(
      false,
    );
    expect(await originals.covers(watcher, newIdentifier(), Date.now())).toBe(false);
    desk.server.clock.aheadMs = 30 * MINUTE + 1000;
    expect(await covers(), 'it ends by itself').toBe(false);
    await desk.server.services.redaction.upkeep.run();
    expect(changes.length).toBe(2);
    stop();
  });
});
