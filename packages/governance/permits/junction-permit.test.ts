import { newIdentifier } from '@amaan/contracts/identifier';
import { beforeAll, describe, expect, it } from 'vitest';
import { approvedStanding } from '../testing/approved-standing.ts';
import { later, MODELS, NOW, permitFixture, SYSTEM } from '../testing/permit-fixture.ts';
import { configurationDigest } from './configuration-digest.ts';
import { issuePermit, type PermitOrder } from './issue-permit.ts';
import { assertCovers, assertCoversJunction, type JunctionUse } from './permit-scope.ts';
import { RevokedPermits } from './revoked-permits.ts';
import { verifyPermit } from './verify-permit.ts';

const system = { ...SYSTEM, purposes: [...SYSTEM.purposes, 'signal-control'] };
const junctionId = newIdentifier();
const use: JunctionUse = {
  system: system.id,
  configurationDigest: configurationDigest(system),
  purpose: 'signal-control',
  junctionId,
};

describe('a permit to control junctions', () => {
  let order: PermitOrder;
  let keys: Awaited<ReturnType<typeof permitFixture>>['keys'];
  beforeAll(async () => {
    const fixture = await permitFixture();
    keys = fixture.keys;
    const standing = approvedStanding(system, MODELS, NOW);
    order = { ...fixture.order, system, standing, cameras: [], junctions: [junctionId] };
  });
  const denial = async (change: Partial<JunctionUse>, now = NOW, revoked = new RevokedPermits()) => {
    const claims = await verifyPermit((await issuePermit(order)).token, keys, NOW);
    try {
      assertCoversJunction(claims, { ...use, ...change }, now, revoked);
      return 'covered';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('names its junctions, covers no camera, and is for controlling them alone', async () => {
    const { claims } = await issuePermit(order);
    expect(claims).toMatchObject({ junctions: [junctionId], cameras: [], purposes: ['signal-control'] });
    expect(() =>
      assertCovers(
        claims,
        {
          system: system.id,
          modelDigest: MODELS[0]!.digest,
          configurationDigest: use.configurationDigest,
          cameraId: newIdentifier(),
        },
        NOW,
        new RevokedPermits(),
      ),
    ).toThrow(expect.objectContaining({ code: 'PERMIT_CAMERA_NOT_COVERED' }));
  });

  it('lets its junctions be controlled until it ends or is revoked', async () => {
    expect(await denial({})).toBe('covered');
    expect(await denial({ junctionId: newIdentifier() })).toBe('PERMIT_JUNCTION_NOT_COVERED');
    expect(await denial({ purpose: 'traffic-measurement' })).toBe('PERMIT_PURPOSE');
    expect(await denial({ system: 'smart-vision-2' })).toBe('PERMIT_PURPOSE');
    expect(await denial({ configurationDigest: 'b'.repeat(64) })).toBe('PERMIT_CONFIGURATION_MISMATCH');
    expect(await denial({}, later(86_400))).toBe('PERMIT_EXPIRED');
    const { claims, token } = await issuePermit(order);
    expect(await verifyPermit(token, keys, NOW)).toEqual(claims);
    const revoked = new RevokedPermits([{ permitId: claims.jti, cameras: null }]);
    expect(() => assertCoversJunction(claims, use, NOW, revoked)).toThrow(
      expect.objectContaining({ code: 'PERMIT_REVOKED' }),
    );
  });

  it('ends with the approval that it rests on, and is not issued after it', async () => {
    const { claims } = await issuePermit({ ...order, notAfter: later(120) });
    expect(claims.exp - claims.iat).toBe(120);
    await expect(issuePermit({ ...order, notAfter: NOW })).rejects.toMatchObject({
      reasons: ['What it rests on has ended.'],
    });
  });

  it('is never mixed with cameras or other purposes', async () => {
    const reasons = async (change: Partial<PermitOrder>) =>
      (await issuePermit({ ...order, ...change }).catch((error: unknown) => error)) as { reasons: string[] };
    expect((await reasons({ cameras: [newIdentifier()] })).reasons).toEqual([
      'A permit to control junctions names junctions and no cameras.',
    ]);
    expect((await reasons({ junctions: [] })).reasons).toHaveLength(1);
    expect((await reasons({ purposes: ['scene-alerts'] })).reasons).toEqual([
      'A permit that names junctions is not for scene-alerts.',
    ]);
    const { junctions: _, ...forCameras } = order;
    expect((await issuePermit(forCameras)).claims.purposes).toEqual(SYSTEM.purposes);
    await expect(issuePermit({ ...forCameras, purposes: ['signal-control'] })).rejects.toMatchObject({
      reasons: ['signal-control needs a permit of its own, which names its junctions.'],
    });
  });
});
