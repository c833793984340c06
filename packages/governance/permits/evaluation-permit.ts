import type { AiSystem } from '@amaan/contracts/ai-system';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { ModelReference } from '../system-standing.ts';
import { configurationDigest } from './configuration-digest.ts';
import { type IssuedPermit, signPermit } from './issue-permit.ts';
import { generatePermitKey, PermitKeySet, type PublicPermitKey } from './permit-keys.ts';
import { EVALUATION_PURPOSE } from './permit-scope.ts';

/** The issuer of built-in evaluation permits; no deployment has this name. */
export const EVALUATION_ISSUER = 'amaan:evaluation';

const EVALUATION_SECONDS = 60 * 60;

export interface EvaluationPermit extends IssuedPermit {
  /** Knows the one throw-away key of this permit: no worker accepts it. */
  readonly keys: PermitKeySet;
  /** The same key as it travels, for an inference thread. */
  readonly publicKeys: readonly PublicPermitKey[];
}

export interface EvaluationOrder {
  readonly system: AiSystem;
  readonly models: readonly ModelReference[];
  readonly now: Date;
  /** One hour when left out. */
  readonly seconds?: number;
}

/**
 * The built-in permit of commands that run a model over files offline (`amaan detect FILE`): purpose
 * `evaluation` and no camera. Its key lives as long as the process, so it opens nothing elsewhere.
 */
export async function issueEvaluationPermit(order: EvaluationOrder): Promise<EvaluationPermit> {
  const { system, models, now, seconds = EVALUATION_SECONDS } = order;
  const key = await generatePermitKey(EVALUATION_ISSUER);
  const iat = Math.floor(now.getTime() / 1000);
  const permit = await signPermit(
    {
      iss: key.issuer,
      sub: system.id,
      jti: newIdentifier(),
      iat,
      exp: iat + seconds,
      version: system.version,
      models: [...models],
      configurationDigest: configurationDigest(system),
      cameras: [],
      purposes: [EVALUATION_PURPOSE],
      thresholds: system.thresholds,
    },
    key,
  );
  const publicKeys = [key.publicJwk];
  return { ...permit, keys: await PermitKeySet.fromJwks(publicKeys), publicKeys };
}
