import type { CivicState, CivicStepName } from './civic-ticket.ts';

/** Where each step leads from each state, in the order in which steps are offered; what is not here is impossible. */
export const CIVIC_STEPS_FROM: Readonly<Record<CivicState, Partial<Record<CivicStepName, CivicState>>>> = {
  suggested: { confirm: 'open', dismiss: 'dismissed' },
  open: { send: 'sent', dismiss: 'dismissed', note: 'open' },
  // Sent once more: another department, or another deadline.
  sent: { 'report-done': 'done', send: 'sent', dismiss: 'dismissed', note: 'sent' },
  done: { close: 'closed', reopen: 'sent', note: 'done' },
  closed: { reopen: 'sent' },
  dismissed: { reopen: 'open' },
};

/** The steps that a state allows, in the order in which they are offered. */
export function civicStepsFrom(state: CivicState): CivicStepName[] {
  return Object.keys(CIVIC_STEPS_FROM[state]) as CivicStepName[];
}
