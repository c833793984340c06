import { digestOfJson } from '@amaan/contracts/digest-of';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Database } from './open-database.ts';
import { createRecord, getRecordHistory, listRecords, reviseRecord, signRecord } from './records.ts';
import { createTestDatabase } from './test-database.ts';

const by = { actor: 'user:1', name: 'Ayesha', person: 'staff-1', role: 'governance-officer' };
const at = '2026-11-01T08:00:00.000Z';
const risk = {
  kind: 'risk',
  system: null,
  title: 'Wrong plate',
  status: 'open',
  owner: 'Ayesha',
  reviewAt: null,
  expiresAt: null,
  body: { likelihood: 2 },
  by,
  at,
  note: 'Found in the pilot',
  demo: false,
} as const;
let db: Database;

beforeAll(async () => {
  db = await createTestDatabase();
});
afterAll(() => db.destroy());

test('records count within their kind and keep every version and signature', async () => {
  const first = await createRecord(db, risk);
  const second = await createRecord(db, risk);
  expect([first.number, second.number]).toEqual(['RSK-0001', 'RSK-0002']);
  const revised = await reviseRecord(db, {
    id: first.id,
    seen: 1,
    body: { likelihood: 3 },
    status: 'treated',
    by,
    at,
    note: 'Seen again',
  });
  expect(revised).toMatchObject({ version: 2, status: 'treated', digest: digestOfJson({ likelihood: 3 }) });
  await signRecord(db, first.id, { version: 2, meaning: 'accepted', by, at, statement: 'Yes', demo: false });
  const history = await getRecordHistory(db, first.id);
  expect(history?.versions.map(({ body, note }) => [body, note])).toEqual([
    [{ likelihood: 2 }, 'Found in the pilot'],
    [{ likelihood: 3 }, 'Seen again'],
  ]);
  expect(history?.signatures).toMatchObject([{ version: 2, meaning: 'accepted', by }]);
  expect(await listRecords(db, { kinds: ['risk'], statuses: ['open'] })).toEqual([second]);
});

test('of two people who revise the same version, one is told', async () => {
  const { id } = await createRecord(db, risk);
  const revision = { id, seen: 1, body: {}, by, at, note: '' };
  await reviseRecord(db, revision);
  await expect(reviseRecord(db, revision)).rejects.toMatchObject({ code: 'RECORD_CHANGED' });
});

test('the database refuses to rewrite versions and signatures', async () => {
  await createRecord(db, risk);
  const rewrite = db.updateTable('governance_record_version').set({ note: 'never said' }).execute();
  await expect(rewrite).rejects.toThrow('append-only');
  await expect(db.deleteFrom('governance_record_signature').execute()).rejects.toThrow('append-only');
});
