import type { AiSystem } from '@amaan/contracts/ai-system';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { PermitClaims } from '@amaan/contracts/permit';
import type { PermitOrder } from '../permits/issue-permit.ts';
import { generatePermitKey, PermitKeySet, type PermitSigningKey } from '../permits/permit-keys.ts';
import type { PermitUse } from '../permits/permit-scope.ts';
import { approvedStanding } from './approved-standing.ts';
import { testAiSystem } from './test-ai-system.ts';

export const NOW = new Date('2026-03-01T08:00:00.000Z');

export const SYSTEM: AiSystem = testAiSystem({
  id: 'smart-vision',
  name: 'Smart Vision AI',
  purposes: ['scene-alerts', 'object-search'],
  models: ['objects', 'objects-large'],
  thresholds: { confidence: 0.4 },
  settings: { classes: 'street' },
});

export const MODELS = [{ id: 'objects', digest: 'a'.repeat(64) }];
export const CAMERA = newIdentifier();

/** A deployment with a key, and an order that it would grant. */
export async function permitFixture(): Promise<{
  key: PermitSigningKey;
  keys: PermitKeySet;
  order: PermitOrder;
}> {
  const key = await generatePermitKey('deployment:test');
  const keys = await PermitKeySet.fromJwks([key.publicJwk]);
  const standing = approvedStanding(SYSTEM, MODELS, NOW);
  return { key, keys, order: { system: SYSTEM, standing, models: MODELS, cameras: [CAMERA], key, now: NOW } };
}

/** A use that the fixture's permit covers. */
export function coveredUse(claims: PermitClaims): PermitUse {
  return {
    system: claims.sub,
    cameraId: CAMERA,
    modelDigest: MODELS[0]!.digest,
    configurationDigest: claims.configurationDigest,
  };
}

export function later(seconds: number): Date {
  return new Date(NOW.getTime() + seconds * 1000);
}
