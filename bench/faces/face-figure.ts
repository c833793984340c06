import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import type { Figure } from '../figure.ts';

export function figure(name: string, value: number, unit: string): Figure {
  return { benchmark: 'faces', name, value, unit };
}

/** A share of trials with its interval; `aim` where one is to be reached. */
export function share(
  name: string,
  successes: number,
  trials: number,
  aim?: { readonly text: string; readonly least: number },
): Figure {
  const value = successes / Math.max(1, trials);
  const { low, high } = wilsonInterval(successes, Math.max(1, trials));
  const named = `${name} (n = ${trials}, 95 % interval ${low.toFixed(3)}–${high.toFixed(3)})`;
  return { ...figure(named, value, 'share'), ...(aim && { aim: aim.text, met: value >= aim.least }) };
}
