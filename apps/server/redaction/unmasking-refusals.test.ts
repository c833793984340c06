import { newIdentifier } from '@amaan/contracts/identifier';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { UnmaskDesk } from '../testing/unmask-desk.ts';

let desk: UnmaskDesk;

beforeAll(async () => {
  desk = await UnmaskDesk.open();
});
afterEach(() => {
  desk.server.clock.aheadMs = 0;
});
afterAll(() => desk?.[Symbol.asyncDispose]());

describe('is refused', () => {
  test('without a stated purpose, and with one for another case', async () => {
    const who = await desk.atWork();
    const { client } = who;
    const { subject } = await desk.evidence();
    const other = await desk.openCase(client);
    expect((await desk.ask({ client: client, caseId: other }, subject)).json()).toMatchObject({
      status: 409,
      code: 'PURPOSE_OTHER_CASE',
    });
    await client.request('DELETE', '/api/purposes/current');
    expect((await desk.ask(who, subject)).json()).toMatchObject({
      status: 403,
      code: 'PURPOSE_REQUIRED',
    });
  });

  test('without a fresh proof of who one is', async () => {
    const who = await desk.atWork();
    const { client } = who;
    const { subject } = await desk.evidence();
    await desk.server.db
      .updateTable('session')
      .set({ steppedUpAt: null })
      .where('userId', '=', await desk.idOf(client))
      .execute();
    const refused = await desk.ask(who, subject);
    expect(refused.json()).toMatchObject({ status: 403, code: 'STEP_UP_REQUIRED' });
  });

  test('with too few words, for a plate’s crop, for too long or no time', async () => {
    const who = await desk.atWork();
    const { subject } = await desk.evidence();
    const bad = [
      await desk.ask(who, subject, 'curious'),
      await desk.ask(who, subject, ' '.repeat(40)),
      await desk.ask(who, { ...subject, evidence: 'plate-crop' }),
      await desk.ask(who, { kind: 'live', cameraId: desk.watched.camera.id, minutes: 0 }),
      await desk.ask(who, { kind: 'live', cameraId: desk.watched.camera.id, minutes: 241 }),
      await desk.ask(who, { ...subject, original: true }),
    ];
    expect(bad.map((refused) => refused.json().code)).toEqual(bad.map(() => 'REQUEST_INVALID'));
  });

  test('for a closed case, and what was open ends with it', async () => {
    const who = await desk.atWork();
    const { client, caseId } = who;
    const { subject, url } = await desk.evidence();
    const open = await desk.granted(who, subject);
    const another = await desk.evidence();
    await client.request('PATCH', `/api/cases/${caseId}`, { closed: true });
    expect((await client.get(`${url}?view=original`)).statusCode).toBe(403);
    expect((await desk.ask(who, another.subject)).statusCode).toBe(403);
    await expect
      .poll(async () => (await client.get(`/api/unmaskings/${open.id}`)).json().end)
      .toBe('case-closed');
    expect((await desk.entries('unmasking.case-closed')).at(-1)).toMatchObject({
      subject: `unmasking:${open.id}`,
    });
    // Opened again, the case brings nothing back.
    await client.request('PATCH', `/api/cases/${caseId}`, { closed: false });
    expect((await client.get(`${url}?view=original`)).statusCode).toBe(403);
    // A supervisor needs no purpose, and reads why.
    const closed = await desk.openCase(desk.supervisor);
    await desk.supervisor.request('PATCH', `/api/cases/${closed}`, { closed: true });
    expect(
      (await desk.ask({ client: desk.supervisor, caseId: closed }, another.subject)).json(),
    ).toMatchObject({ code: 'CASE_CLOSED' });
  });

  test('to who was taken off the case', async () => {
    const who = await desk.atWork();
    const { client, caseId } = who;
    const { subject, url } = await desk.evidence();
    const open = await desk.granted(who, subject);
    await client.post(`/api/cases/${caseId}/members`, { userId: await desk.idOf(desk.supervisor) });
    await desk.supervisor.request('DELETE', `/api/cases/${caseId}/members/${await desk.idOf(client)}`);
    expect((await client.get(`${url}?view=original`)).statusCode).toBe(403);
    await expect
      .poll(async () => (await desk.supervisor.get(`/api/unmaskings/${open.id}`)).json().end)
      .toBe('left-case');
  });

  test('for what is of another site, or is not there at all', async () => {
    const { subject } = await desk.evidence();
    const site = (await desk.administrator.post('/api/sites', { name: 'Another city' })).json();
    const stranger = await signInAs(desk.server, 'supervisor', { sites: [site.id] });
    const opened = await stranger.post('/api/cases', { title: 'A case of theirs', siteId: site.id });
    const asked = await desk.ask({ client: stranger, caseId: opened.json().id }, subject);
    expect(asked.json()).toMatchObject({ status: 404, code: 'EVIDENCE_ITEM_NOT_FOUND' });
    const live = { kind: 'live', cameraId: desk.watched.camera.id, minutes: 5 };
    expect((await desk.ask({ client: stranger, caseId: opened.json().id }, live)).json()).toMatchObject({
      code: 'CAMERA_NOT_FOUND',
    });
    const who = await desk.atWork();
    const unknown = await desk.ask(who, { ...subject, observationId: newIdentifier() });
    expect(unknown.json()).toMatchObject({ status: 404, code: 'EVIDENCE_ITEM_NOT_FOUND' });
    const match = await desk.ask(who, { kind: 'face-match', matchId: newIdentifier() });
    expect(match.json()).toMatchObject({ status: 404, code: 'FACE_MATCH_NOT_FOUND' });
    const case_ = await desk.supervisor.post('/api/cases', { title: 'Of the other site', siteId: site.id });
    expect(
      (await desk.ask({ client: desk.supervisor, caseId: case_.json().id }, subject)).json(),
    ).toMatchObject({ code: 'OTHER_SITE' });
  });

  test('twice for the same thing', async () => {
    const who = await desk.atWork();
    const { subject } = await desk.evidence();
    await desk.granted(who, subject);
    expect((await desk.ask(who, subject)).json()).toMatchObject({
      status: 409,
      code: 'UNMASKING_THERE',
    });
  });

  test('of a live view to an investigator, who watches none', async () => {
    const who = await desk.atWork();
    const live = { kind: 'live', cameraId: desk.watched.camera.id, minutes: 5 };
    expect((await desk.ask(who, live)).statusCode).toBe(403);
  });
});
