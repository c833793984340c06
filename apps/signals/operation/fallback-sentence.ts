import type { Fallback } from '@amaan/contracts/traffic/signal-decision';

/** What stands in the sentences about one fall-back. */
export interface FallbackFacts {
  /** Names of lanes that no camera has seen lately. */
  readonly blind: readonly string[];
  readonly decisionMs: number;
}

/** Why a junction runs its fixed plan although a controller is meant to lead, in one sentence. */
export function fallbackSentence(fallback: Fallback, { blind, decisionMs }: FallbackFacts): string {
  switch (fallback) {
    case 'stale-data':
      return `No camera has seen ${blind.length > 0 ? blind.join(', ') : 'its lanes'} for some seconds, so it runs its fixed plan.`;
    case 'late-decision':
      return `Its controller took ${Math.round(decisionMs)} ms to decide, which is too late, so it runs its fixed plan.`;
    case 'controller-failed':
      return 'Its controller failed, so it runs its fixed plan.';
    case 'no-proposal':
      return 'Its controller proposes nothing, so it runs its fixed plan.';
    case 'unknown-stage':
      return 'Its controller proposed a stage that it does not have, so it runs its fixed plan.';
    case 'contradiction':
      return 'Its definition contradicts itself, so it stays on its fixed plan.';
  }
}
