import type { AiSystem } from '@amaan/contracts/ai-system';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { PERMIT_MAX_SECONDS, PermitClaims } from '@amaan/contracts/permit';
import { CompactSign } from 'jose';
import type { ModelReference, SystemStanding } from '../system-standing.ts';
import { configurationDigest } from './configuration-digest.ts';
import { PermitDenied } from './permit-denied.ts';
import { permitGaps } from './permit-gaps.ts';
import type { PermitSigningKey } from './permit-keys.ts';
import { EVALUATION_PURPOSE, JUNCTION_PURPOSES } from './permit-scope.ts';
import { PERMIT_TYPE } from './verify-permit.ts';

export interface PermitOrder {
  /** The system as the code has it: its version, thresholds and settings go into the permit. */
  readonly system: AiSystem;
  /** What the register knows of it; null when it is not registered. */
  readonly standing: SystemStanding | null;
  /** The models that it will run, with the digests of the files as they are. */
  readonly models: readonly ModelReference[];
  readonly cameras: readonly Identifier[];
  /** The junctions that may be controlled: with them it is for that alone, and without for everything else. */
  readonly junctions?: readonly Identifier[];
  /** Left out: all purposes of the system that are about junctions, or all others where none is named. */
  readonly purposes?: readonly string[];
  /** When what it rests on beside the register ends; left out: nothing of that kind. */
  readonly notAfter?: Date;
  readonly key: PermitSigningKey;
  readonly now: Date;
  /** How long it is to last; 24 hours when left out. It never outlives the impact assessment. */
  readonly seconds?: number;
}

export interface IssuedPermit {
  readonly token: string;
  readonly claims: PermitClaims;
}

/**
 * Issues a permit, if the register allows it.
 * @throws PermitDenied `PERMIT_REFUSED` whose `reasons` list everything that is missing, or
 *   `PERMIT_TOO_LONG` when `seconds` is more than a day.
 */
export async function issuePermit(order: PermitOrder): Promise<IssuedPermit> {
  const { system, standing, models, now, key, junctions } = order;
  const purposes =
    order.purposes ??
    system.purposes.filter((purpose) => JUNCTION_PURPOSES.includes(purpose) === (junctions !== undefined));
  const seconds = order.seconds ?? PERMIT_MAX_SECONDS;
  const combination = { models, configurationDigest: configurationDigest(system) };
  const reasons = [...orderGaps(order, purposes), ...permitGaps(system, standing, combination, now)];
  const assessment = standing?.impactAssessment;
  if (reasons.length > 0 || !assessment) throw new PermitDenied('PERMIT_REFUSED', reasons);
  if (seconds > PERMIT_MAX_SECONDS) {
    throw new PermitDenied('PERMIT_TOO_LONG', 'A permit is issued for 24 hours at most.');
  }
  const iat = Math.floor(now.getTime() / 1000);
  return signPermit(
    {
      iss: key.issuer,
      sub: system.id,
      jti: newIdentifier(),
      iat,
      exp: Math.min(
        iat + seconds,
        Math.floor(Date.parse(assessment.expiresAt) / 1000),
        Math.floor((order.notAfter?.getTime() ?? Number.POSITIVE_INFINITY) / 1000),
      ),
      version: system.version,
      ...combination,
      models: [...models],
      cameras: [...order.cameras],
      ...(junctions !== undefined && { junctions: [...junctions] }),
      purposes: [...purposes],
      thresholds: system.thresholds,
    },
    key,
  );
}

/** Signs claims as they are. Who may have them signed is the business of the functions that call this. */
export async function signPermit(claims: PermitClaims, key: PermitSigningKey): Promise<IssuedPermit> {
  const payload = new TextEncoder().encode(JSON.stringify(PermitClaims.parse(claims)));
  const token = await new CompactSign(payload)
    .setProtectedHeader({ alg: 'EdDSA', typ: PERMIT_TYPE, kid: key.kid })
    .sign(key.privateKey);
  return { token, claims };
}

function orderGaps(
  { system, models, cameras, junctions, seconds, notAfter, now }: PermitOrder,
  purposes: readonly string[],
): string[] {
  const gaps: string[] = [];
  if (seconds !== undefined && !(Number.isInteger(seconds) && seconds > 0)) {
    gaps.push('The lifetime must be a whole number of seconds above zero.');
  }
  if (notAfter !== undefined && notAfter <= now) gaps.push('What it rests on has ended.');
  if (models.length === 0) gaps.push('No model is named.');
  if (junctions !== undefined && (junctions.length === 0 || cameras.length > 0))
    gaps.push('A permit to control junctions names junctions and no cameras.');
  for (const { id } of models) {
    if (!system.models.includes(id)) gaps.push(`${id} is not among the models that ${system.name} may run.`);
  }
  if (purposes.length === 0) gaps.push('No purpose is named.');
  for (const purpose of purposes) {
    if (!system.purposes.includes(purpose) || purpose === EVALUATION_PURPOSE) {
      gaps.push(`${purpose} is not a purpose of ${system.name}.`);
    }
    if (JUNCTION_PURPOSES.includes(purpose) !== (junctions !== undefined)) {
      gaps.push(
        junctions === undefined
          ? `${purpose} needs a permit of its own, which names its junctions.`
          : `A permit that names junctions is not for ${purpose}.`,
      );
    }
  }
  return gaps;
}
