import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';

describe('cases, and the purposes stated for them', () => {
  let server: TestServer;
  let investigator: TestClient;
  let colleague: TestClient;
  let supervisor: TestClient;
  let siteId: Identifier;
  let alertId: Identifier;
  let evidenceUrl: string;

  const statement = 'Reported theft at the gate, report 12/26.';
  const ledgerKinds = async () =>
    (await server.db.selectFrom('ledger_entry').select(['kind', 'entry']).orderBy('index').execute()).map(
      ({ kind, entry }) => ({ kind, entry }),
    );
  const openCase = async (client: TestClient) => {
    const opened = await client.post('/api/cases', { title: 'Theft at the gate', siteId });
    expect(opened.statusCode, opened.body).toBe(201);
    return opened.json() as { id: string; number: string; members: { userId: string }[] };
  };
  const idOf = async (client: TestClient): Promise<string> => (await client.get('/api/me')).json().id;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    [investigator, colleague, supervisor] = await Promise.all([
      signInAs(server, 'investigator'),
      signInAs(server, 'investigator'),
      signInAs(server, 'supervisor'),
    ]);
    const watched = await addWatchedCamera(server, await signInAs(server, 'administrator'), supervisor);
    siteId = watched.camera.siteId;
    const observation = lineCrossed(watched.origin);
    await server.workerBus.publish(SUBJECTS.reports, [
      { id: observation.id, payload: { type: 'observation', observation } },
    ]);
    alertId = await vi.waitFor(async () => {
      const { alerts } = (await supervisor.get('/api/alerts')).json();
      expect(alerts).toHaveLength(1);
      return alerts[0].id;
    });
    const digest = await server.objects.put(Buffer.from('picture of the gate'));
    const { id: observationId, capturedAt } = observation;
    await insertEvidenceItems(server.db, [
      { observationId, capturedAt, kind: 'picture', digest, mediaType: 'image/jpeg', bytes: 19 },
    ]);
    evidenceUrl = `/api/evidence/${observationId}/picture`;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('without a purpose an investigator reads neither alerts nor evidence, and reads why', async () => {
    for (const url of ['/api/alerts', `/api/alerts/${alertId}`, evidenceUrl]) {
      const refused = await investigator.get(url);
      expect(refused.json(), url).toMatchObject({
        status: 403,
        code: 'PURPOSE_REQUIRED',
        detail: expect.stringContaining('stated purpose'),
      });
    }
  });

  test('a purpose opens them for an hour; it and each reading are in the ledger', async () => {
    const file = await openCase(investigator);
    const stated = await investigator.post('/api/purposes', {
      caseId: file.id,
      purpose: 'crime-investigation',
      statement,
    });
    expect(stated.statusCode, stated.body).toBe(201);
    expect((await investigator.get('/api/alerts')).json().alerts).toHaveLength(1);
    expect((await investigator.get(`/api/alerts/${alertId}`)).statusCode).toBe(200);
    const picture = await investigator.get(evidenceUrl);
    expect([picture.statusCode, picture.headers['cache-control']]).toEqual([200, 'no-store']);
    expect((await investigator.get('/api/purposes/current')).json().purpose).toMatchObject({
      caseNumber: file.number,
      statement,
    });

    const kinds = await ledgerKinds();
    for (const read of ['evidence.read', 'alert.read']) {
      const reading = kinds.find(({ kind }) => kind === read);
      expect(JSON.parse(reading!.entry).data).toMatchObject({ caseId: file.id, purposeId: stated.json().id });
    }
    expect(kinds.map(({ kind }) => kind)).toContain('purpose.stated');
    expect(kinds.map(({ entry }) => entry).join()).not.toContain('theft');

    const program = await new TestClient(server.app).get('/api/alerts', {
      'amaan-purpose': stated.json().id,
    });
    expect(program.statusCode, 'a purpose opens nothing without its person').toBe(401);
    server.clock.aheadMs += 61 * 60_000;
    expect((await investigator.get('/api/alerts')).json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    server.clock.aheadMs = 0;
    expect((await investigator.request('DELETE', '/api/purposes/current')).statusCode).toBe(204);
    expect((await investigator.get('/api/alerts')).json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });

  test('somebody else’s purpose opens nothing', async () => {
    const file = await openCase(investigator);
    const input = { caseId: file.id, purpose: 'complaint', statement };
    const stated = (await investigator.post('/api/purposes', input)).json();
    const borrowed = await colleague.get('/api/alerts', { 'amaan-purpose': stated.id });
    expect(borrowed.json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    expect((await colleague.post('/api/purposes', input)).json()).toMatchObject({ code: 'CASE_NOT_FOUND' });
  });

  test('a case exists for its members only, and who is taken off loses it at once', async () => {
    const file = await openCase(investigator);
    const url = `/api/cases/${file.id}`;
    for (const stranger of [colleague, supervisor])
      expect((await stranger.get(url)).json()).toMatchObject({ status: 404, code: 'CASE_NOT_FOUND' });
    const userId = await idOf(colleague);
    const added = await investigator.post(`${url}/members`, { userId });
    expect(added.json().members.map((member: { userId: string }) => member.userId)).toContain(userId);
    expect((await colleague.get(url)).statusCode).toBe(200);
    const input = { caseId: file.id, purpose: 'missing-person', statement };
    await colleague.post('/api/purposes', input);
    expect((await colleague.get('/api/alerts')).statusCode).toBe(200);

    const updates = colleague.get('/api/updates');
    await vi.waitFor(() => expect(server.services.updates.size).toBe(1));
    await investigator.request('DELETE', `${url}/members/${userId}`);
    expect((await updates).statusCode, 'updates that were read for the case end').toBe(200);
    expect((await colleague.get(url)).statusCode).toBe(404);
    expect((await colleague.get('/api/alerts')).json()).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    const last = await investigator.request('DELETE', `${url}/members/${await idOf(investigator)}`);
    expect(last.json()).toMatchObject({ status: 409, code: 'LAST_MEMBER' });
  });

  test('an operator is no member, and a closed case takes nothing and opens nothing', async () => {
    const file = await openCase(supervisor);
    const url = `/api/cases/${file.id}`;
    const operator = await idOf(await signInAs(server, 'operator'));
    expect((await supervisor.post(`${url}/members`, { userId: operator })).json()).toMatchObject({
      code: 'MEMBER_UNFIT',
    });
    await supervisor.post(`${url}/members`, { userId: await idOf(investigator) });
    const attached = await supervisor.post(`${url}/alerts`, { alertId });
    expect(attached.json()).toMatchObject({ alerts: 1 });
    expect((await supervisor.get(url)).json().attached).toMatchObject([{ alertId, alert: { id: alertId } }]);
    await investigator.request('DELETE', '/api/purposes/current');
    expect((await investigator.get(url)).json().attached, 'nothing of it without a purpose').toMatchObject([
      { alertId, alert: null },
    ]);

    await supervisor.request('PATCH', url, { closed: true });
    expect((await supervisor.post(`${url}/alerts`, { alertId })).json()).toMatchObject({
      code: 'CASE_CLOSED',
    });
    const input = { caseId: file.id, purpose: 'court-order', statement };
    expect((await investigator.post('/api/purposes', input)).json()).toMatchObject({ code: 'CASE_CLOSED' });
    const unknown = await supervisor.post(`/api/cases/${newIdentifier()}/alerts`, { alertId });
    expect(unknown.json()).toMatchObject({ code: 'CASE_NOT_FOUND' });
  });
});
