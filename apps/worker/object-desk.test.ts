import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AssignedPermits } from '@amaan/analytics/permits/inference-desk';
import { type CapturedLogger, capturedLogger } from '@amaan/analytics/testing/captured-logger';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import type { PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { testAiSystem } from '@amaan/governance/testing/test-ai-system';
import type { InstalledModel } from '@amaan/vision/models/installed-model';
import { installTestDetector } from '@amaan/vision/sessions/testing/test-model';
import { testKey, testPermit } from '@amaan/vision/sessions/testing/test-permits';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { ObjectDesk } from './object-desk.ts';

const SYSTEM = testAiSystem({
  id: 'watching',
  name: 'Watching',
  purposes: ['watching'],
  models: ['test-model'],
});
const CAMERA = newIdentifier();
const picture = { width: 32, height: 32, pixels: new Uint8Array(32 * 32 * 3) };

let folder: string;
let model: InstalledModel;
let key: PermitSigningKey;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-desk-'));
  model = await installTestDetector(folder);
  key = await testKey();
});
afterAll(() => rm(folder, { recursive: true, force: true }));

let desk: ObjectDesk;
let log: CapturedLogger;
beforeEach(() => {
  log = capturedLogger();
  const thresholds = { confidence: 0.3, overlap: 0.5 };
  desk = new ObjectDesk({ system: SYSTEM, model, thresholds, threads: 1, logger: log.logger });
});
afterEach(() => desk[Symbol.asyncDispose]());

type Permits = AssignedPermits;

/** What an assignment says of permits when one of these claims was issued. */
async function issued(
  claims: Partial<PermitClaims> = {},
  by = key,
): Promise<{ permits: Permits; id: string }> {
  const permit = await testPermit(by, model, {
    sub: SYSTEM.id,
    configurationDigest: configurationDigest(SYSTEM),
    cameras: [CAMERA],
    purposes: SYSTEM.purposes,
    ...claims,
  });
  return {
    id: permit.claims.jti,
    permits: {
      permits: [{ system: SYSTEM.id, token: permit.token }],
      permitKeys: [{ ...by.publicJwk }],
      revokedPermits: [],
      revokedCameras: [],
    },
  };
}

