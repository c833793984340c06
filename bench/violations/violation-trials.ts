import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import { runTrial, type TrialOptions, type TrialResult } from './trial.ts';

/** Kinds that the trials have drivers for. Average speed is a calculation from two sightings and has none of its own. */
export const TRIED_KINDS = [
  'red-light',
  'stop-line',
  'prohibited-turn',
  'speed',
  'wrong-way',
  'lane',
  'no-parking',
] as const satisfies readonly ViolationKind[];

/** Where each kind is looked for. */
export const FACINGS: Readonly<Record<(typeof TRIED_KINDS)[number], readonly TrialOptions['facing'][]>> = {
  'red-light': ['front', 'rear'],
  'stop-line': ['front'],
  'prohibited-turn': ['front'],
  speed: ['midway'],
  'wrong-way': ['midway'],
  lane: ['midway'],
  'no-parking': ['midway'],
};

/**
 * Trials before one camera of each kind, over some seeds: at ten frames a second and at five, the signal told by its
 * controller and, for each third seed, read from its lamps.
 */
export async function runTrials(seeds: readonly number[], seconds: number): Promise<TrialResult[]> {
  const results: TrialResult[] = [];
  for (const seed of seeds) {
    for (const facing of ['front', 'midway', 'rear'] as const) {
      const rate = seed % 4 < 2 ? 10 : 5;
      results.push(
        await runTrial({ seed, seconds, rate, facing, lamps: facing !== 'midway' && seed % 3 === 0 }),
      );
    }
  }
  return results;
}

/** The results of the cameras that a kind is looked for with. */
export function resultsFor(
  kind: (typeof TRIED_KINDS)[number],
  results: readonly TrialResult[],
): TrialResult[] {
  return results.filter(({ options }) => FACINGS[kind].includes(options.facing));
}
