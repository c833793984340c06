import type { SignalPlan } from '@amaan/contracts/traffic/signal-plan';

/** A time of green that a plan gives a group, in seconds of the cycle; the end may lie in the next cycle. */
export interface PlannedGreen {
  readonly start: number;
  readonly end: number;
  /** The step that the end falls into. */
  readonly lastStep: number;
}

/**
 * The greens that a plan gives a group, one for each time it turns green; none for a group that is never or always green.
 * @param isServed whether a stage gives the group green
 */
export function plannedGreens({ steps }: SignalPlan, isServed: (stage: string) => boolean): PlannedGreen[] {
  const isGreen = steps.map(({ stage }) => isServed(stage));
  const starts: number[] = [];
  steps.reduce((at, { green, yellow, allRed }) => {
    starts.push(at);
    return at + green + yellow + allRed;
  }, 0);
  return steps.flatMap((_, first): PlannedGreen[] => {
    if (!isGreen[first] || isGreen.at(first - 1)) return [];
    let end = starts[first]!;
    let lastStep = first;
    for (let step = first; isGreen[step % steps.length]; step++) {
      lastStep = step % steps.length;
      const { green, yellow, allRed } = steps[lastStep]!;
      // It stays green through the change where the next step serves it too.
      end += isGreen[(step + 1) % steps.length] ? green + yellow + allRed : green;
    }
    return [{ start: starts[first]!, end, lastStep }];
  });
}
