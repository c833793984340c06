import { inProcessBus } from '@amaan/bus/in-process-bus';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import { SimulationPermits } from '@amaan/contracts/simulation-messages';
import { SUBJECTS } from '@amaan/contracts/worker-messages';
import { signPermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey, PermitKeySet } from '@amaan/governance/permits/permit-keys';
import { verifyPermit } from '@amaan/governance/permits/verify-permit';
import { smartVision } from '@amaan/smart-vision/system';
import { insertPermit, revokePermits } from '@amaan/store/permits';
import { registerSystem } from '@amaan/store/systems';
import { createTestDatabase } from '@amaan/store/test-database';
import { expect, test } from 'vitest';
import { SimulationPermitsService } from './simulation-permits-service.ts';

test('a simulator gets the permit in force and the key to check it with, and no camera', async () => {
  const db = await createTestDatabase();
  const key = await generatePermitKey('test');
  const iat = Math.floor(Date.now() / 1000);
  const permit = await signPermit(
    {
      iss: key.issuer,
      sub: smartVision.id,
      jti: newIdentifier(),
      iat,
      exp: iat + 3600,
      version: smartVision.version,
      models: [{ id: 'model', digest: 'a'.repeat(64) }],
      configurationDigest: 'b'.repeat(64),
      cameras: [newIdentifier()],
      purposes: ['object-detection'],
      thresholds: {},
    },
    key,
  );
  await registerSystem(db, smartVision);
  await insertPermit(db, { ...permit, approvalIds: [], impactAssessmentId: null });
  await using bus = inProcessBus();
  await using _service = new SimulationPermitsService({ db, bus, key, now: Date.now });

  const answer = await bus.request(SUBJECTS.simulationPermits, null);
  expect(answer).not.toHaveProperty('cameras');
  const { permits, permitKeys } = SimulationPermits.parse(answer);
  const claims = await verifyPermit(permits[0]!.token, await PermitKeySet.fromJwks(permitKeys));
  expect(claims.jti).toBe(permit.claims.jti);

  await revokePermits(db, { system: smartVision.id, reason: 'test', at: instantOf(Date.now()) });
  const after = SimulationPermits.parse(await bus.request(SUBJECTS.simulationPermits, null));
  expect(after.permits).toEqual([]);
  expect(after.revokedPermits).toEqual([permit.claims.jti]);
  await db.destroy();
});
