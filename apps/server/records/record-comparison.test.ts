import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';

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

const by = { actor: 'system:test', name: 'Test', person: 'test', role: 'governance-officer' };
const open = (
  system: string | null,
  body: GovernanceRecord['body'],
  kind: 'impact-assessment' | 'incident',
) =>
  server.services.records.open({
    ...{ kind, system, title: 'A year', status: 'draft', owner: null, reviewAt: null, expiresAt: null },
    ...{ body, by, note: '' },
  });

describe('two records', () => {
  test('of one kind and AI system are compared in their newest versions', async () => {
    const last = await open(
      'smart-vision',
      { answers: { use: 'Gates', people: 'Pedestrians' } },
      'impact-assessment',
    );
    await server.services.records.revise({
      ...{ id: last.id, seen: 1, by, note: 'Better words' },
      body: { answers: { use: 'Gates and roads', people: 'Pedestrians' } },
    });
    const present = await open(
      'smart-vision',
      { answers: { use: 'Gates', people: 'Pedestrians', harm: 'None' } },
      'impact-assessment',
    );
    const comparison = (await officer.get(`/api/records/${present.id}/comparison/${last.id}`)).json();
    expect(comparison).toMatchObject({ from: { version: 2 }, to: { version: 1 }, same: 1 });
    expect(comparison.differences).toEqual([
      { path: ['answers', 'use'], change: 'changed', before: 'Gates and roads', after: 'Gates' },
      { path: ['answers', 'harm'], change: 'added', before: null, after: 'None' },
    ]);
  });

  test.each([
    ['another system', 'crowd', 'impact-assessment' as const],
    ['another kind', 'smart-vision', 'incident' as const],
  ])('of %s are not', async (_, system, kind) => {
    const one = await open('smart-vision', {}, 'impact-assessment');
    const other = await open(system, {}, kind);
    const refused = await officer.get(`/api/records/${one.id}/comparison/${other.id}`);
    expect([refused.statusCode, refused.json().code]).toEqual([422, 'RECORDS_NOT_COMPARABLE']);
  });
});
