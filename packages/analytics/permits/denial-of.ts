import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Denial } from '@amaan/contracts/observation';
import type { PermitDenied } from '@amaan/governance/permits/permit-denied';
import type { InferenceStanding } from './inference-desk.ts';

/**
 * The report that a permit refused inference on a camera, now.
 * @param standing under which permit; null where there was none
 */
export function denialOf(
  { code, message }: PermitDenied,
  system: string,
  cameraId: Identifier,
  standing: InferenceStanding | null,
): Denial {
  return {
    id: newIdentifier(),
    system,
    cameraId,
    at: instantOf(Date.now()),
    permitId: standing?.permitId ?? null,
    modelDigest: standing?.modelDigest ?? null,
    code,
    reason: message,
  };
}
