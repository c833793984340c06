import type { Digest } from '@amaan/contracts/digest';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { issueEvaluationPermit } from '@amaan/governance/permits/evaluation-permit';
import { signPermit } from '@amaan/governance/permits/issue-permit';
import { generatePermitKey, type PermitSigningKey } from '@amaan/governance/permits/permit-keys';
import { testAiSystem } from '@amaan/governance/testing/test-ai-system';
import type { InstalledModel } from '../../models/installed-model.ts';
import { type InferenceSession, openSession } from '../open-session.ts';

export const TEST_ISSUER = 'amaan:test';
export const TEST_CONFIGURATION: Digest = 'c'.repeat(64);

const TEST_SYSTEM = testAiSystem();

export const testSystemId = TEST_SYSTEM.id;

export function testKey(issuer = TEST_ISSUER): Promise<PermitSigningKey> {
  return generatePermitKey(issuer);
}

/** A permit for a model, valid for an hour from now; `claims` changes what it says. */
export async function testPermit(
  key: PermitSigningKey,
  model: InstalledModel,
  claims: Partial<PermitClaims> = {},
): Promise<{ token: string; claims: PermitClaims }> {
  const iat = Math.floor(Date.now() / 1000);
  return signPermit(
    {
      iss: key.issuer,
      sub: TEST_SYSTEM.id,
      jti: newIdentifier(),
      iat,
      exp: iat + 3600,
      version: TEST_SYSTEM.version,
      models: [{ id: model.manifest.id, digest: model.digest }],
      configurationDigest: TEST_CONFIGURATION,
      cameras: [],
      purposes: ['testing'],
      thresholds: {},
      ...claims,
    },
    key,
  );
}

/** A session for files, under an evaluation permit. */
export async function openTestSession(model: InstalledModel): Promise<InferenceSession> {
  const models = [{ id: model.manifest.id, digest: model.digest }];
  const permit = await issueEvaluationPermit({ system: TEST_SYSTEM, models, now: new Date() });
  return openSession({
    permit: permit.token,
    keys: permit.keys,
    system: TEST_SYSTEM.id,
    model,
    configurationDigest: configurationDigest(TEST_SYSTEM),
  });
}
