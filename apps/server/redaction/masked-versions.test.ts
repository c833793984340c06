import { digestOfBytes } from '@amaan/contracts/digest-of';
import { getMaskedObject } from '@amaan/store/redaction/masked-objects';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { HttpError } from '../http/http-errors.ts';
import { fakelyMasked, fakeMasking } from '../testing/fake-masking.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import type { TestClient } from '../testing/test-client.ts';
import { UnmaskDesk } from '../testing/unmask-desk.ts';
import { sweepMaskedObjects, withMaskedRemoval } from './with-masked-removal.ts';

let desk: UnmaskDesk;
let operator: TestClient;
let made = 0;

beforeAll(async () => {
  desk = await UnmaskDesk.open({ patienceMs: 1000 });
  operator = await signInAs(desk.server, 'operator');
});
afterEach(() => {
  desk.masking.refusal = null;
  desk.masking.gate = Promise.resolve();
  desk.masking.configuration = fakeMasking().configuration;
});
afterAll(() => desk?.[Symbol.asyncDispose]());

/** A picture that no other test has, with what is made of it. */
async function fresh() {
  made += 1;
  const bare = Buffer.from(`somebody in the street ${made}`);
  const evidence = await desk.evidence('picture', bare);
  const masked = fakelyMasked(bare);
  return { ...evidence, bare, masked, maskedDigest: digestOfBytes(masked), bareDigest: digestOfBytes(bare) };
}

const timesMasked = (bare: Buffer) =>
  desk.masking.asked.filter(({ bytes }) => Buffer.from(bytes).equals(bare)).length;

describe('the masked version', () => {
  test('is what everybody is given, made once, and says under what it was made', async () => {
    const { url, bare, masked, bareDigest, maskedDigest, item } = await fresh();
    const client = await signInAs(desk.server, 'operator');
    const answers = await Promise.all([operator.get(url), client.get(url), desk.supervisor.get(url)]);
    for (const { statusCode, rawPayload, headers } of answers) {
      expect([statusCode, rawPayload.equals(masked)]).toEqual([200, true]);
      expect(JSON.stringify(headers)).not.toContain(bareDigest);
    }
    await operator.get(url);
    expect(timesMasked(bare)).toBe(1);
    expect(desk.masking.asked.at(-1)).toMatchObject({
      cameraId: desk.watched.camera.id,
      mediaType: 'image/jpeg',
    });
    const row = await getMaskedObject(desk.server.db, bareDigest);
    const report = (await operator.get(`${url}/masking-report`)).json();
    const { observationId, capturedAt, kind } = item;
    expect(report).toEqual({ ...row, observationId, capturedAt, kind });
    expect((await desk.entries('evidence.masked')).at(-1)).toMatchObject({
      subject: `evidence:${observationId}`,
      data: { originalDigest: bareDigest, maskedDigest, permitId: row!.permitId, models: row!.models },
    });
  });

  test('takes a moment: whoever asks is told to ask again, and it is made once', async () => {
    const { url, bare, masked } = await fresh();
    const gate = Promise.withResolvers<void>();
    desk.masking.gate = gate.promise;
    for (const client of [operator, desk.supervisor]) {
      const early = await client.get(url);
      expect(early.json()).toMatchObject({ status: 503, code: 'MASKING_UNDER_WAY' });
      expect(early.headers['retry-after']).toBe('2');
    }
    gate.resolve();
    await expect.poll(async () => (await operator.get(url)).rawPayload.equals(masked)).toBe(true);
    expect(timesMasked(bare)).toBe(1);
  });

  test.each([
    [409, 'MASKING_NOT_PERMITTED', 2],
    [503, 'MASKING_NOT_AVAILABLE', 2],
    // An original that cannot be masked stays so, and is not tried with every request.
    [422, 'PICTURE_UNREADABLE', 1],
  ])('that cannot be made shows nothing: %i %s', async (status, code, times) => {
    const { url, bare, item } = await fresh();
    desk.masking.refusal = new HttpError(status, code, 'It is not masked.');
    for (const _ of [1, 2]) {
      const refused = await operator.get(url);
      expect(refused.json()).toMatchObject({ status, code });
      expect(refused.body).not.toContain(bare.toString());
    }
    expect(timesMasked(bare)).toBe(times);
    expect((await operator.get(`${url}/masking-report`)).json()).toMatchObject({ code });
    expect(await getMaskedObject(desk.server.db, item.digest)).toBeNull();
  });

  test('of what no kind of masking reads is not shown', async () => {
    const { url, bare, item } = await fresh();
    await desk.server.db
      .updateTable('evidence_item')
      .set({ media_type: 'image/gif' })
      .where('observation_id', '=', item.observationId)
      .execute();
    expect((await operator.get(url)).json()).toMatchObject({ status: 422, code: 'REDACT_INPUT_KIND' });
    expect(timesMasked(bare)).toBe(0);
  });

  test('is made anew when redaction is configured otherwise, and the one before goes', async () => {
    const { url, bare, masked, maskedDigest, bareDigest } = await fresh();
    desk.masking.configuration = digestOfBytes(Buffer.from('an older configuration'));
    await operator.get(url);
    // What the redactor says now is no longer what was recorded.
    desk.masking.configuration = fakeMasking().configuration;
    expect((await operator.get(url)).rawPayload.equals(masked)).toBe(true);
    expect(timesMasked(bare)).toBe(2);
    const row = await getMaskedObject(desk.server.db, bareDigest);
    expect(row).toMatchObject({ maskedDigest, configurationDigest: fakeMasking().configuration });
    await operator.get(url);
    expect(timesMasked(bare)).toBe(2);
  });

  test('of an older configuration is not shown when the new one may not run', async () => {
    const { url, masked } = await fresh();
    desk.masking.configuration = digestOfBytes(Buffer.from('an older configuration'));
    await operator.get(url);
    desk.masking.refusal = new HttpError(409, 'MASKING_NOT_PERMITTED', 'No permit covers this camera.');
    const refused = await operator.get(url);
    expect(refused.json()).toMatchObject({ code: 'MASKING_NOT_PERMITTED' });
    expect(refused.rawPayload.equals(masked)).toBe(false);
  });

  test('that a stop left half made is made by the next server', async () => {
    const { url, bare, masked, maskedDigest } = await fresh();
    await operator.get(url);
    // The row is written before the bytes: this is what a crash in between leaves.
    await desk.server.objects.remove(maskedDigest);
    expect((await operator.get(url)).rawPayload.equals(masked)).toBe(true);
    expect(timesMasked(bare)).toBe(2);
  });

  test('is made ahead of the first request, for alerts alone', async () => {
    const { url, bare, item } = await fresh();
    await desk.server.services.evidence.maskAhead([item.observationId]);
    await expect.poll(() => getMaskedObject(desk.server.db, item.digest)).not.toBeNull();
    await operator.get(url);
    expect(timesMasked(bare)).toBe(1);
  });
});

