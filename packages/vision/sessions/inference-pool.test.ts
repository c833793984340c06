import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Detection } from '@amaan/contracts/detection';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createObjectPool, type ObjectPicture, type ObjectPoolOrder } from '../detectors/object-pool.ts';
import type { InstalledModel } from '../models/installed-model.ts';
import { InferenceThread } from './inference-thread.ts';
import { installTestDetector } from './testing/test-model.ts';
import { TEST_CONFIGURATION, testKey, testPermit, testSystemId } from './testing/test-permits.ts';
import type { ThreadOrder } from './thread-messages.ts';

const CAMERA = newIdentifier();

let folder: string;
let model: InstalledModel;
let key: PermitSigningKey;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-pool-'));
  model = await installTestDetector(folder);
  key = await testKey();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

async function order(claims: Partial<PermitClaims> = {}, threads = 1): Promise<ObjectPoolOrder> {
  const { token } = await testPermit(key, model, { cameras: [CAMERA], ...claims });
  return {
    threads,
    permit: token,
    keys: [key.publicJwk],
    system: testSystemId,
    model,
    configurationDigest: TEST_CONFIGURATION,
    thresholds: { confidence: 0.5, overlap: 0.5 },
  };
}

/** The same order as a thread gets it. */
async function threadOrderOf(): Promise<ThreadOrder> {
  const { thresholds, model: ofOrder, threads: _, ...rest } = await order();
  return { ...rest, models: [ofOrder], options: thresholds, revoked: [] };
}

function start(threadOrder: ThreadOrder): Promise<InferenceThread<ObjectPicture, Detection[]>> {
  return InferenceThread.start(threadOrder, new URL('../detectors/object-thread-main.ts', import.meta.url));
}

function picture() {
  return { width: 32, height: 32, pixels: new Uint8Array(32 * 32 * 3) };
}

describe('a pool of inference threads', () => {
  test('answers every frame, in fractions of the frame', async () => {
    await using pool = await createObjectPool(await order({}, 2));
    const answers = await Promise.all(Array.from({ length: 20 }, () => pool.detect(picture(), CAMERA)));
    expect(answers).toHaveLength(20);
    for (const [person, ...others] of answers) {
      expect(others).toEqual([]);
      expect(person?.class).toBe('person');
      expect(person?.confidence).toBeCloseTo(0.9);
      person?.box.forEach((value, index) => void expect(value).toBeCloseTo([0.25, 0.25, 0.5, 0.5][index]!));
    }
  });

  test('leaves the caller its pixels', async () => {
    await using pool = await createObjectPool(await order());
    const frame = picture();
    await pool.detect(frame, CAMERA);
    expect(frame.pixels).toHaveLength(32 * 32 * 3);
  });

  test('does not start under a permit that does not hold', async () => {
    const expired = await order({ iat: 1_000_000_000, exp: 1_000_003_600 });
    await expect(createObjectPool(expired)).rejects.toMatchObject({ code: 'PERMIT_EXPIRED' });
  });

  test('refuses a camera that the permit does not cover, and goes on with those that it covers', async () => {
    await using pool = await createObjectPool(await order());
    await expect(pool.detect(picture(), newIdentifier())).rejects.toMatchObject({
      name: 'PermitDenied',
      code: 'PERMIT_CAMERA_NOT_COVERED',
    });
    await expect(pool.detect(picture(), CAMERA)).resolves.toHaveLength(1);
  });

  test('stops at a revocation: what waits, what is worked on and what comes is refused', async () => {
    await using pool = await createObjectPool(await order({}, 2));
    const frames = Array.from({ length: 10 }, () => pool.detect(picture(), CAMERA));
    pool.revoke(pool.claims.jti);
    frames.push(pool.detect(picture(), CAMERA));
    for (const outcome of await Promise.allSettled(frames)) {
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'PERMIT_REVOKED' } });
    }
  });

  test('stops the cameras that are revoked at once, and works on for the others', async () => {
    const [road, wall] = [newIdentifier(), newIdentifier()];
    await using pool = await createObjectPool(await order({ cameras: [CAMERA, road, wall] }));
    const looks = Array.from({ length: 12 }, (_, n) => pool.detect(picture(), n % 2 === 0 ? CAMERA : road));
    pool.revoke(pool.claims.jti, [CAMERA, wall]);
    const outcomes = await Promise.allSettled(looks);
    for (const [n, outcome] of outcomes.entries()) {
      const stopped = { status: 'rejected', reason: { name: 'PermitDenied', code: 'PERMIT_REVOKED' } };
      expect(outcome).toMatchObject(n % 2 === 0 ? stopped : { status: 'fulfilled' });
    }
    await expect(pool.detect(picture(), wall)).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
    await pool.replacePermit((await order({ cameras: [CAMERA] })).permit);
    await expect(pool.detect(picture(), CAMERA), 'under a new permit').resolves.toHaveLength(1);
  });

  test('goes on under a new permit after the old one was revoked or has ended', async () => {
    let now = new Date();
    await using pool = await createObjectPool(await order(), { now: () => now });
    pool.revoke(pool.claims.jti);
    await pool.replacePermit((await order()).permit);
    await expect(pool.detect(picture(), CAMERA)).resolves.toHaveLength(1);
    now = new Date(pool.claims.exp * 1000);
    await expect(pool.detect(picture(), CAMERA)).rejects.toMatchObject({ code: 'PERMIT_EXPIRED' });
  });

  test('covers a camera from the moment that its permit came', async () => {
    await using pool = await createObjectPool(await order());
    const added = newIdentifier();
    const renewal = pool.replacePermit((await order({ cameras: [CAMERA, added] })).permit);
    const meanwhile = pool.detect(picture(), CAMERA);
    await renewal;
    await expect(pool.detect(picture(), added)).resolves.toHaveLength(1);
    await expect(meanwhile).resolves.toHaveLength(1);
  });

  test('keeps its permit when a new one is refused', async () => {
    await using pool = await createObjectPool(await order());
    const other = await order({ configurationDigest: 'b'.repeat(64) });
    await expect(pool.replacePermit(other.permit)).rejects.toMatchObject({
      code: 'PERMIT_CONFIGURATION_MISMATCH',
    });
    await expect(pool.detect(picture(), CAMERA)).resolves.toHaveLength(1);
  });

  test('refuses what still waits when it is closed', async () => {
    const pool = await createObjectPool(await order());
    const frames = Array.from({ length: 5 }, () => pool.detect(picture(), CAMERA));
    const outcomes = Promise.allSettled(frames);
    await pool[Symbol.asyncDispose]();
    const refused = (await outcomes).filter(({ status }) => status === 'rejected');
    expect(refused.length).toBeGreaterThanOrEqual(4);
    await expect(pool.detect(picture(), CAMERA)).rejects.toMatchObject({ code: 'INFERENCE_CLOSED' });
  });
});

