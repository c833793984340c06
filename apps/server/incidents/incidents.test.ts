import { instantOf } from '@amaan/contracts/instant';
import { LiveUpdate } from '@amaan/contracts/live-update';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { IncidentFollower } from './incident-follower.ts';

let db: Database;
let server: TestServer;
let officer: TestClient;
beforeAll(async () => {
  db = await createTestDatabase();
  server = await startTestServer(db);
  officer = await signInAs(server, 'governance-officer');
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await db.destroy();
});

const notice = (source: 'drift' | 'monitoring-gap', severity: 'low' | 'high') =>
  server.services.incidentReporter.report({
    system: null,
    title: `About ${source}`,
    incident: {
      ...{ source, severity, what: 'Something changed.', cameraGroupId: null, facts: {} },
      detectedAt: instantOf(Date.now()),
      key: `${source} ${severity}`,
    },
  });
const noticed = async (client: TestClient) => (await client.get('/api/status')).json().noticed;

describe('what the platform notices', () => {
  test('reaches those who may read incidents, with the worst first, until it is closed', async () => {
    expect(await noticed(officer)).toEqual({ open: 0, severity: null, bySource: {}, first: null });
    const drift = await notice('drift', 'low');
    const gap = await notice('monitoring-gap', 'high');
    expect(await noticed(officer)).toEqual({
      open: 2,
      severity: 'high',
      bySource: { drift: 1, 'monitoring-gap': 1 },
      first: gap.id,
    });
    const dismissed = await officer.post(`/api/incidents/${gap.id}/steps`, {
      to: 'dismissed',
      reason: 'The server was moved.',
    });
    expect(dismissed.statusCode, dismissed.body).toBe(200);
    expect(await noticed(officer)).toMatchObject({ open: 1, severity: 'low', first: drift.id });
  });

  test('is kept from those who may not, and what people report is not counted', async () => {
    const operator = await signInAs(server, 'investigator');
    const { actions } = (await operator.get('/api/me')).json();
    expect(actions).not.toContain('incident.read');
    expect(await noticed(operator)).toBeNull();
    const before = (await noticed(officer)).open;
    const reported = await officer.post('/api/incidents', {
      ...{ system: null, title: 'A broken lens', owner: null, reviewAt: null },
      body: {
        ...{ severity: 'low', what: 'The lens of the gate is broken.', cameraGroupId: null },
        detectedAt: instantOf(Date.now()),
      },
    });
    expect(reported.statusCode, reported.body).toBe(201);
    expect((await noticed(officer)).open).toBe(before);
  });

  test('is told live once for each change, to those who may read it', async () => {
    const told: string[] = [];
    using follower = new IncidentFollower({
      db,
      publish: (update) => void told.push(LiveUpdate.parse(update).type),
      isHeard: () => false,
      logger: pino({ level: 'silent' }),
    });
    await follower.follow();
    await follower.follow();
    expect(told).toEqual(['incidents-changed']);
    const gap = await notice('monitoring-gap', 'low');
    await follower.follow();
    await officer.post(`/api/incidents/${gap.id}/steps`, { to: 'investigating', reason: 'Looking into it.' });
    await follower.follow();
    await follower.follow();
    expect(told).toEqual(['incidents-changed', 'incidents-changed', 'incidents-changed']);
  });
});
