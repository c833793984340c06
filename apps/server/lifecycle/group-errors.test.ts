import { digestOfJson } from '@amaan/contracts/digest-of';
import type { LifecycleView } from '@amaan/contracts/governance/lifecycle';
import { instantOf } from '@amaan/contracts/instant';
import { faceRecognition } from '@amaan/face-recognition/system';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';

const SYSTEM = faceRecognition.id;
const PATH = `/api/systems/${SYSTEM}`;
const DAY_MS = 24 * 60 * 60_000;

let server: TestServer;
let officer: TestClient;
beforeAll(async () => {
  server = await startTestServer(await createTestDatabase(), { demo: false });
  officer = await signInAs(server, 'governance-officer');
  const pilot = server.db.updateTable('ai_system').set({ stage: 'pilot' });
  await pilot.where('id', '=', SYSTEM).execute();
});
afterAll(async () => {
  await server[Symbol.asyncDispose]();
  await server.db.destroy();
});

const view = async (): Promise<LifecycleView> => (await officer.get(`${PATH}/lifecycle`)).json();
const missing = async () => {
  const operational = (await view()).possible.find(({ to }) => to === 'operational');
  return operational!.gates.find(({ id }) => id === 'group-errors')!.missing;
};
const day = (days: number) => instantOf(Date.now() + days * DAY_MS).slice(0, 10);
const audit = (from: string, faces: number) => ({
  ...{ name: 'Volunteers', source: 'Volunteers of two age bands walked past the gate.' },
  lawfulness: 'They agreed in writing, and the data office approved the test.',
  ...{ from, to: from },
  groups: ['18–39', '40 and above'].map((label) => ({
    ...{ grouping: 'age band', label, faces },
    ...{ alerts: 20, falseAlerts: 2 },
  })),
});

test('facial recognition is not operational before the office brings error rates by group', async () => {
  const { present } = await view();
  const figure = { name: 'recall', value: 0.9, low: 0.8, high: 0.95, n: 100, aim: { atLeast: 0.7 } };
  const recorded = await officer.post(`${PATH}/validations`, {
    ...present,
    dataset: { name: 'faces', digest: digestOfJson('faces'), licence: 'CC0' },
    ...{ command: 'a test', statement: 'Measured for a test.' },
    figures: [
      { ...figure, group: null },
      { ...figure, group: 'dark' },
    ],
  });
  expect(recorded.statusCode, recorded.body).toBe(201);
  expect(await missing()).toEqual([expect.stringContaining('no error rates by groups of people')]);
  const record = (set: object) => officer.post('/api/face-reports/audits', set);
  // A test of another combination, then one that is too small, then one that tells something.
  expect((await record(audit(day(-30), 500))).statusCode).toBe(201);
  expect(await missing()).toEqual([expect.stringContaining('exactly these models')]);
  await record(audit(day(0), 50));
  expect(await missing()).toEqual([expect.stringContaining('fewer than 100 faces of: 18–39')]);
  const asked = await officer.post(`${PATH}/lifecycle/requests`, {
    to: 'operational',
    reason: 'It is good enough.',
  });
  expect(asked.statusCode).toBe(409);
  expect(asked.json().detail).toContain('fewer than 100 faces');
  await record(audit(day(0), 500));
  expect(await missing()).toEqual([]);
});
