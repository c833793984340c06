import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { ValidationInput } from '@amaan/contracts/governance/validation';
import { faceRecognition } from '@amaan/face-recognition/system';
import { judgeFigures } from '@amaan/governance/validation/judge-figures';
import { numberPlates } from '@amaan/number-plates/system';
import { redaction } from '@amaan/redaction/system';
import { createTestDatabase } from '@amaan/store/test-database';
import { vehicleTrace } from '@amaan/vehicle-trace/system';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { RunnableModel } from '../permits/runnable-model.ts';
import { startTestServer, TEST_MODEL, type TestServer } from '../testing/start-test-server.ts';
import { DEMO_PEOPLE, demoPrincipal } from './demo-people.ts';
import { seedAssessments } from './seed-assessments.ts';
import { seedDocuments } from './seed-documents.ts';
import { seedFaces } from './seed-faces.ts';
import { seedHotlists } from './seed-hotlists.ts';
import { seedRisks } from './seed-risks.ts';

let server: TestServer;

beforeAll(async () => {
  server = await startTestServer(await createTestDatabase());
});
afterAll(async () => {
  await server?.[Symbol.asyncDispose]();
  await server?.db.destroy();
});

/** Those whose figures lie beside the seeds. */
const MEASURED = [
  ...['smart-vision', 'number-plates', 'vehicle-trace', 'face-recognition', 'redaction'],
  ...['traffic-management', 'crime-analytics'],
];

test('the demonstration is assessed, its risks accepted and its documents approved, once', async () => {
  const { db, services, clock } = server;
  const context = { db, services, now: () => Date.now() + clock.aheadMs };
  for (let restart = 0; restart < 2; restart++) {
    await seedDocuments(context);
    await seedAssessments(context);
    await seedRisks(context);
    await seedHotlists(context);
  }
  const assessments = await services.assessments.list();
  expect(assessments.map(({ record }) => record.system).sort()).toEqual([
    'crime-analytics',
    'face-recognition',
    'governance-monitoring',
    'number-plates',
    'redaction',
    'smart-vision',
    'traffic-management',
    'traffic-violations',
    'vehicle-trace',
  ]);
  for (const { validity, missing, record } of assessments) {
    expect([validity, missing, record.demo]).toEqual(['in-force', [], true]);
  }
  const risks = await services.risks.list('smart-vision');
  expect(risks).toHaveLength(8);
  expect(await services.risks.list('vehicle-trace')).toHaveLength(3);
  expect(await services.risks.list('number-plates')).toHaveLength(5);
  expect(await services.risks.list('face-recognition')).toHaveLength(5);
  expect(await services.risks.list('redaction')).toHaveLength(3);
  expect(await services.risks.list('traffic-management')).toHaveLength(5);
  expect(await services.risks.list('traffic-violations')).toHaveLength(5);
  expect(await services.risks.list('crime-analytics')).toHaveLength(5);
  const all = await services.risks.list();
  expect(all.every(({ record }) => record.status === 'accepted' && record.demo)).toBe(true);
  const lists = await services.hotlists.service.list('all');
  expect(lists.map(({ kind, entries, active }) => [kind, entries, active])).toEqual([
    ['test', 3, true],
    ['stolen', 4, true],
  ]);
  const documents = await services.documents.list();
  expect(documents.map(({ record }) => record.status)).toEqual(Array(4).fill('approved'));
  expect((await services.risks.guide()).criteria).toEqual({ acceptableUpTo: 6, tolerableUpTo: 12 });
});

test('a new version of a system is assessed anew', async () => {
  const { db, services, clock } = server;
  const described = db.updateTable('ai_system').where('id', '=', 'vehicle-trace');
  await described.set({ definition: JSON.stringify({ ...vehicleTrace, version: '9.0.0' }) }).execute();
  for (let restart = 0; restart < 2; restart++)
    await seedAssessments({ db, services, now: () => Date.now() + clock.aheadMs });
  const assessments = await services.assessments.list('vehicle-trace');
  expect(assessments.map(({ record }) => record.status).sort()).toEqual(['approved', 'superseded']);
});

describe('a full demonstration', () => {
  let full: TestServer;
  const start = async (readModels: () => Promise<RunnableModel[]>) => {
    full = await startTestServer(await createTestDatabase(), { demo: 'full', readModels });
    return new Map((await full.services.systems.list()).map(({ id, stage }) => [id, stage]));
  };
  afterEach(async () => {
    await full?.[Symbol.asyncDispose]();
    await full?.db.destroy();
  });

  test('takes what runs to pilot through its gates, where its figures reach their aims', async () => {
    const ids = new Set<string>(
      [numberPlates, faceRecognition, redaction].flatMap(({ models }) => [...models]),
    );
    ids.delete(TEST_MODEL.id);
    const others = [...ids].map((id) => ({ ...TEST_MODEL, id, digest: digestOfJson(id) }));
    const stages = await start(async () => [TEST_MODEL, ...others]);
    for (const id of MEASURED) expect(stages.get(id), id).toBe(reachesAims(id) ? 'pilot' : 'designed');
    const permitted = (await full.services.systems.list()).flatMap(({ id, permit }) => (permit ? [id] : []));
    expect(permitted).toEqual(expect.arrayContaining(['face-recognition', 'redaction']));
    expect((await full.services.hotlists.matcher.state()).running).toBe(true);
  });

  test('shows how a search of faces begins, with a list that names nobody and has no picture, once', async () => {
    await start(async () => []);
    const { db, services, clock } = full;
    await seedFaces({ db, services, now: () => Date.now() + clock.aheadMs });
    const supervisor = demoPrincipal(DEMO_PEOPLE.supervisor);
    const lists = await services.faces.watchlists.list(supervisor);
    expect(lists).toMatchObject([{ state: 'ready', entries: 1, pictures: 0 }]);
    const asked = await services.faces.authorisations.list({ limit: 10 }, supervisor);
    expect(asked).toMatchObject([{ state: 'waiting', watchlistId: lists[0]!.id }]);
    expect(await services.faces.authorisations.live()).toEqual([]);
  });

  test('leaves a system where its gate shuts for want of its models', async () => {
    const stages = await start(async () => []);
    expect(stages.get('smart-vision')).toBe('designed');
    expect(stages.get('number-plates')).toBe('designed');
    expect(stages.get('face-recognition')).toBe('designed');
    expect(stages.get('redaction')).toBe('designed');
    expect(stages.get('vehicle-trace')).toBe('pilot');
  });
});

/** Whether figures lie beside the seeds and are good enough. */
function reachesAims(system: string): boolean {
  const file = join(import.meta.dirname, `${system}-validation.json`);
  if (!existsSync(file)) return false;
  return judgeFigures(ValidationInput.parse(JSON.parse(readFileSync(file, 'utf8'))).figures).passed;
}