const none: Permits = { permits: [], permitKeys: [], revokedPermits: [], revokedCameras: [] };
const look = () => desk.detect(picture, CAMERA);
const codeOf = () => {
  try {
    desk.admit(CAMERA);
    return 'admitted';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

test('is shut before a permit has come', async () => {
  await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REFUSED' });
  expect(codeOf()).toBe('PERMIT_REFUSED');
  expect(desk.standing).toBeNull();
});

test('opens with a permit, and names it', async () => {
  const { permits, id } = await issued();
  await desk.apply(permits);
  await expect(look()).resolves.toHaveLength(1);
  const standing = {
    permitId: id,
    modelDigest: model.digest,
    configurationDigest: configurationDigest(SYSTEM),
  };
  expect(desk.admit(CAMERA)).toEqual(standing);
  expect(desk.standing).toEqual(standing);
});

test('takes the permit of its own system only', async () => {
  const { permits } = await issued();
  await desk.apply({
    ...permits,
    permits: permits.permits.map((permit) => ({ ...permit, system: 'other' })),
  });
  await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REFUSED' });
});

test('renews without a pause', async () => {
  await desk.apply((await issued()).permits);
  const next = await issued();
  const frames = Array.from({ length: 8 }, look);
  await desk.apply(next.permits);
  await expect(Promise.all(frames)).resolves.toHaveLength(8);
  expect(desk.admit(CAMERA).permitId).toBe(next.id);
});

test('does not admit a camera that the permit does not cover', async () => {
  await desk.apply((await issued({ cameras: [newIdentifier()] })).permits);
  await expect(look()).rejects.toMatchObject({ code: 'PERMIT_CAMERA_NOT_COVERED' });
  expect(codeOf()).toBe('PERMIT_CAMERA_NOT_COVERED');
});

test('shuts when an assignment has no permit, and opens again with the next', async () => {
  await desk.apply((await issued()).permits);
  await desk.apply(none);
  await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REFUSED' });
  expect(desk.standing).toBeNull();
  await desk.apply((await issued()).permits);
  await expect(look()).resolves.toHaveLength(1);
});

describe('a revoked permit', () => {
  test('stops inference at once, also what is under way', async () => {
    const { permits, id } = await issued();
    await desk.apply(permits);
    const frames = Array.from({ length: 4 }, look);
    desk.revoke(id);
    for (const frame of frames) await expect(frame).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
    expect(codeOf()).toBe('PERMIT_REVOKED');
  });

  test('stays the reason when the assignment then has none, however often it is asked', async () => {
    const { permits, id } = await issued();
    await desk.apply(permits);
    desk.revoke(id);
    const before = await look().catch((error: Error) => error.message);
    await desk.apply({ ...none, revokedPermits: [id] });
    await desk.apply({ ...none, revokedPermits: [id] });
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REVOKED', message: before });
  });

  test.each(['straight away', 'after a time without any'])('gives way to a fresh one %s', async (when) => {
    const { permits, id } = await issued();
    await desk.apply(permits);
    desk.revoke(id);
    if (when !== 'straight away') await desk.apply({ ...none, revokedPermits: [id] });
    const fresh = await issued();
    await desk.apply({ ...fresh.permits, revokedPermits: [id] });
    await expect(look()).resolves.toHaveLength(1);
    expect(desk.admit(CAMERA).permitId).toBe(fresh.id);
    // And it can be stopped as the first one was.
    desk.revoke(fresh.id);
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
  });

  test('is refused though it comes again', async () => {
    const { permits, id } = await issued();
    await desk.apply(permits);
    await desk.apply({ ...permits, revokedPermits: [id] });
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
    await desk.apply(none);
    await desk.apply(permits);
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
  });

  test('does not slip through while it is being opened', async () => {
    const { permits, id } = await issued();
    const opening = desk.apply(permits);
    await Promise.resolve();
    desk.revoke(id);
    await opening;
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
  });

  test('of somebody else changes nothing', async () => {
    await desk.apply((await issued()).permits);
    desk.revoke(newIdentifier());
    await expect(look()).resolves.toHaveLength(1);
  });
});

describe('a revoked group of cameras', () => {
  const road = newIdentifier();
  const lookAt = (camera: string) => desk.detect(picture, camera);

  test('stops at once while other cameras go on, before and after the next permit', async () => {
    const { permits, id } = await issued({ cameras: [CAMERA, road] });
    await desk.apply(permits);
    const outcomes = Promise.allSettled([look(), lookAt(road)]);
    desk.revoke(id, [CAMERA]);
    expect(await outcomes).toMatchObject([
      { status: 'rejected', reason: { code: 'PERMIT_REVOKED' } },
      { status: 'fulfilled' },
    ]);
    expect(codeOf()).toBe('PERMIT_REVOKED');
    expect(desk.admit(road).permitId).toBe(id);
    const next = await issued({ cameras: [road] });
    await desk.apply({ ...next.permits, revokedCameras: [{ permitId: id, cameras: [CAMERA] }] });
    expect(codeOf()).toBe('PERMIT_CAMERA_NOT_COVERED');
    await expect(lookAt(road)).resolves.toHaveLength(1);
  });

  test('is learned from the next assignment by a worker that was away', async () => {
    const { permits, id } = await issued({ cameras: [CAMERA, road] });
    await desk.apply(permits);
    await desk.apply({ ...permits, revokedCameras: [{ permitId: id, cameras: [CAMERA] }] });
    expect(codeOf()).toBe('PERMIT_REVOKED');
    await expect(lookAt(road)).resolves.toHaveLength(1);
  });

  test('does not slip through while the permit is being opened', async () => {
    const { permits, id } = await issued({ cameras: [CAMERA, road] });
    const opening = desk.apply(permits);
    await Promise.resolve();
    desk.revoke(id, [CAMERA]);
    await opening;
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
    await expect(lookAt(road)).resolves.toHaveLength(1);
  });
});

describe('a permit that does not fit', () => {
  test.each([
    ['another model', { models: [{ id: 'test-model', digest: 'd'.repeat(64) }] }, 'PERMIT_MODEL_MISMATCH'],
    ['another configuration', { configurationDigest: 'e'.repeat(64) }, 'PERMIT_CONFIGURATION_MISMATCH'],
    ['another system', { sub: 'other' }, 'PERMIT_PURPOSE'],
    ['the past', { iat: 1_700_000_000, exp: 1_700_000_600 }, 'PERMIT_EXPIRED'],
  ])('because it is for %s leaves the old one in force until it ends', async (_, claims, code) => {
    const seconds = Math.floor(Date.now() / 1000);
    const old = await issued({ exp: seconds + 5 });
    await desk.apply(old.permits);
    await desk.apply((await issued(claims)).permits);
    expect(desk.admit(CAMERA).permitId).toBe(old.id);
    expect(log.lines.some((line) => JSON.parse(line).err?.code === code)).toBe(true);
    await expect.poll(codeOf, { timeout: 15_000 }).toBe('PERMIT_EXPIRED');
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_EXPIRED' });
  });

  test('is the reason where there is no old one', async () => {
    await desk.apply((await issued({ configurationDigest: 'e'.repeat(64) })).permits);
    await expect(look()).rejects.toMatchObject({ code: 'PERMIT_CONFIGURATION_MISMATCH' });
  });
});

describe('when the keys change', () => {
  test('permits of the new key are accepted, those of the old one no more', async () => {
    const old = await issued();
    await desk.apply(old.permits);
    const otherKey = await testKey('amaan:elsewhere');
    const fresh = await issued({}, otherKey);
    const frames = Array.from({ length: 4 }, () => look().catch((error) => error.code));
    await desk.apply(fresh.permits);
    expect(desk.admit(CAMERA).permitId).toBe(fresh.id);
    await expect(look()).resolves.toHaveLength(1);
    // Frames of the change-over are analysed or skipped, never lost.
    for (const outcome of await Promise.all(frames)) expect(outcome).toSatisfy(isDetectionOrClosed);
    await desk.apply({ ...old.permits, permitKeys: fresh.permits.permitKeys });
    expect(desk.admit(CAMERA).permitId).toBe(fresh.id);
  });

  test('to what cannot be read, the old permit stays', async () => {
    const { permits, id } = await issued();
    await desk.apply(permits);
    await desk.apply({ ...permits, permitKeys: [{ kty: 'nonsense' }] });
    expect(desk.admit(CAMERA).permitId).toBe(id);
    await expect(look()).resolves.toHaveLength(1);
  });
});

function isDetectionOrClosed(outcome: unknown): boolean {
  return outcome === 'INFERENCE_CLOSED' || (Array.isArray(outcome) && outcome.length === 1);
}
