import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { insertEvidenceItems } from '@amaan/store/evidence-items';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';

describe('evidence', () => {
  const bytes = randomBytes(300_000);
  let server: TestServer;
  let operator: TestClient;
  let item: EvidenceItem;
  let url: string;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    operator = await signInAs(server, 'operator');
    item = {
      observationId: newIdentifier(),
      capturedAt: instantOf(Date.now()),
      kind: 'clip',
      digest: await server.objects.put(bytes),
      mediaType: 'video/mp4',
      bytes: bytes.length,
    };
    await insertEvidenceItems(server.db, [item]);
    url = `/api/evidence/${item.observationId}/clip`;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('is sent whole, with its type and its digest', async () => {
    const whole = await operator.get(url);
    expect(whole.statusCode).toBe(200);
    expect(whole.rawPayload.equals(bytes)).toBe(true);
    expect(whole.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '300000',
      'accept-ranges': 'bytes',
      etag: `"${item.digest}"`,
    });
    const again = await operator.get(url, { 'if-none-match': `"${item.digest}"` });
    expect([again.statusCode, again.body]).toEqual([304, '']);
  });

  test.each([
    ['bytes=0-99', 0, 99],
    ['bytes=299990-', 299_990, 299_999],
    ['bytes=-5', 299_995, 299_999],
    ['bytes=100000-200000', 100_000, 200_000],
  ])('is sent in part: %s', async (range, start, end) => {
    const part = await operator.get(url, { range });
    expect(part.statusCode).toBe(206);
    expect(part.headers['content-range']).toBe(`bytes ${start}-${end}/300000`);
    expect(part.rawPayload.equals(bytes.subarray(start, end + 1))).toBe(true);
  });

  test('is refused where there is none', async () => {
    const beyond = await operator.get(url, { range: 'bytes=300000-' });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, 'bytes */300000']);
    const missing = await operator.get(url.replace('clip', 'picture'));
    expect(missing.json()).toMatchObject({ status: 404, code: 'EVIDENCE_ITEM_NOT_FOUND' });
    const traversal = await operator.get(`/api/evidence/..%2f..%2fkeys/clip`);
    expect(traversal.json()).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });

  test('that is no longer in the object store is a clear answer, not a broken one', async () => {
    await rm(join(server.dataDir, 'objects', item.digest.slice(0, 2)), { recursive: true });
    expect((await operator.get(url)).json()).toMatchObject({ status: 404, code: 'OBJECT_NOT_FOUND' });
  });
});
