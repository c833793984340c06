import type { SignalPlan } from '@amaan/contracts/traffic/signal-plan';

/** Where a fixed plan stands at a moment. */
export interface PlanMoment {
  /** The step that is green or whose change is under way. */
  readonly step: number;
  /** The step after it. */
  readonly next: number;
  /** Seconds since the step began. */
  readonly elapsed: number;
  /** Whether its green is over and its change is under way. */
  readonly isChanging: boolean;
  /** Seconds of green left; 0 in a change. */
  readonly greenLeft: number;
}

/** Seconds of one round of a plan. */
export function cycleOf({ steps }: SignalPlan): number {
  return steps.reduce((sum, { green, yellow, allRed }) => sum + green + yellow + allRed, 0);
}

/** Where the plan stands. @param now seconds of the clock that the plan's offset counts on */
export function planAt(plan: SignalPlan, now: number): PlanMoment {
  const cycle = cycleOf(plan);
  let elapsed = (((now - plan.offset) % cycle) + cycle) % cycle;
  for (const [step, { green, yellow, allRed }] of plan.steps.entries()) {
    const length = green + yellow + allRed;
    const isLast = step === plan.steps.length - 1;
    if (elapsed < length || isLast) {
      const greenLeft = Math.max(0, green - elapsed);
      return { step, next: (step + 1) % plan.steps.length, elapsed, isChanging: greenLeft <= 0, greenLeft };
    }
    elapsed -= length;
  }
  throw new RangeError('A plan has at least one step.');
}
