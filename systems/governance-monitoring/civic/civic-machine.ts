import type { CivicState, CivicStepName } from '@amaan/contracts/civic/civic-ticket';
import { AmaanError } from '@amaan/contracts/problem';

/** `CIVIC_STEP_IMPOSSIBLE`: this cannot be done with a ticket in its state. Nothing was changed. */
export class CivicStepError extends AmaanError {}

/** Where each step leads from each state; what is not here is impossible. */
const STEPS: Readonly<Record<CivicState, Partial<Record<CivicStepName, CivicState>>>> = {
  suggested: { confirm: 'open', dismiss: 'dismissed' },
  open: { send: 'sent', dismiss: 'dismissed', note: 'open' },
  // Another department, or another deadline.
  sent: { send: 'sent', 'report-done': 'done', dismiss: 'dismissed', note: 'sent' },
  done: { close: 'closed', reopen: 'sent', note: 'done' },
  closed: { reopen: 'sent' },
  dismissed: { reopen: 'open' },
};

/** The state after a step. @throws CivicStepError `CIVIC_STEP_IMPOSSIBLE` */
export function civicStateAfter(state: CivicState, step: CivicStepName): CivicState {
  const after = STEPS[state][step];
  if (after === undefined)
    throw new CivicStepError(
      'CIVIC_STEP_IMPOSSIBLE',
      `A ticket that is "${state}" cannot take the step "${step}"; nothing was changed.`,
    );
  return after;
}

/** The steps that a state allows, in the order in which they are offered. */
export function civicStepsFrom(state: CivicState): CivicStepName[] {
  return Object.keys(STEPS[state]) as CivicStepName[];
}
