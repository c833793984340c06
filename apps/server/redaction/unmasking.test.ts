import { digestOfBytes } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Unmasking } from '@amaan/contracts/redaction/unmasking';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import { fakelyMasked } from '../testing/fake-masking.ts';
import { hearUpdates } from '../testing/hear-updates.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { BARE, UNMASK_REASON, UnmaskDesk } from '../testing/unmask-desk.ts';

const MINUTE = 60_000;

let desk: UnmaskDesk;

beforeAll(async () => {
  desk = await UnmaskDesk.open();
});
afterEach(() => {
  desk.server.clock.aheadMs = 0;
});
afterAll(() => desk?.[Symbol.asyncDispose]());

describe('somebody with the right and a reason', () => {
  test('sees one picture un-masked for an hour, and every opening is in the ledger', async () => {
    const who = await desk.atWork();
    const { client, caseId } = who;
    const { item, subject, url } = await desk.evidence();
    const told = hearUpdates(desk.server.services.updates, somebody('supervisor'));
    expect((await client.get(`${url}?view=original`)).json()).toMatchObject({
      status: 403,
      code: 'NOT_UNMASKED',
    });
    const unmasking = await desk.granted(who, subject);
    expect(unmasking).toMatchObject({
      ...{ state: 'in-force', live: true, approvalNeeded: false, mine: true, minutes: 1, openings: 0 },
      ...{ subject, reason: UNMASK_REASON, cameraName: 'Gate', may: { decide: false, revoke: true } },
    });
    expect(Date.parse(unmasking.until!) - Date.parse(unmasking.openedAt!)).toBe(60 * MINUTE);
    expect(told).toEqual([{ type: 'unmaskings-changed' }]);

    const original = await client.get(`${url}?view=original`);
    expect([original.statusCode, original.body, original.headers['cache-control']]).toEqual([
      ...[200, BARE.toString(), 'no-store'],
    ]);
    const masked = await client.get(url);
    expect(masked.rawPayload.equals(fakelyMasked(BARE)), 'masked stays the default').toBe(true);
    expect(masked.headers.etag).toBe(`"${digestOfBytes(fakelyMasked(BARE))}"`);

    const [begun] = (await desk.entries('unmasking.begun')).slice(-1);
    expect(begun).toMatchObject({
      subject: `unmasking:${unmasking.id}`,
      data: { caseId, subject, originalDigest: item.digest, minutes: 1 },
    });
    const [opened] = (await desk.entries('unmasking.opened')).slice(-1);
    expect(opened).toMatchObject({
      ...{ subject: `unmasking:${unmasking.id}`, actor: `user:${await desk.idOf(client)}` },
      data: { caseId, subject, originalDigest: item.digest },
    });
    expect(JSON.stringify([begun, opened])).not.toContain('driver');
    const { openings } = (await client.get(`/api/unmaskings/${unmasking.id}`)).json();
    expect(openings).toBe(1);

    desk.server.clock.aheadMs = 59 * MINUTE;
    expect((await client.get(`${url}?view=original`)).statusCode).toBe(200);
    desk.server.clock.aheadMs = 60 * MINUTE + 1000;
    const { caseNumber } = unmasking;
    expect(caseNumber).toMatch(/^CASE-/);
    const supervised = (await desk.supervisor.get('/api/unmaskings')).json() as Unmasking[];
    expect(supervised.find(({ id }) => id === unmasking.id)).toMatchObject({ live: false, mine: false });
  });

  test('saves a file whose name says whether it is masked, and each is in the ledger', async () => {
    const who = await desk.atWork();
    const { client, caseId } = who;
    const { item, subject, url } = await desk.evidence();
    const masked = await client.get(`${url}?download=true`);
    expect(masked.headers['content-disposition']).toMatch(/^attachment; filename="masked-picture-.*\.jpg"$/);
    expect((await desk.entries('evidence.exported')).at(-1)).toMatchObject({
      data: { view: 'masked', digest: digestOfBytes(fakelyMasked(BARE)), caseId },
    });
    const report = (await client.get(`${url}/masking-report`)).json();
    expect(report).toMatchObject({
      ...{ originalDigest: item.digest, maskedDigest: digestOfBytes(fakelyMasked(BARE)) },
      report: { covered: [{ kind: 'face' }] },
    });
    expect((await client.get(`${url}?download=true&view=original`)).statusCode).toBe(403);
    await desk.granted(who, subject);
    const original = await client.get(`${url}?download=true&view=original`);
    expect(original.headers['content-disposition']).toMatch(/filename="UNMASKED-picture-/);
    expect((await desk.entries('unmasking.exported')).at(-1)).toMatchObject({
      data: { originalDigest: item.digest },
    });
  });

  test('is a supervisor, too, who is a member of the case and states no purpose', async () => {
    const { subject, url } = await desk.evidence();
    const elsewhere = await desk.ask(
      { client: desk.supervisor, caseId: (await desk.atWork()).caseId },
      subject,
    );
    expect(elsewhere.json()).toMatchObject({ status: 404, code: 'CASE_NOT_FOUND' });
    await desk.granted({ client: desk.supervisor, caseId: await desk.openCase(desk.supervisor) }, subject);
    expect((await desk.supervisor.get(`${url}?view=original`)).body).toBe(BARE.toString());
  });
});

describe('nobody else sees it', () => {
  test.each([
    ['a colleague who is a member of the case', 'investigator', undefined],
    ['the same human with another account', 'investigator', 'Asker Khan'],
  ] as const)('%s', async (_who, role, person) => {
    const who = await desk.atWork('Asker Khan');
    const { client, caseId } = who;
    const { subject, url } = await desk.evidence();
    const other = await signInAs(desk.server, role, person === undefined ? {} : { person });
    await client.post(`/api/cases/${caseId}/members`, { userId: await desk.idOf(other) });
    const stated = { caseId, purpose: 'crime-investigation', statement: 'Reported theft at the gate.' };
    await other.post('/api/purposes', stated);
    const { id } = await desk.granted(who, subject);
    expect((await other.get(`${url}?view=original`)).json()).toMatchObject({ code: 'NOT_UNMASKED' });
    expect((await other.get(url)).rawPayload.equals(fakelyMasked(BARE))).toBe(true);
    expect((await other.get(`/api/unmaskings/${id}`)).json()).toMatchObject({ code: 'UNMASKING_NOT_FOUND' });
    expect((await other.post(`/api/unmaskings/${id}/revocation`, { reason: 'mischief' })).statusCode).toBe(
      404,
    );
  });

  test('a session of a lower role, with the cookie of the purpose: of the same human, and of the account itself', async () => {
    const who = await desk.atWork('Asker Khan the Second');
    const { client, caseId } = who;
    const { subject, url } = await desk.evidence();
    await desk.granted(who, subject);
    const operator = await signInAs(desk.server, 'operator', { person: 'Asker Khan the Second' });
    const purpose = /amaan\.purpose=([^;]+)/.exec(client.cookie)![1]!;
    const taken = await operator.get(`${url}?view=original`, { 'amaan-purpose': purpose });
    expect(taken.json()).toMatchObject({ status: 403, code: 'NOT_UNMASKED' });
    for (const method of ['ask', 'list'] as const) {
      const refused =
        method === 'ask'
          ? await desk.ask({ client: operator, caseId: caseId }, subject)
          : await operator.get('/api/unmaskings');
      expect(refused.statusCode, method).toBe(403);
    }
    // The account is made an operator's: what it was granted before opens nothing to the session that lives on.
    await desk.administrator.request('PATCH', `/api/users/${await desk.idOf(client)}`, { role: 'operator' });
    const after = await client.get(`${url}?view=original`);
    expect([401, 403]).toContain(after.statusCode);
    expect(after.body).not.toContain(BARE.toString());
  });

  test('without a session, an administrator, a governance officer, an auditor', async () => {
    const { url, subject } = await desk.evidence();
    for (const role of [
      'administrator',
      'governance-officer',
      'auditor',
      'analyst',
      'traffic-reviewer',
    ] as const) {
      const client = await signInAs(desk.server, role);
      expect((await client.get(`${url}?view=original`)).statusCode, role).toBe(403);
      expect((await desk.ask({ client: client, caseId: newIdentifier() }, subject)).statusCode, role).toBe(
        403,
      );
    }
  });
});
