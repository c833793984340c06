import type { Observation } from '@amaan/contracts/observation';
import type { ViolationCaseView } from '@amaan/contracts/violations/violation-case';

export type Suspicion = Extract<Observation, { kind: 'violation-suspected' }>;

/**
 * The suspicion that a case is about.
 * @throws Error where the case holds another observation, which the server never sends
 */
export function suspicionOf({ observation }: Pick<ViolationCaseView, 'observation'>): Suspicion {
  if (observation.kind !== 'violation-suspected')
    throw new Error(`A case of a violation holds a ${observation.kind}.`);
  return observation;
}
