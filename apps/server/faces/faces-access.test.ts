import type { Role } from '@amaan/contracts/api/me';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { FaceOffice } from '../testing/face-office.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import type { TestClient } from '../testing/test-client.ts';

const NAME = 'Zarqa Unmistakable';

describe('who sees and decides what about faces', () => {
  let office: FaceOffice;
  let authorisationId: string;
  let urls: string[];
  const clients = new Map<Role, TestClient>();

  beforeAll(async () => {
    office = await FaceOffice.open();
    const { list, entry } = await office.readyList(5);
    authorisationId = (await office.ask(list.id)).id;
    await office.addEntry(list, { reference: NAME, child: true, missing: true });
    urls = [
      '/api/watchlists',
      `/api/watchlists/${list.id}`,
      `/api/watchlists/${list.id}/entries`,
      `/api/watchlists/${list.id}/entries/${entry.id}/pictures`,
      `/api/watchlists/${list.id}/findings`,
      '/api/face-authorisations',
      '/api/face-authorisations/live',
      `/api/face-authorisations/${authorisationId}`,
    ];
    clients.set('administrator', office.administrator);
    for (const role of ['operator', 'auditor', 'governance-officer', 'analyst'] as const)
      clients.set(role, await signInAs(office.server, role));
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  test('whoever does not work on cases sees no list, entry, picture or authorisation', async () => {
    for (const [role, client] of clients)
      for (const url of urls) {
        const refused = await client.get(url);
        expect(refused.statusCode, `${role} ${url}`).toBe(403);
        expect(refused.body).not.toContain(NAME);
      }
  });

  test('an investigator reads lists for a stated purpose only', async () => {
    const lists = urls.filter((url) => url.startsWith('/api/watchlists'));
    for (const url of lists)
      expect((await office.investigator.get(url)).json(), url).toMatchObject({ code: 'PURPOSE_REQUIRED' });
    const stated = await office.investigator.post('/api/purposes', {
      caseId: office.file.id,
      purpose: 'crime-investigation',
      statement: 'Looking through the suspects of the robbery',
    });
    expect(stated.statusCode, stated.body).toBe(201);
    for (const url of lists) expect((await office.investigator.get(url)).statusCode, url).toBe(200);
  });

  test('governance and auditors read numbers in which nobody is named; operators and administrators do not', async () => {
    for (const role of ['auditor', 'governance-officer'] as const) {
      const counts = await clients.get(role)!.get('/api/face-oversight');
      expect(counts.json()).toMatchObject({
        watchlists: { open: 1, entries: 2, children: 1, missing: 1, pictures: 1, destroyed: 0 },
        authorisations: { waiting: 1, inForce: 0, live: 0, ended: { lapsed: 0, revoked: 0 } },
      });
      expect(counts.body).not.toContain(NAME);
    }
    for (const role of ['operator', 'administrator', 'analyst'] as const)
      expect((await clients.get(role)!.get('/api/face-oversight')).statusCode, role).toBe(403);
    expect((await office.investigator.get('/api/face-oversight')).statusCode).toBe(403);
  });

  test('a stolen session of a lower role neither asks nor approves nor opens anything', async () => {
    const operator = clients.get('operator')!;
    const decision = { decision: 'approved', note: 'Let us see who it is' };
    const asked = office.request('0190a0a0-0000-7000-8000-000000000000');
    for (const [url, body] of [
      ['/api/face-authorisations', asked],
      ['/api/face-authorisations/urgent', asked],
      [`/api/face-authorisations/${authorisationId}/decision`, decision],
      [`/api/face-authorisations/${authorisationId}/revocation`, { reason: 'Because' }],
      ['/api/watchlists', office.listBody()],
    ] as const)
      expect((await operator.post(url, body)).json(), url).toMatchObject({
        status: 403,
        code: 'ACTION_FORBIDDEN',
      });
    // Neither does that of an investigator approve, nor that of a supervisor who has not just proven who they are.
    expect((await office.decide(authorisationId, 'approved', office.investigator)).statusCode).toBe(403);
    await office.server.db.updateTable('session').set({ steppedUpAt: null }).execute();
    expect((await office.decide(authorisationId, 'approved')).json()).toMatchObject({
      code: 'STEP_UP_REQUIRED',
    });
    const urgently = await office.investigator.post('/api/face-authorisations/urgent', asked);
    expect(urgently.json()).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect((await office.supervisor.get(`/api/face-authorisations/${authorisationId}`)).json()).toMatchObject(
      { state: 'waiting', live: false },
    );
  });
});
