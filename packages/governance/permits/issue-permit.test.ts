import { beforeAll, describe, expect, it } from 'vitest';
import { SystemStanding } from '../system-standing.ts';
import { approvedStanding } from '../testing/approved-standing.ts';
import { later, MODELS, NOW, permitFixture, SYSTEM } from '../testing/permit-fixture.ts';
import { configurationDigest } from './configuration-digest.ts';
import { issuePermit, type PermitOrder } from './issue-permit.ts';
import { PermitDenied } from './permit-denied.ts';
import type { PermitKeySet } from './permit-keys.ts';
import { verifyPermit } from './verify-permit.ts';

describe('issuePermit', () => {
  let order: PermitOrder;
  let keys: PermitKeySet;
  let standing: SystemStanding;
  beforeAll(async () => {
    ({ order, keys } = await permitFixture());
    standing = SystemStanding.parse(order.standing);
  });
  const refusal = async (changes: Partial<PermitOrder>): Promise<readonly string[]> => {
    const error = await issuePermit({ ...order, ...changes }).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(PermitDenied);
    expect(error).toMatchObject({ code: 'PERMIT_REFUSED' });
    return (error as PermitDenied).reasons;
  };
  const refusalOf = (changes: Partial<SystemStanding>) => refusal({ standing: { ...standing, ...changes } });

  it('says who may run what on which cameras for how long', async () => {
    const { token, claims } = await issuePermit({ ...order, seconds: 600 });
    expect(claims).toMatchObject({
      iss: 'deployment:test',
      sub: 'smart-vision',
      version: '1.0.0',
      iat: NOW.getTime() / 1000,
      exp: NOW.getTime() / 1000 + 600,
      models: MODELS,
      configurationDigest: configurationDigest(SYSTEM),
      cameras: order.cameras,
      purposes: SYSTEM.purposes,
      thresholds: SYSTEM.thresholds,
    });
    expect(await verifyPermit(token, keys, NOW)).toEqual(claims);
  });

  it('does not outlive the impact assessment', async () => {
    const impactAssessment = { ...standing.impactAssessment!, expiresAt: later(90).toISOString() };
    const { claims } = await issuePermit({ ...order, standing: { ...standing, impactAssessment } });
    expect(claims.exp - claims.iat).toBe(90);
  });

  it('lists everything that is missing', async () => {
    expect(
      await refusalOf({ stage: 'designed', impactAssessment: null, validations: [], approvals: [] }),
    ).toHaveLength(4);
    expect(await refusal({ standing: null })).toEqual(['Smart Vision AI is not registered.']);
    expect(await refusalOf({ system: 'crowd' })).toEqual(['Smart Vision AI is not registered.']);
  });

  it.each(['proposed', 'designed', 'validated', 'suspended', 'retired'] as const)(
    'refuses a system in the stage %s',
    async (stage) => {
      expect(await refusalOf({ stage })).toEqual([expect.stringContaining(`stage is ${stage}`)]);
    },
  );

  it('issues for an operational system as for a pilot', async () => {
    await expect(
      issuePermit({ ...order, standing: { ...standing, stage: 'operational' } }),
    ).resolves.toBeDefined();
  });

  it('refuses while the system is suspended, whatever its stage', async () => {
    const suspension = { at: NOW.toISOString(), by: 'user:1', reason: 'Too many false alerts' };
    expect(await refusalOf({ suspension })).toEqual([expect.stringContaining('Too many false alerts')]);
  });

  it.each([
    ['draft', { status: 'draft' as const }],
    ['rejected', { status: 'rejected' as const }],
    ['expired', { expiresAt: NOW.toISOString() }],
    ['future', { at: later(1).toISOString() }],
  ])('refuses when the impact assessment is %s', async (word, change) => {
    const impactAssessment = { ...standing.impactAssessment!, ...change };
    expect(await refusalOf({ impactAssessment })).toEqual([expect.stringContaining(word)]);
  });

  it('needs a passed validation of exactly this combination, the latest one', async () => {
    const [passed] = standing.validations;
    const other = { ...passed!, models: [{ ...MODELS[0]!, digest: 'b'.repeat(64) }] };
    expect(await refusalOf({ validations: [other] })).toEqual([expect.stringContaining('no validation')]);
    const failedLater = { ...passed!, at: later(-1).toISOString(), passed: false };
    const passedEarlier = { ...passed!, at: later(-2).toISOString() };
    expect(await refusalOf({ validations: [failedLater, passedEarlier] })).toEqual([
      expect.stringContaining('failed'),
    ]);
  });

  it('counts people, not accounts: one person with two accounts is one', async () => {
    const [first, second] = standing.approvals;
    const needTwo = [expect.stringContaining('Two different people')];
    expect(await refusalOf({ approvals: [first!] })).toEqual(needTwo);
    for (const person of [
      first!.person,
      `  ${first!.person.toUpperCase()} `,
      first!.person.replace('p', 'ｐ'),
    ]) {
      expect(await refusalOf({ approvals: [first!, { ...second!, person }] })).toEqual(needTwo);
    }
  });

  it('counts no approval of other models, another configuration, or of tomorrow', async () => {
    const [first, second] = standing.approvals;
    for (const change of [
      { models: [...MODELS, { id: 'objects-large', digest: 'c'.repeat(64) }] },
      { configurationDigest: 'd'.repeat(64) },
      { at: later(1).toISOString() },
    ]) {
      expect(await refusalOf({ approvals: [first!, { ...second!, ...change }] })).toHaveLength(1);
    }
  });

  it('refuses when a threshold, a setting or the version changed since the approvals', async () => {
    for (const system of [
      { ...SYSTEM, thresholds: { confidence: 0.1 } },
      { ...SYSTEM, settings: { classes: 'all' } },
      { ...SYSTEM, version: '1.0.1' },
    ]) {
      const reasons = await refusal({ system });
      expect(reasons).toContainEqual(expect.stringContaining('no validation'));
      expect(reasons).toContainEqual(expect.stringContaining('Two different people'));
    }
  });

  it('refuses models and purposes that the system does not have', async () => {
    const foreign = [{ id: 'face-embedding', digest: 'e'.repeat(64) }];
    expect(await refusal({ models: foreign })).toContainEqual(expect.stringContaining('face-embedding'));
    expect(await refusal({ models: [] })).toContain('No model is named.');
    expect(await refusal({ purposes: ['evaluation'] })).toHaveLength(1);
    expect(await refusal({ purposes: [] })).toHaveLength(1);
    const evaluator = { ...SYSTEM, purposes: ['evaluation'] };
    expect(
      await refusal({ system: evaluator, standing: approvedStanding(evaluator, MODELS, NOW) }),
    ).toHaveLength(1);
  });

  it('issues for a day at most', async () => {
    await expect(issuePermit({ ...order, seconds: 86_401 })).rejects.toMatchObject({
      code: 'PERMIT_TOO_LONG',
    });
    for (const seconds of [0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      expect(await refusal({ seconds })).toHaveLength(1);
    }
  });
});

describe('configurationDigest', () => {
  it('changes with version, purposes, thresholds and settings, and with nothing else', () => {
    const digest = configurationDigest(SYSTEM);
    expect(digest).toMatch(/^[0-9a-f]{64}$/);
    const renamed = { ...SYSTEM, purposes: SYSTEM.purposes.toReversed(), name: 'Other' };
    expect(configurationDigest(renamed)).toBe(digest);
    expect(configurationDigest({ ...SYSTEM, purposes: ['other'] })).not.toBe(digest);
    expect(configurationDigest({ ...SYSTEM, version: '1.0.1' })).not.toBe(digest);
    expect(configurationDigest({ ...SYSTEM, thresholds: { confidence: 0.41 } })).not.toBe(digest);
    expect(configurationDigest({ ...SYSTEM, settings: {} })).not.toBe(digest);
    expect(configurationDigest({ ...SYSTEM, id: 'crowd' })).not.toBe(digest);
  });

  it('does not depend on the order of members', () => {
    const thresholds = { b: 1, a: 2 };
    expect(configurationDigest({ ...SYSTEM, thresholds })).toBe(
      configurationDigest({ ...SYSTEM, thresholds: { a: 2, b: 1 } }),
    );
  });
});
