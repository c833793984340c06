import { newIdentifier } from '@amaan/contracts/identifier';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { insertDenials, listDenials } from './denials.ts';
import type { Database } from './open-database.ts';
import { getPermit, insertPermit, listPermitsInForce, listRevokedPermits, revokePermits } from './permits.ts';
import { ensureDeployment, ensureSite, listSites } from './sites.ts';
import { getSystemStanding } from './system-standing.ts';
import { createTestDatabase } from './test-database.ts';
import { recordStanding } from './testing/record-standing.ts';
import {
  type SampleDeployment,
  sampleDeployment,
  sampleModel,
  sampleSystem,
} from './testing/sample-deployment.ts';

let db: Database;
let sample: SampleDeployment;
beforeEach(async () => {
  db = await createTestDatabase();
  sample = await sampleDeployment(db);
});
afterEach(() => db.destroy());

const now = () => new Date().toISOString();
const later = (seconds: number) => new Date(Date.now() + seconds * 1000).toISOString();

test('the newest permit of a system is in force until it expires', async () => {
  const { permit } = sample;
  const newer = { ...permit, jti: newIdentifier(), iat: permit.iat + 1 };
  await insertPermit(db, { token: 'newer', claims: newer, approvalIds: [], impactAssessmentId: null });
  expect(await listPermitsInForce(db, now())).toMatchObject([
    { id: newer.jti, token: 'newer', claims: newer },
  ]);
  expect(await listPermitsInForce(db, later(7200))).toEqual([]);
  expect(await getPermit(db, permit.jti)).toMatchObject({ claims: permit, revokedAt: null });
  expect(await getPermit(db, newIdentifier())).toBeNull();
});

test('revoked permits are told until they would have expired', async () => {
  const { permit } = sample;
  const at = now();
  const revocation = { system: sampleSystem.id, reason: 'drift', at };
  expect(await revokePermits(db, revocation)).toEqual([permit.jti]);
  expect(await revokePermits(db, revocation)).toEqual([]);
  expect(await listPermitsInForce(db, at)).toEqual([]);
  expect(await listRevokedPermits(db, at)).toEqual([permit.jti]);
  expect(await listRevokedPermits(db, later(7200))).toEqual([]);
  expect(await getPermit(db, permit.jti)).toMatchObject({ revokedAt: at, revokedReason: 'drift' });
});

test('the standing of a system is what was recorded', async () => {
  const models = [{ id: sampleModel.id, digest: sampleModel.digest }];
  const standing = approvedStanding(sampleSystem, models, new Date(Date.now() + 1000));
  await recordStanding(db, standing);
  const stored = await getSystemStanding(db, sampleSystem.id);
  expect(stored).toMatchObject({ stage: 'pilot', impactAssessment: standing.impactAssessment });
  // Those of the sample deployment, and these once.
  expect(stored?.validations.slice(1)).toEqual(standing.validations);
  expect(stored?.approvals.slice(2)).toEqual(expect.arrayContaining(standing.approvals));
  expect(stored?.approvals).toHaveLength(4);
  expect(await getSystemStanding(db, 'unknown')).toBeNull();
});

test('denials are recorded once', async () => {
  const denial = {
    id: newIdentifier(),
    system: 'smart-vision',
    cameraId: sample.cameraId,
    at: now(),
    permitId: null,
    modelDigest: sampleModel.digest,
    code: 'PERMIT_EXPIRED',
    reason: 'The permit ended.',
  };
  expect(await insertDenials(db, [denial])).toEqual(new Set([denial.id]));
  expect(await insertDenials(db, [denial])).toEqual(new Set());
  expect(await listDenials(db)).toEqual([denial]);
});

test('the deployment and its sites are made once', async () => {
  const deployment = await ensureDeployment(db, 'Punjab');
  expect(await ensureDeployment(db, 'another name')).toEqual(deployment);
  expect(await ensureSite(db, 'Lahore')).toEqual(sample.site);
  const multan = await ensureSite(db, 'Multan');
  expect(await listSites(db)).toEqual([sample.site, multan]);
  const recorded = await db
    .selectFrom('ledger_entry')
    .select(['kind', 'subject'])
    .where('kind', 'in', ['deployment.created', 'site.created'])
    .orderBy('index')
    .execute();
  expect(recorded).toEqual([
    { kind: 'site.created', subject: `site:${sample.site.id}` },
    { kind: 'deployment.created', subject: `deployment:${deployment.id}` },
    { kind: 'site.created', subject: `site:${multan.id}` },
  ]);
});
