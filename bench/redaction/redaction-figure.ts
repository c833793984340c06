import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import type { Figure } from '../figure.ts';

export function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'redaction', name, value, unit };
}

/** A share of trials with its Wilson interval in the name; `least` where it is to be reached. */
export function share(name: string, successes: number, trials: number, least?: number): Figure {
  const value = successes / Math.max(1, trials);
  const { low, high } = wilsonInterval(successes, Math.max(1, trials));
  const named = `${name} (n = ${trials}, 95 % interval ${low.toFixed(3)}–${high.toFixed(3)})`;
  const aim = least === undefined ? {} : { aim: `≥ ${least}`, met: value >= least };
  return { ...figure(named, value, 'share'), ...aim };
}
