import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { LARGEST_DOCUMENT_BYTES, type NewDocument } from '@amaan/contracts/governance/document';
import { DiskObjectStore } from '@amaan/store/disk-object-store';
import type { Database } from '@amaan/store/open-database';
import { createTestDatabase } from '@amaan/store/test-database';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../http/app.ts';
import { answerProblems } from '../http/problem-details.ts';
import { RecordService } from '../records/record-service.ts';
import { SIGNER, WRITER } from '../records/testing/officers.ts';
import { documentRoutes } from '../routes/document-routes.ts';
import { DocumentService } from './document-service.ts';

const policy: NewDocument = {
  title: 'AI policy',
  owner: 'Ayesha',
  reviewAt: null,
  body: { type: 'policy', text: '', controls: ['iso-42001:A.2.2'], riskCriteria: null },
};
const pdf = Buffer.from('%PDF-1.7\n1 0 obj');
let folder: string;
let db: Database;
let documents: DocumentService;
let app: App;

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amaan-documents-'));
  const now = Date.now;
  const clock = { assertClockForward: async () => {} };
  const objects = await DiskObjectStore.open(folder);
  documents = new DocumentService({ db, records: new RecordService({ db, now }), objects, clock, now });
  app = Fastify({ bodyLimit: 1024 }) as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  answerProblems(app);
  const writer = { id: 'writer', name: 'Ayesha', person: 'staff-1', role: 'governance-officer' };
  app.decorateRequest('principal', null);
  app.addHook('onRequest', async (request) => {
    request.principal = writer as never;
  });
  documentRoutes(app, documents);
  await app.ready();
});
afterAll(async () => {
  await app?.close();
  await db?.destroy();
  await rm(folder, { recursive: true, force: true });
});

describe('a document', () => {
  test('is approved by somebody else, and a new version is a draft again', async () => {
    const { record } = await documents.open(policy, WRITER);
    await expect(documents.approve(record.id, 1, 'Agreed.', SIGNER)).rejects.toMatchObject({
      code: 'DOCUMENT_EMPTY',
    });
    const text = { ...policy, body: { ...policy.body, text: 'We name a person for each system.' } };
    await documents.revise(record.id, { seen: 1, note: '', ...text }, WRITER);
    await expect(documents.approve(record.id, 2, 'Agreed.', WRITER)).rejects.toMatchObject({
      code: 'FOUR_EYES',
    });
    expect((await documents.approve(record.id, 2, 'Agreed.', SIGNER)).record.status).toBe('approved');
    const revised = await documents.revise(record.id, { seen: 2, note: 'Contact', ...text }, WRITER);
    expect(revised.record).toMatchObject({ status: 'draft', version: 3 });
    await documents.withdraw(record.id, 'Replaced.', SIGNER);
    await expect(documents.revise(record.id, { seen: 3, note: '', ...text }, WRITER)).rejects.toMatchObject({
      code: 'DOCUMENT_WITHDRAWN',
    });
  });

  test('sets risk criteria only when it is of that type', async () => {
    const riskCriteria = { acceptableUpTo: 4, tolerableUpTo: 9 };
    await expect(
      documents.open({ ...policy, body: { ...policy.body, riskCriteria } }, WRITER),
    ).rejects.toMatchObject({ code: 'CRITERIA_MISPLACED' });
  });

  test('keeps the file of each version, and gives it back to be saved', async () => {
    const { record } = await documents.open(policy, WRITER);
    const put = (bytes: Buffer, name: string, seen: number) =>
      app.inject({
        method: 'PUT',
        url: `/api/documents/${record.id}/file?name=${encodeURIComponent(name)}&seen=${seen}`,
        headers: { 'content-type': 'application/pdf' },
        payload: bytes,
      });
    const stored = await put(pdf, 'پالیسی "1".pdf', 1);
    expect(stored.statusCode, stored.body).toBe(200);
    expect(stored.json().record.body.file).toMatchObject({
      mediaType: 'application/pdf',
      bytes: pdf.length,
      sha256: digestOfBytes(pdf),
    });
    await put(Buffer.from('plain text'), 'notes.txt', 2);
    const fetched = await app.inject(`/api/documents/${record.id}/file?version=2`);
    expect(fetched.rawPayload).toEqual(pdf);
    expect(fetched.headers).toMatchObject({
      'content-type': 'application/pdf',
      'x-content-type-options': 'nosniff',
      'content-disposition': expect.stringMatching(
        /^attachment; filename="[\x20-\x7e]+"; filename\*=UTF-8''%/,
      ),
    });
    const newest = await documents.file(record.id);
    expect((await buffer(newest.content)).toString()).toBe('plain text');
  });

  test('refuses what is too large, of another kind, or empty, and keeps nothing', async () => {
    const { record } = await documents.open(policy, WRITER);
    const put = (payload: Buffer, name: string) =>
      app.inject({
        method: 'PUT',
        url: `/api/documents/${record.id}/file?name=${name}&seen=1`,
        headers: { 'content-type': 'application/octet-stream' },
        payload,
      });
    const large = await put(Buffer.alloc(LARGEST_DOCUMENT_BYTES + 1, 0x20), 'large.txt');
    expect([large.statusCode, large.json().code]).toEqual([413, 'FILE_TOO_LARGE']);
    const program = await put(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0, 0]), 'policy.pdf');
    expect([program.statusCode, program.json().code]).toEqual([415, 'FILE_TYPE_UNSUPPORTED']);
    const empty = await put(Buffer.alloc(0), 'empty.pdf');
    expect([empty.statusCode, empty.json().code]).toEqual([422, 'FILE_EMPTY']);
    expect((await documents.get(record.id)).record).toMatchObject({ version: 1, body: { file: null } });
  });

  test('takes large bodies on the upload route only', async () => {
    const { record } = await documents.open(policy, WRITER);
    const answer = await app.inject({
      method: 'POST',
      url: `/api/documents/${record.id}/approve`,
      payload: { seen: 1, statement: 'x'.repeat(2000) },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'BODY_TOO_LARGE']);
  });
});
