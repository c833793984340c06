import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { PermitKeySet, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { InstalledModel } from '../models/installed-model.ts';
import { openSession, type SessionOrder } from './open-session.ts';
import { installTestDetector } from './testing/test-model.ts';
import {
  openTestSession,
  TEST_CONFIGURATION,
  testKey,
  testPermit,
  testSystemId,
} from './testing/test-permits.ts';

const CAMERA = newIdentifier();
const PICTURE = new Float32Array(3 * 32 * 32);

let folder: string;
let model: InstalledModel;
let key: PermitSigningKey;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'amaan-session-'));
  model = await installTestDetector(folder);
  key = await testKey();
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** An order that is in order, for a permit that covers `CAMERA`. */
async function order(
  claims: Partial<PermitClaims> = {},
  changes: Partial<SessionOrder> = {},
): Promise<SessionOrder> {
  const { token } = await testPermit(key, model, { cameras: [CAMERA], ...claims });
  return {
    permit: token,
    keys: await PermitKeySet.fromJwks([key.publicJwk]),
    system: testSystemId,
    model,
    configurationDigest: TEST_CONFIGURATION,
    ...changes,
  };
}

describe('opening a session', () => {
  test('gives the model’s outputs for a covered camera', async () => {
    await using session = await openSession(await order());
    const [output] = await session.run(CAMERA, PICTURE);
    expect(output?.dims).toEqual([1, 21, 85]);
    expect(output?.data[20 * 85 + 5]).toBeCloseTo(0.9);
  });

  test('refuses a permit that somebody else signed', async () => {
    const stranger = await testKey();
    const { token } = await testPermit(stranger, model, { cameras: [CAMERA] });
    await expect(openSession({ ...(await order()), permit: token })).rejects.toMatchObject({
      code: 'PERMIT_ISSUER_UNKNOWN',
    });
  });

  test('refuses a permit whose text was changed', async () => {
    const valid = await order();
    const [head, , signature] = valid.permit.split('.');
    const { claims } = await testPermit(key, model, { cameras: [newIdentifier()] });
    const payload = Buffer.from(JSON.stringify(claims)).toString('base64url');
    await expect(openSession({ ...valid, permit: `${head}.${payload}.${signature}` })).rejects.toMatchObject({
      code: 'PERMIT_SIGNATURE_INVALID',
    });
  });

  test.each([
    ['an expired permit', { iat: 1_000_000_000, exp: 1_000_003_600 }, 'PERMIT_EXPIRED'],
    [
      'a permit for another model',
      { models: [{ id: 'x', digest: 'a'.repeat(64) }] },
      'PERMIT_MODEL_MISMATCH',
    ],
    [
      'a permit for another configuration',
      { configurationDigest: 'b'.repeat(64) },
      'PERMIT_CONFIGURATION_MISMATCH',
    ],
    ['a permit of another system', { sub: 'other-system' }, 'PERMIT_PURPOSE'],
  ])('refuses %s', async (_, claims, code) => {
    await expect(openSession(await order(claims))).rejects.toMatchObject({ name: 'PermitDenied', code });
  });

  test('refuses a permit that is known to be revoked', async () => {
    const jti = newIdentifier();
    await expect(
      openSession(await order({ jti }, { revoked: [{ permitId: jti, cameras: null }] })),
    ).rejects.toMatchObject({
      code: 'PERMIT_REVOKED',
    });
  });

  test('refuses a file of which one bit has changed since it was installed', async () => {
    const bytes = await readFile(model.path);
    bytes[bytes.length >> 1]! ^= 1;
    const path = join(folder, 'changed.onnx');
    await writeFile(path, bytes);
    await expect(openSession(await order({}, { model: { ...model, path } }))).rejects.toMatchObject({
      name: 'ModelError',
      code: 'MODEL_DIGEST_MISMATCH',
    });
  });
});

describe('running a session', () => {
  test('refuses a camera that the permit does not cover', async () => {
    await using session = await openSession(await order());
    await expect(session.run(newIdentifier(), PICTURE)).rejects.toMatchObject({
      code: 'PERMIT_CAMERA_NOT_COVERED',
    });
  });

  test('stops when the permit ends, without any message', async () => {
    let now = new Date();
    const valid = await order({}, { now: () => now });
    await using session = await openSession(valid);
    await session.run(CAMERA, PICTURE);
    now = new Date((session.claims.exp - 1) * 1000);
    await session.run(CAMERA, PICTURE);
    now = new Date(session.claims.exp * 1000);
    await expect(session.run(CAMERA, PICTURE)).rejects.toMatchObject({ code: 'PERMIT_EXPIRED' });
  });

  test('stops when the permit is revoked, and goes on under a new one', async () => {
    await using session = await openSession(await order());
    session.revoke(newIdentifier());
    await session.run(CAMERA, PICTURE);
    session.revoke(session.claims.jti);
    await expect(session.run(CAMERA, PICTURE)).rejects.toMatchObject({ code: 'PERMIT_REVOKED' });
    await session.replacePermit((await order()).permit);
    await session.run(CAMERA, PICTURE);
  });

  test('keeps its permit when a new one is refused', async () => {
    await using session = await openSession(await order());
    const { permit } = await order({ configurationDigest: 'b'.repeat(64) });
    await expect(session.replacePermit(permit)).rejects.toMatchObject({
      code: 'PERMIT_CONFIGURATION_MISMATCH',
    });
    await session.run(CAMERA, PICTURE);
  });

  test('lets an evaluation permit run files and nothing else', async () => {
    await using session = await openTestSession(model);
    await session.run(null, PICTURE);
    await expect(session.run(CAMERA, PICTURE)).rejects.toMatchObject({ code: 'PERMIT_PURPOSE' });
  });

  test('lets no other permit run files', async () => {
    await using session = await openSession(await order());
    await expect(session.run(null, PICTURE)).rejects.toMatchObject({ code: 'PERMIT_PURPOSE' });
  });
});

test('only open-session.ts imports the inference library', async () => {
  const root = join(import.meta.dirname, '../../..');
  const importers: string[] = [];
  for (const room of ['apps', 'bench', 'packages', 'systems']) {
    const entries = await readdir(join(root, room), { recursive: true, withFileTypes: true });
    for (const entry of entries) {
      const path = join(entry.parentPath, entry.name);
      if (!entry.isFile() || !/\.[cm]?[jt]sx?$/.test(path) || /\/(node_modules|dist)\//.test(path)) continue;
      if (/['"`]onnxruntime-/.test(await readFile(path, 'utf8'))) importers.push(relative(root, path));
    }
  }
  expect(importers.filter((path) => path !== 'packages/vision/sessions/open-session.test.ts')).toEqual([
    'packages/vision/sessions/open-session.ts',
  ]);
});
