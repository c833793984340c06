import { ControlDetail, ControlOverview, type ControlView } from '@amaan/contracts/governance/control';
import { newIdentifier } from '@amaan/contracts/identifier';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { presentCombination } from '@amaan/governance/combination';
import { smartVision } from '@amaan/smart-vision/system';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import { lineCrossed } from '../testing/observations.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, TEST_MODEL, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { addWatchedCamera } from '../testing/watched-camera.ts';

const YEAR_MS = 366 * 24 * 60 * 60 * 1000;

const DECISION = {
  applicability: 'applicable',
  justification: 'We run cameras with AI.',
  implementation: 'implemented',
  owner: 'AI governance office',
  notes: '',
  seen: null,
} as const;

describe('controls', () => {
  let server: TestServer;
  let officer: TestClient;

  beforeEach(async () => {
    server = await startTestServer(await createTestDatabase());
    officer = await signInAs(server, 'governance-officer');
  });
  afterEach(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  const overview = async () => ControlOverview.parse((await officer.get('/api/controls')).json());
  const find = (controls: readonly ControlView[], standard: string, id: string) =>
    controls.find((control) => control.standard === standard && control.id === id)!;
  const turns = async (id: string) =>
    ControlDetail.parse((await officer.get(`/api/controls/iso-42001/${id}`)).json()).turns;

  test('are all there, undecided at first, and the clauses of 42001 always apply', async () => {
    const { controls } = await overview();
    expect(controls).toHaveLength(32 + 38 + 93);
    expect(find(controls, 'iso-42001', '8.2').statement.applicability).toBe('applicable');
    expect(find(controls, 'iso-42001', 'A.2.2')).toMatchObject({
      statement: { applicability: 'undecided' },
      record: null,
      status: 'no-evidence',
      evidence: 'none',
    });
    const unread = server.log.filter((line) => line.includes('evidence for a control could not be read'));
    expect(unread).toEqual([]);
  });

  test('turn red by themselves when an impact assessment expires, and the ledger says when', async () => {
    const before = find((await overview()).controls, 'iso-42001', 'A.5.2');
    expect(before.live?.figures).toMatchObject({ lapsed: 0 });
    const turnedBefore = (await turns('A.5.2')).length;
    server.clock.aheadMs += YEAR_MS;
    officer = await signInAs(server, 'governance-officer');
    const after = find((await overview()).controls, 'iso-42001', 'A.5.2');
    expect(after).toMatchObject({ status: 'contradicts', evidence: 'live' });
    expect(after.live?.figures.lapsed).toBeGreaterThan(0);
    const [newest, ...older] = await turns('A.5.2');
    expect(newest).toMatchObject({ to: 'contradicts' });
    expect(older).toHaveLength(turnedBefore);
    // Looked at again, it is still red, and that is no news.
    server.clock.aheadMs += 120_000;
    await overview();
    expect(await turns('A.5.2')).toHaveLength(turnedBefore + 1);
  });

  test('turn red when what should produce their evidence has stopped', async () => {
    const decided = await officer.request('PUT', '/api/controls/iso-42001/A.6.2.8', DECISION);
    expect(decided.statusCode).toBe(200);
    await server.services.checkpoints.sign();
    await server.db
      .insertInto('ledger_check')
      .values({
        id: '0195d5f0-0000-7000-8000-000000000001',
        at: new Date().toISOString(),
        kind: 'full',
        from_size: 0,
        size: 1,
        root: Buffer.alloc(32),
        faults: '[]',
        seconds: 0.1,
      })
      .execute();
    server.clock.aheadMs += 60_000;
    expect(find((await overview()).controls, 'iso-42001', 'A.6.2.8')).toMatchObject({ status: 'holds' });
    server.clock.aheadMs += 27 * 60 * 60 * 1000;
    officer = await signInAs(server, 'governance-officer');
    await server.services.checkpoints.sign();
    const stale = find((await overview()).controls, 'iso-42001', 'A.6.2.8');
    expect(stale).toMatchObject({ status: 'contradicts', live: { stale: true } });
  });

  test('are decided with versions, and a second author is told of the first', async () => {
    const url = '/api/controls/iso-42001/A.2.2';
    const first = await officer.request('PUT', url, DECISION);
    expect(ControlDetail.parse(first.json()).control).toMatchObject({
      statement: { applicability: 'applicable', owner: 'AI governance office' },
      record: { number: 'CTL-0001', version: 1 },
    });
    const second = await officer.request('PUT', url, {
      ...DECISION,
      implementation: 'planned',
      seen: 1,
      note: 'The policy is being rewritten.',
    });
    expect(ControlDetail.parse(second.json()).versions.map(({ note }) => note)).toEqual([
      'First decision.',
      'The policy is being rewritten.',
    ]);
    for (const seen of [null, 1]) {
      const late = await officer.request('PUT', url, { ...DECISION, seen });
      expect(late.statusCode).toBe(409);
      expect(late.json().code).toBe('RECORD_CHANGED');
    }
  });

  test('are left out only with a justification, and a clause never', async () => {
    const out = { ...DECISION, applicability: 'not-applicable', implementation: 'not-applicable' };
    const url = '/api/controls/iso-27001/8.30';
    const silent = await officer.request('PUT', url, { ...out, justification: '   ' });
    expect(silent.statusCode).toBe(400);
    expect(silent.json().code).toBe('JUSTIFICATION_REQUIRED');
    const said = await officer.request('PUT', url, {
      ...out,
      justification: 'Nobody outside develops for us.',
    });
    expect(ControlDetail.parse(said.json()).control.status).toBe('not-applicable');
    const clause = await officer.request('PUT', '/api/controls/iso-42001/9.1', out);
    expect(clause.json().code).toBe('CONTROL_ALWAYS_APPLIES');
    const unknown = await officer.request('PUT', '/api/controls/iso-42001/A.99.1', DECISION);
    expect(unknown.json().code).toBe('CONTROL_NOT_FOUND');
  });

  test('go red where one person holds two opposing roles', async () => {
    expect(find((await overview()).controls, 'iso-42001', 'A.3.2').status).toBe('attention');
    await signInAs(server, 'auditor');
    await server.db
      .updateTable('user')
      .set({ person: 'staff-0042' })
      .where('role', 'in', ['auditor', 'governance-officer'])
      .execute();
    server.clock.aheadMs += 60_000;
    expect(find((await overview()).controls, 'iso-42001', 'A.3.2')).toMatchObject({
      status: 'contradicts',
      live: { figures: { peopleInOpposingRoles: 1 } },
    });
  });
  test('rest on a document only until its review is due, and turn red by themselves then', async () => {
    const DAY_MS = 24 * 60 * 60 * 1000;
    await server.services.records.open({
      kind: 'document',
      system: null,
      title: 'AI policy',
      status: 'approved',
      owner: 'AI governance office',
      reviewAt: new Date(Date.now() + 100 * DAY_MS).toISOString(),
      expiresAt: null,
      body: { type: 'policy', text: 'We …', file: null, controls: ['iso-42001:A.2.2'], riskCriteria: null },
      by: { actor: 'user:1', name: 'One', person: 'one', role: 'governance-officer' },
      note: '',
    });
    expect(find((await overview()).controls, 'iso-42001', 'A.2.2')).toMatchObject({
      status: 'attention',
      evidence: 'document',
    });
    await officer.request('PUT', '/api/controls/iso-42001/A.2.2', DECISION);
    const policy = async () => find((await overview()).controls, 'iso-42001', 'A.2.2');
    expect(await policy()).toMatchObject({ status: 'holds', evidence: 'document' });
    for (const [days, status] of [
      [71, 'attention'],
      [30, 'contradicts'],
    ] as const) {
      server.clock.aheadMs += days * DAY_MS;
      officer = await signInAs(server, 'governance-officer');
      expect((await policy()).status).toBe(status);
    }
    expect(await turns('A.2.2')).toMatchObject([{ from: null, to: 'contradicts' }]);
  });

  const raiseAlert = async () => {
    const watched = await addWatchedCamera(server, await signInAs(server, 'administrator'));
    const payload = { type: 'observation', observation: lineCrossed(watched.origin) };
    await server.workerBus.publish(SUBJECTS.reports, [{ id: newIdentifier(), payload }]);
  };

  test('turn red while an alert waits longer than it may, however old it becomes', async () => {
    await raiseAlert();
    const decides = async () => find((await overview()).controls, 'iso-42001', 'A.9.3');
    for (const [hours, status, figures] of [
      [25, 'attention', { waiting: 1, tooLong: 0 }],
      [48, 'contradicts', { waiting: 1, tooLong: 1 }],
      [20 * 24, 'contradicts', { raised: 0, waiting: 1, tooLong: 1 }],
    ] as const) {
      server.clock.aheadMs += hours * 60 * 60 * 1000;
      officer = await signInAs(server, 'governance-officer');
      expect(await decides()).toMatchObject({ status, live: { figures } });
    }
  });

  test('of monitoring turn red while every rule is switched off', async () => {
    const { service } = server.services.monitoring;
    await service.evaluate();
    const ids = [
      ['iso-42001', '9.1'],
      ['iso-42001', 'A.6.2.6'],
      ['iso-27001', '8.16'],
    ] as const;
    const states = async () => {
      server.clock.aheadMs += 31_000;
      const { controls } = await overview();
      return ids.map(([standard, id]) => find(controls, standard, id).live?.state);
    };
    expect(await states()).not.toContain('contradicts');
    const { rules } = server.services.monitoring;
    for (const { id, version, changedAt: _at, changedBy: _by, reason, ...rule } of await rules.list()) {
      const change = { rule: { ...rule, enabled: false }, reason };
      await rules.change(id, version, change, somebody('governance-officer'));
    }
    await service.evaluate();
    expect(await states()).toEqual(['contradicts', 'contradicts', 'contradicts']);
  });

  test('turn red when their evidence cannot be read', async () => {
    // Asked directly: signing in reads the same table.
    const broken = async () => find((await server.services.controls.overview()).controls, 'iso-42001', '7.2');
    expect((await broken()).status).not.toBe('contradicts');
    await server.db.schema.alterTable('training_record').renameTo('training_record_away').execute();
    server.clock.aheadMs += 31_000;
    expect(await broken()).toMatchObject({
      status: 'contradicts',
      reason: { en: expect.stringContaining('could not be read') },
    });
    await server.db.schema.alterTable('training_record_away').renameTo('training_record').execute();
  });

  test('on data ask where it came from and how it was prepared', async () => {
    const ids = ['A.7.5', 'A.7.6'] as const;
    const states = async () => {
      server.clock.aheadMs += 31_000;
      const { controls } = await overview();
      return ids.map((id) => find(controls, 'iso-42001', id).live?.state);
    };
    const measure = async (dataset: object) => {
      const present = presentCombination(smartVision, [TEST_MODEL]);
      await server.services.validations.record(
        smartVision.id,
        {
          ...present,
          models: [...present.models],
          dataset: { name: 'clips', digest: 'a'.repeat(64), licence: 'CC0', ...dataset },
          command: 'a test',
          statement: 'Measured for a test.',
          figures: [
            { name: 'recall', value: 0.9, low: 0.8, high: 0.95, n: 99, group: null, aim: { atLeast: 0.5 } },
          ],
        },
        BY,
      );
    };
    await measure({});
    expect(await states()).toEqual(['contradicts', 'contradicts']);
    await measure({ provenance: 'Filmed by us on our own yard.' });
    expect(await states()).toEqual(['holds', 'contradicts']);
    await measure({ provenance: 'Filmed by us.', preparation: 'Labelled by two people.' });
    expect(await states()).toEqual(['holds', 'holds']);
  });
});

const BY = { actor: 'user:1', name: 'One', person: 'one', role: 'governance-officer' };
