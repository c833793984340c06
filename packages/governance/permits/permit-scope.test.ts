import { newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { beforeAll, describe, expect, it } from 'vitest';
import { CAMERA, coveredUse, later, MODELS, NOW, permitFixture, SYSTEM } from '../testing/permit-fixture.ts';
import { EVALUATION_ISSUER, issueEvaluationPermit } from './evaluation-permit.ts';
import { issuePermit } from './issue-permit.ts';
import { PermitClock } from './permit-clock.ts';
import type { PermitKeySet } from './permit-keys.ts';
import { assertCovers, type PermitUse } from './permit-scope.ts';
import { RevokedPermits } from './revoked-permits.ts';
import { verifyPermit } from './verify-permit.ts';

const NONE = new RevokedPermits();

describe('assertCovers', () => {
  let claims: PermitClaims;
  let keys: PermitKeySet;
  beforeAll(async () => {
    const fixture = await permitFixture();
    keys = fixture.keys;
    claims = await verifyPermit((await issuePermit(fixture.order)).token, keys, NOW);
  });
  const denial = (change: Partial<PermitUse>, now = NOW, revoked = NONE, of = claims) => {
    try {
      assertCovers(of, { ...coveredUse(of), ...change }, now, revoked);
      return 'covered';
    } catch (error) {
      return (error as { code: string }).code;
    }
  };

  it('lets pass what the permit is for', () => {
    expect(denial({})).toBe('covered');
    expect(denial({ purpose: 'scene-alerts' })).toBe('covered');
  });

  it.each<[string, Partial<PermitUse>]>([
    ['PERMIT_MODEL_MISMATCH', { modelDigest: 'b'.repeat(64) }],
    ['PERMIT_CONFIGURATION_MISMATCH', { configurationDigest: 'b'.repeat(64) }],
    ['PERMIT_CAMERA_NOT_COVERED', { cameraId: newIdentifier() }],
    ['PERMIT_PURPOSE', { system: 'face-recognition' }],
    ['PERMIT_PURPOSE', { purpose: 'face-search' }],
    ['PERMIT_PURPOSE', { cameraId: null }],
  ])('denies with %s', (code, change) => {
    expect(denial(change)).toBe(code);
  });

  it('covers files beside its cameras when it was approved for pictures after the event', () => {
    const forFiles = { ...claims, purposes: ['watchlist-search-after-the-event'] };
    expect(denial({ cameraId: null }, NOW, NONE, forFiles)).toBe('covered');
    expect(denial({}, NOW, NONE, forFiles)).toBe('covered');
    expect(denial({ cameraId: newIdentifier() }, NOW, NONE, forFiles)).toBe('PERMIT_CAMERA_NOT_COVERED');
    expect(denial({ cameraId: null }, later(86_400), NONE, forFiles)).toBe('PERMIT_EXPIRED');
  });

  it('denies when the permit is revoked, over, or not yet begun', () => {
    const revoked = (permitId: string, cameras: string[] | null) =>
      denial({}, NOW, new RevokedPermits([{ permitId, cameras }]));
    expect(revoked(claims.jti, null)).toBe('PERMIT_REVOKED');
    expect(revoked(claims.jti, [CAMERA])).toBe('PERMIT_REVOKED');
    expect(revoked(claims.jti, [newIdentifier()])).toBe('covered');
    expect(revoked(newIdentifier(), null)).toBe('covered');
    expect(denial({}, later(86_400))).toBe('PERMIT_EXPIRED');
    expect(denial({}, later(-3600))).toBe('PERMIT_NOT_YET_VALID');
  });

  describe('with an evaluation permit', () => {
    it('covers files and no camera', async () => {
      const permit = await issueEvaluationPermit({ system: SYSTEM, models: MODELS, now: NOW });
      const evaluation = await verifyPermit(permit.token, permit.keys, NOW);
      expect(evaluation).toMatchObject({ iss: EVALUATION_ISSUER, purposes: ['evaluation'], cameras: [] });
      expect(denial({ cameraId: null }, NOW, NONE, evaluation)).toBe('covered');
      expect(denial({ cameraId: CAMERA }, NOW, NONE, evaluation)).toBe('PERMIT_PURPOSE');
      expect(denial({ cameraId: null, modelDigest: 'b'.repeat(64) }, NOW, NONE, evaluation)).toBe(
        'PERMIT_MODEL_MISMATCH',
      );
      expect(denial({ cameraId: null }, later(3600), NONE, evaluation)).toBe('PERMIT_EXPIRED');
    });

    it('is worth nothing where a deployment’s keys count', async () => {
      const { token } = await issueEvaluationPermit({ system: SYSTEM, models: MODELS, now: NOW });
      await expect(verifyPermit(token, keys, NOW)).rejects.toMatchObject({ code: 'PERMIT_ISSUER_UNKNOWN' });
    });
  });
});

describe('PermitClock', () => {
  it('runs on when the machine’s clock is set back, and follows it forwards', () => {
    let wall = 1_000_000;
    let steady = 5_000;
    const clock = new PermitClock(
      () => wall,
      () => steady,
    );
    expect(clock.now().getTime()).toBe(1_000_000);
    wall += 60_000;
    steady += 60_000;
    expect(clock.now().getTime()).toBe(1_060_000);
    wall -= 3_600_000;
    steady += 10_000;
    expect(clock.now().getTime()).toBe(1_070_000);
    wall = 2_000_000;
    expect(clock.now().getTime()).toBe(2_000_000);
  });
});
