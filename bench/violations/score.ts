import type { ViolationKind } from '@amaan/contracts/violations/violation-kind';
import type { Reported, TrialResult } from './trial.ts';
import type { TrueViolation } from './truth.ts';

/** What was reported against what happened. */
export interface Score {
  readonly kind: ViolationKind;
  readonly truths: readonly TrueViolation[];
  readonly missed: readonly TrueViolation[];
  readonly right: readonly Reported[];
  readonly wrong: readonly Reported[];
  /** Reported again about the same vehicle. */
  readonly repeated: number;
}

/**
 * A report is right where the one vehicle that the case shows at each of its moments really did it. Any other is wrong, also
 * where the track was on the right vehicle only at some of them.
 */
export function scoreOf(kind: ViolationKind, results: readonly TrialResult[]): Score {
  const truths: TrueViolation[] = [];
  const missed: TrueViolation[] = [];
  const right: Reported[] = [];
  const wrong: Reported[] = [];
  let repeated = 0;
  for (const result of results) {
    const true_ = result.truths.filter((truth) => truth.kind === kind);
    const guilty = new Set(true_.map(({ vehicle }) => vehicle));
    const found = new Set<string>();
    for (const one of result.reported) {
      if (one.kind !== kind) continue;
      const isOne = one.vehicle !== null && one.vehicles.every((vehicle) => vehicle === one.vehicle);
      if (!isOne || !guilty.has(one.vehicle!)) wrong.push(one);
      else if (found.has(one.vehicle!)) repeated += 1;
      else {
        found.add(one.vehicle!);
        right.push(one);
      }
    }
    const clear = true_.filter(({ isNarrow }) => isNarrow !== true);
    truths.push(...clear);
    missed.push(...clear.filter(({ vehicle }) => !found.has(vehicle)));
  }
  return { kind, truths, missed, right, wrong, repeated };
}