test('a thread refuses a revoked permit by itself, whoever asks it', async () => {
  const { claims, token } = await testPermit(key, model, { cameras: [CAMERA] });
  const threadOrder = { ...(await threadOrderOf()), permit: token, revoked: [] };
  await using thread = await start(threadOrder);
  await expect(thread.run(picture(), CAMERA)).resolves.toHaveLength(1);
  await thread.revoke({ permitId: claims.jti, cameras: null });
  await expect(thread.run(picture(), CAMERA)).rejects.toMatchObject({
    name: 'PermitDenied',
    code: 'PERMIT_REVOKED',
  });
  const revoked = [{ permitId: claims.jti, cameras: null }];
  await expect(start({ ...threadOrder, revoked })).rejects.toMatchObject({
    code: 'PERMIT_REVOKED',
  });
});

test('a thread refuses a revoked camera by itself', async () => {
  const { claims, token } = await testPermit(key, model, { cameras: [CAMERA] });
  const revoked = [{ permitId: claims.jti, cameras: [CAMERA] }];
  await using thread = await start({ ...(await threadOrderOf()), permit: token, revoked });
  await expect(thread.run(picture(), CAMERA)).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
});

describe('a lost thread', () => {
  const body = new URL('./testing/dying-thread.ts', import.meta.url);
  const fatal = { width: 1, height: 1, pixels: new Uint8Array(3) };

  test('costs its frame, and another thread takes its place under the permit of that moment', async () => {
    const orders: ThreadOrder[] = [];
    await using pool = await createObjectPool(await order(), {
      startThread: (threadOrder) => {
        orders.push(threadOrder);
        return InferenceThread.start(threadOrder, body);
      },
    });
    const renewed = await order();
    await pool.replacePermit(renewed.permit);
    await expect(pool.detect(fatal, CAMERA)).rejects.toMatchObject({ code: 'INFERENCE_THREAD_LOST' });
    await expect(pool.detect(picture(), CAMERA)).resolves.toHaveLength(1);
    expect(orders.map(({ permit }) => permit)).toEqual([expect.any(String), renewed.permit]);
  });

  test('does not take the frames that wait with it', async () => {
    await using pool = await createObjectPool(await order(), {
      startThread: (threadOrder) => InferenceThread.start(threadOrder, body),
    });
    const lost = expect(pool.detect(fatal, CAMERA)).rejects.toMatchObject({ code: 'INFERENCE_THREAD_LOST' });
    const next = expect(pool.detect(picture(), CAMERA)).resolves.toHaveLength(1);
    await Promise.all([lost, next]);
  });

  test('that cannot be replaced is reported to whoever waits', async () => {
    let started = 0;
    await using pool = await createObjectPool(await order(), {
      startThread: async (threadOrder) => {
        if (started++ > 0) throw new Error('No memory for a thread.');
        return InferenceThread.start(threadOrder, body);
      },
    });
    await expect(pool.detect(fatal, CAMERA)).rejects.toMatchObject({ code: 'INFERENCE_THREAD_LOST' });
    await expect(pool.detect(picture(), CAMERA)).rejects.toThrow('No memory for a thread.');
  });
});