describe('with the original', () => {
  test('the masked version is deleted at once by whatever deletes the original', async () => {
    const { url, item, maskedDigest } = await fresh();
    await operator.get(url);
    const { db, objects } = desk.server;
    await withMaskedRemoval(objects, db).remove(item.digest);
    expect([await objects.has(item.digest), await objects.has(maskedDigest)]).toEqual([false, false]);
    expect(await getMaskedObject(db, item.digest)).toBeNull();
  });

  test('the masked version is deleted within the hour after a deletion that was cut off', async () => {
    const { url, item, maskedDigest } = await fresh();
    await operator.get(url);
    const { db, objects } = desk.server;
    await db.deleteFrom('evidence_item').where('observation_id', '=', item.observationId).execute();
    expect(await sweepMaskedObjects(db, objects)).toBe(1);
    expect(await objects.has(maskedDigest)).toBe(false);
    expect(await getMaskedObject(db, item.digest)).toBeNull();
    expect(await sweepMaskedObjects(db, objects)).toBe(0);
  });

  test('that is deleted while it is masked, nothing of it stays', async () => {
    const { url, item, maskedDigest } = await fresh();
    const gate = Promise.withResolvers<void>();
    desk.masking.gate = gate.promise;
    expect((await operator.get(url)).json()).toMatchObject({ code: 'MASKING_UNDER_WAY' });
    const { db, objects } = desk.server;
    await db.deleteFrom('evidence_item').where('observation_id', '=', item.observationId).execute();
    gate.resolve();
    const { versions } = desk.server.services.redaction;
    await expect
      .poll(async () => {
        const original = { ...item, cameraId: desk.watched.camera.id };
        return versions.of(original).catch((error: HttpError) => error.code);
      })
      .toBe('EVIDENCE_ITEM_NOT_FOUND');
    expect(await objects.has(maskedDigest)).toBe(false);
    expect(await getMaskedObject(db, item.digest)).toBeNull();
  });
});
