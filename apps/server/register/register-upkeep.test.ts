import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { listWorkersSince } from '@amaan/store/register-reality';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { startTestServer, TEST_MODEL, type TestServer } from '../testing/start-test-server.ts';

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
