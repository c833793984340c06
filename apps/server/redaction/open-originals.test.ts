import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TestClient } from '../testing/test-client.ts';
import { UnmaskDesk } from '../testing/unmask-desk.ts';

const MINUTE = 60_000;

let desk: UnmaskDesk;

beforeAll(async () => {
  desk = await UnmaskDesk.open();
});
afterEach(() => {
  desk.server.clock.aheadMs = 0;
});
afterAll(() => desk?.[Symbol.asyncDispose]());

describe('an un-masking that ends while the original is sent', () => {
  const clip = randomBytes(24 * 1024 * 1024);

  /** A player that has read the first piece of the clip and no more. */
  async function playing(client: TestClient, url: string): Promise<IncomingMessage> {
    const address = desk.server.app.server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const request = get({
      port,
      host: '127.0.0.1',
      path: `${url}?view=original`,
      headers: { cookie: client.cookie },
    });
    const [response] = (await once(request, 'response')) as [IncomingMessage];
    expect(response.statusCode).toBe(200);
    await once(response, 'readable');
    return response;
  }

  beforeAll(async () => {
    await desk.server.app.listen({ host: '127.0.0.1', port: 0 });
  });

  test.each(['asker', 'supervisor', 'time', 'session', 'case'] as const)('by %s', async (by) => {
    const who = await desk.atWork();
    const { client, caseId } = who;
    const { subject, url } = await desk.evidence('clip', clip);
    const { id } = await desk.granted(who, subject);
    const response = await playing(client, url);
    const broken = once(response, 'aborted').catch(() => undefined);
    response.on('error', () => undefined);
    const reason = { reason: 'The wrong clip.' };
    if (by === 'asker') await client.post(`/api/unmaskings/${id}/revocation`, reason);
    if (by === 'supervisor') await desk.supervisor.post(`/api/unmaskings/${id}/revocation`, reason);
    if (by === 'session') await client.post('/api/auth/sign-out');
    if (by === 'case') await client.request('PATCH', `/api/cases/${caseId}`, { closed: true });
    if (by === 'time') {
      desk.server.clock.aheadMs = 61 * MINUTE;
      await desk.server.services.redaction.upkeep.run();
    }
    response.resume();
    await broken;
    expect(response.complete).toBe(false);
    if (by === 'session') return;
    desk.server.clock.aheadMs = 0;
    expect((await client.get(`${url}?view=original`)).statusCode).toBe(403);
    const { state, end } = (await desk.supervisor.get(`/api/unmaskings/${id}`)).json();
    expect([state, end]).toEqual([
      'ended',
      { time: 'expired', case: 'case-closed' }[by as string] ?? 'revoked',
    ]);
  });

  test('cannot be ended twice', async () => {
    const who = await desk.atWork();
    const { client } = who;
    const { id } = await desk.granted(who, (await desk.evidence()).subject);
    const end = () => client.post(`/api/unmaskings/${id}/revocation`, { reason: 'Seen enough.' });
    expect((await end()).json()).toMatchObject({ state: 'ended', end: 'revoked' });
    expect((await end()).json()).toMatchObject({ status: 409, code: 'UNMASKING_ENDED' });
    expect((await desk.entries('unmasking.revoked')).at(-1)).toMatchObject({ subject: `unmasking:${id}` });
  });
});
