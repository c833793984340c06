import type { Instant } from '@amaan/contracts/instant';

/** Clocks are corrected by seconds; who sets one back by more may want something to be dated earlier. */
const TOLERANCE_MS = 60_000;

/**
 * Why the clock cannot be trusted: it is behind what this deployment has itself seen and written down. Dates
 * of approvals and expiries mean nothing then, so nothing is decided and no permit is issued.
 *
 * @param newestSeen the latest moment that the deployment knows of, from its ledger and its own watch; null: none
 * @returns one sentence each; empty while the clock is plausible
 */
export function clockGaps(newestSeen: Instant | null, now: Date): string[] {
  if (newestSeen === null || Date.parse(newestSeen) - now.getTime() <= TOLERANCE_MS) return [];
  return [
    `The server's clock says ${now.toISOString()}, but it has already recorded ${newestSeen}. ` +
      'Set the clock right; if the earlier time was the wrong one, a governance officer accepts the present time with a reason.',
  ];
}
