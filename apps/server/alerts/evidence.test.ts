import { randomBytes } from 'node:crypto';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import type { EvidenceItem } from '@amaan/contracts/evidence-item';
import { createTestDatabase } from '@amaan/store/test-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addEvidence } from '../testing/add-evidence.ts';
import { fakelyMasked } from '../testing/fake-masking.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';

describe('evidence', () => {
  const bytes = randomBytes(300_000);
  const masked = fakelyMasked(bytes);
  const maskedDigest = digestOfBytes(masked);
  let server: TestServer;
  let operator: TestClient;
  let item: EvidenceItem;
  let url: string;

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    operator = await signInAs(server, 'operator');
    item = await addEvidence(server, { kind: 'clip', bytes });
    url = `/api/evidence/${item.observationId}/clip`;
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('is sent whole, with its type and its digest', async () => {
    const whole = await operator.get(url);
    expect(whole.statusCode).toBe(200);
    expect(whole.rawPayload.equals(masked)).toBe(true);
    expect(whole.headers).toMatchObject({
      'content-type': 'video/mp4',
      'content-length': '300000',
      'accept-ranges': 'bytes',
      etag: `"${maskedDigest}"`,
    });
    const again = await operator.get(url, { 'if-none-match': `"${maskedDigest}"` });
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
    expect(part.rawPayload.equals(masked.subarray(start, end + 1))).toBe(true);
  });

  test('is refused where there is none', async () => {
    const beyond = await operator.get(url, { range: 'bytes=300000-' });
    expect([beyond.statusCode, beyond.headers['content-range']]).toEqual([416, 'bytes */300000']);
    const missing = await operator.get(url.replace('clip', 'picture'));
    expect(missing.json()).toMatchObject({ status: 404, code: 'EVIDENCE_ITEM_NOT_FOUND' });
    const traversal = await operator.get(`/api/evidence/..%2f..%2fkeys/clip`);
    expect(traversal.json()).toMatchObject({ status: 400, code: 'REQUEST_INVALID' });
  });

  test('of a plate’s crop is sent as it is: it is what the work is about', async () => {
    const crop = await addEvidence(server, { kind: 'plate-crop', bytes: Buffer.from('a plate') });
    const sent = await operator.get(`/api/evidence/${crop.observationId}/plate-crop`);
    expect(sent.body).toBe('a plate');
  });

  test('whose masked version is lost is masked again', async () => {
    await server.objects.remove(maskedDigest);
    expect((await operator.get(url)).rawPayload.equals(masked)).toBe(true);
  });

  test('whose original is lost is a clear answer, not a broken one', async () => {
    await server.objects.remove(maskedDigest);
    await server.objects.remove(item.digest);
    expect((await operator.get(url)).json()).toMatchObject({ status: 404, code: 'OBJECT_NOT_FOUND' });
  });
});
