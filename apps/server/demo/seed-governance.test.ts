import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import { seedAssessments } from './seed-assessments.ts';
import { seedDocuments } from './seed-documents.ts';
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
    'governance-monitoring',
    'smart-vision',
    'vehicle-trace',
  ]);
  for (const { validity, missing, record } of assessments) {
    expect([validity, missing, record.demo]).toEqual(['in-force', [], true]);
  }
  const risks = await services.risks.list('smart-vision');
  expect(risks).toHaveLength(8);
  expect(risks.every(({ record }) => record.status === 'accepted' && record.demo)).toBe(true);
  expect(await services.risks.list('vehicle-trace')).toHaveLength(3);
  const lists = await services.hotlists.service.list('all');
  expect(lists.map(({ kind, entries, active }) => [kind, entries, active])).toEqual([
    ['test', 3, true],
    ['stolen', 4, true],
  ]);
  const documents = await services.documents.list();
  expect(documents.map(({ record }) => record.status)).toEqual(Array(4).fill('approved'));
  expect((await services.risks.guide()).criteria).toEqual({ acceptableUpTo: 6, tolerableUpTo: 12 });
});
