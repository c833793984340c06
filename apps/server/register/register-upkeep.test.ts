import type { AiSystem } from '@amaan/contracts/ai-system';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { smartVision } from '@amaan/smart-vision/system';
import { listWorkersSince } from '@amaan/store/register-reality';
import { listDefinitions } from '@amaan/store/system-definitions';
import { createTestDatabase } from '@amaan/store/test-database';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { AI_SYSTEMS } from '../ai-systems.ts';
import { IncidentReporter } from '../incidents/incident-reporter.ts';
import { startTestServer, TEST_MODEL, type TestServer } from '../testing/start-test-server.ts';
import { RegisterUpkeep } from './register-upkeep.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer(await createTestDatabase());
});
afterEach(async () => {
  await server[Symbol.asyncDispose]();
  await server.db.destroy();
});

const look = () => server.services.registerUpkeep.follow(server.services.registerUpkeep.modelsAtHand);
const incidents = () => server.services.records.list({ kinds: ['incident'] });

/** What a worker says of itself, with these models loaded. */
async function beat(models: Record<string, string>): Promise<void> {
  server.workerBus.announce(SUBJECTS.heartbeat, {
    workerId: newIdentifier(),
    at: instantOf(Date.now()),
    liveUrl: 'ws://127.0.0.1:1',
    liveToken: 'secret',
    cameras: [],
    models,
  });
  await vi.waitFor(async () => {
    const workers = await listWorkersSince(server.db, instantOf(Date.now() - 60_000));
    expect(workers.map((worker) => worker.models)).toContainEqual(models);
  });
}

test('a worker with the registered model is no news', async () => {
  await beat({ [TEST_MODEL.id]: TEST_MODEL.digest });
  await look();
  expect(await incidents()).toEqual([]);
});

test('a worker with another file opens one incident, however often it is looked at', async () => {
  await beat({ [TEST_MODEL.id]: 'f'.repeat(64) });
  await look();
  await look();
  expect(await incidents()).toMatchObject([
    { system: 'smart-vision', status: 'open', body: { source: 'drift', severity: 'high' } },
  ]);
  expect(server.services.registerUpkeep.driftOf('smart-vision')).toHaveLength(1);
});

test('reports of a system that nobody registered are refused and open an incident', async () => {
  await server.db
    .insertInto('denial')
    .values({
      id: newIdentifier(),
      system: 'emotion-recognition',
      camera_id: null,
      at: instantOf(Date.now()),
      permit_id: null,
      model_digest: null,
      code: 'PERMIT_UNKNOWN',
      reason: 'No such permit was ever issued here.',
    })
    .execute();
  await look();
  const [incident] = await incidents();
  expect(incident).toMatchObject({ system: null, body: { facts: { reportedAs: 'emotion-recognition' } } });
});

/** Follows the code as if a later version of it said this of Smart Vision. */
async function followChanged(change: Partial<AiSystem>): Promise<void> {
  const { db, services } = server;
  const changed = { ...smartVision, ...change };
  const upkeep = new RegisterUpkeep({
    db,
    bus: { announce: () => {} },
    systems: AI_SYSTEMS.map((system) => (system.id === changed.id ? changed : system)),
    readWrongModels: () => [],
    incidents: new IncidentReporter({ db, records: services.records }),
    now: Date.now,
    logger: pino({ level: 'silent' }),
  });
  await upkeep.follow(services.registerUpkeep.modelsAtHand);
}

const recorded = async (kind: string) => {
  const rows = await server.db
    .selectFrom('ledger_entry')
    .select('entry')
    .where('kind', '=', kind)
    .orderBy('index')
    .execute();
  return rows.map(({ entry }) => LedgerEntry.parse(JSON.parse(entry)));
};

test('what the code says of each system, and each model file, is in the ledger once', async () => {
  await look();
  const defined = await recorded('system.defined');
  expect(defined.map(({ subject }) => subject).sort()).toEqual(
    AI_SYSTEMS.map(({ id }) => `system:${id}`).sort(),
  );
  const own = defined.find(({ subject }) => subject === `system:${smartVision.id}`);
  expect(own?.data).toMatchObject({ version: 1, digest: digestOfJson(smartVision), before: null });
  const { id, digest, licence, source } = TEST_MODEL;
  expect((await recorded('model.registered')).map(({ subject, data }) => ({ subject, data }))).toEqual([
    { subject: `model:${digest}`, data: { id, digest, licence, source } },
  ]);
  expect(await incidents()).toEqual([]);
});

test('a prohibition that vanishes under a running system is kept, recorded and an incident', async () => {
  await followChanged({ prohibited: [] });
  await followChanged({ prohibited: [] });
  const [incident, ...more] = await incidents();
  expect(more).toEqual([]);
  expect(incident).toMatchObject({
    system: 'smart-vision',
    status: 'open',
    body: { source: 'drift', severity: 'high', facts: { changed: ['prohibited'], version: 2 } },
  });
  const versions = await listDefinitions(server.db, smartVision.id);
  expect(versions.map(({ version, changed }) => [version, changed])).toEqual([
    [2, ['prohibited']],
    [1, []],
  ]);
  expect(versions[1]?.digest).toBe(digestOfJson(smartVision));
  expect((await recorded('system.defined')).at(-1)?.data).toEqual({
    version: 2,
    digest: digestOfJson({ ...smartVision, prohibited: [] }),
    before: digestOfJson(smartVision),
    changed: ['prohibited'],
    stage: 'pilot',
  });
  const { definitions } = await server.services.register.details(smartVision.id);
  expect(definitions).toEqual(versions);
});

test('a version of an entry cannot be rewritten', async () => {
  await expect(server.db.updateTable('system_definition').set({ changed: '[]' }).execute()).rejects.toThrow();
  await expect(server.db.deleteFrom('system_definition').execute()).rejects.toThrow();
});

test('of all the files that a model ever had, the one that runs is marked', async () => {
  await server.db
    .insertInto('model')
    .values({
      ...{ id: TEST_MODEL.id, title: 'Older', licence: 'MIT', source: 'before' },
      digest: Buffer.alloc(32, 7),
      registered_at: instantOf(Date.now()),
    })
    .execute();
  const { modelDetails } = await server.services.systems.get(smartVision.id);
  expect(modelDetails.map(({ title, current }) => [title, current])).toEqual([
    ['Older', false],
    [TEST_MODEL.title, true],
  ]);
});
