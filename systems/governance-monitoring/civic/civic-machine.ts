import { CIVIC_STEPS_FROM } from '@amaan/contracts/civic/civic-steps';
import type { CivicState, CivicStepName } from '@amaan/contracts/civic/civic-ticket';
import { AmaanError } from '@amaan/contracts/problem';

/** `CIVIC_STEP_IMPOSSIBLE`: this cannot be done with a ticket in its state. Nothing was changed. */
export class CivicStepError extends AmaanError {}

/** The state after a step. @throws CivicStepError `CIVIC_STEP_IMPOSSIBLE` */
export function civicStateAfter(state: CivicState, step: CivicStepName): CivicState {
  const after = CIVIC_STEPS_FROM[state][step];
  if (after === undefined)
    throw new CivicStepError(
      'CIVIC_STEP_IMPOSSIBLE',
      `A ticket that is "${state}" cannot take the step "${step}"; nothing was changed.`,
    );
  return after;
}
