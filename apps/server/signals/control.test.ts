import { trafficManagement } from '@amaan/traffic-management/system';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { SIGNAL_REASON, SignalOffice, TEST_DEFINITION } from '../testing/signal-office.ts';
import type { TestClient } from '../testing/test-client.ts';

describe('control of junctions', () => {
  let office: SignalOffice;
  beforeAll(async () => {
    office = await SignalOffice.open();
  });
  afterAll(() => office?.[Symbol.asyncDispose]());

  it('lets a junction be controlled by two people alone, the second of a higher role, for 30 days at most', async () => {
    const id = await office.connected();
    const without = await office.setMode(id, 'control');
    expect([without.statusCode, without.json().code]).toEqual([409, 'CONTROL_NOT_APPROVED']);
    const ask = (client: TestClient, days = 10) =>
      client.post('/api/signal-approvals', {
        ...{ junctions: [id], controller: 'max-pressure', reason: SIGNAL_REASON, days },
      });
    expect((await ask(office.people['traffic-reviewer'], 31)).statusCode).toBe(400);
    expect((await ask(office.people.operator)).statusCode).toBe(403);
    const own = (await ask(office.people.supervisor)).json();
    const decide = (client: TestClient, approval: string) =>
      client.post(`/api/signal-approvals/${approval}/decision`, { decision: 'approved', note: 'Looked at.' });
    const alone = await decide(office.people.supervisor, own.id);
    expect([alone.statusCode, alone.json().code]).toEqual([403, 'FOUR_EYES']);
    const peer = await decide(await signInAs(office.server, 'supervisor'), own.id);
    expect([peer.statusCode, peer.json().code]).toEqual([403, 'HIGHER_ROLE_NEEDED']);
    expect((await decide(office.people['governance-officer'], own.id)).json()).toMatchObject({
      state: 'in-force',
    });
    expect((await office.setMode(id, 'control')).json()).toMatchObject({ mode: 'control' });
    const [claims] = await office.permitsOf(id);
    expect(claims).toMatchObject({ junctions: [id], cameras: [], purposes: ['signal-control'] });
    expect(claims!.exp - claims!.iat).toBeLessThanOrEqual(24 * 3600);
    expect(await office.ledgerOf(`junction:${id}`)).toContain('signal.mode-changed');
    expect(await office.ledgerOf(`signal-approval:${own.id}`)).toEqual(
      expect.arrayContaining(['signal-approval.asked', 'signal-approval.approved']),
    );
    // What was approved is this version with this controller: neither changes under it.
    const change = { seen: 1, note: 'Longer.', definition: TEST_DEFINITION };
    expect((await office.people.supervisor.request('PUT', `/api/junctions/${id}`, change)).json().code).toBe(
      'JUNCTION_CONTROLLED',
    );
    const other = await office.people.supervisor.request('PATCH', `/api/junctions/${id}`, {
      controller: 'actuated',
    });
    expect(other.json().code).toBe('JUNCTION_CONTROLLED');
  });

  it('returns a junction to its fixed plan by one button, which takes its permit and no other', async () => {
    const [one, other] = [await office.controlled(), await office.controlled()];
    const [permit] = await office.permitsOf(one.id);
    const answer = await office.people.operator.post(`/api/junctions/${one.id}/fixed-plan`, {
      reason: 'A crash on the junction.',
    });
    expect(answer.json()).toMatchObject({ mode: 'advise' });
    await expect.poll(() => office.fixed).toContain(one.id);
    expect(office.revoked).toContain(permit!.jti);
    expect(await office.permitsOf(one.id)).toEqual([]);
    expect(await office.permitsOf(other.id)).toHaveLength(1);
    expect(await office.ledgerOf(`junction:${one.id}`)).toContain('signal.fixed-plan');
    const again = await office.people.operator.post(`/api/junctions/${one.id}/fixed-plan`, {
      reason: 'Once more.',
    });
    expect(again.statusCode).toBe(200);
  });

  it('takes control back when the approval is revoked', async () => {
    const { id, approval } = await office.controlled();
    const [permit] = await office.permitsOf(id);
    const ended = await office.people['governance-officer'].post(
      `/api/signal-approvals/${approval}/revocation`,
      { reason: 'No more.' },
    );
    expect(ended.json()).toMatchObject({ state: 'ended', end: 'revoked' });
    await expect.poll(() => office.revoked).toContain(permit!.jti);
    expect((await office.people['traffic-reviewer'].get(`/api/junctions/${id}`)).json()).toMatchObject({
      mode: 'advise',
      approvedUntil: null,
    });
  });

  it('takes every permit to control back when the AI system is suspended', async () => {
    const { id } = await office.controlled();
    const [permit] = await office.permitsOf(id);
    const answer = await office.people['governance-officer'].post(
      `/api/systems/${trafficManagement.id}/suspend`,
      {
        reason: 'Something is wrong with it.',
      },
    );
    expect(answer.statusCode, answer.body).toBeLessThan(300);
    await expect.poll(() => office.revoked).toContain(permit!.jti);
    await office.server.services.signals.upkeep.run();
    expect(await office.permitsOf(id)).toEqual([]);
    const resume = (client: TestClient) =>
      client.post(`/api/systems/${trafficManagement.id}/resume`, { reason: 'It was looked at and is well.' });
    await resume(office.people['governance-officer']);
    await resume(office.people.supervisor);
    await office.server.services.signals.upkeep.run();
    expect(await office.permitsOf(id)).toHaveLength(1);
  });

  // The last one: it leaves the deployment with a clock that was ahead.
  it('takes control back when the approval is over, by itself', async () => {
    const second = await office.connected();
    await office.approved([second], 0.5);
    await office.setMode(second, 'control');
    expect(await office.permitsOf(second)).toHaveLength(1);
    office.server.clock.aheadMs = 13 * 3_600_000;
    try {
      await office.server.services.signals.upkeep.run();
      const over = (await office.server.services.signals.junctions.list({ sites: 'all' } as never)).find(
        (junction) => junction.id === second,
      );
      expect(over).toMatchObject({ mode: 'advise', approvedUntil: null });
    } finally {
      office.server.clock.aheadMs = 0;
    }
  });
});
