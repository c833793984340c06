import { logLikelihoodRatio, ratioBound } from './log-likelihood-ratio.ts';
import type { ScanBasis } from './scan-basis.ts';

/** The circle and period around one centre that stand out most. */
export interface BestCircle {
  readonly centre: number;
  /** Its places are the first so many members of the centre. */
  readonly members: number;
  readonly firstStep: number;
  readonly lastStep: number;
  readonly share: number;
  readonly cases: number;
  readonly expected: number;
  readonly ratio: number;
}

/** For each centre the circle and period with the highest ratio in the data; none where nothing exceeds what is expected. */
export function bestCircles(basis: ScanBasis, report?: (done: number, total: number) => void): BestCircle[] {
  const { zones, cases, total, placeShare, stepShare, steps, maxSteps, isLast, minCases } = basis;
  const best: BestCircle[] = [];
  const inSteps = new Int32Array(steps);
  const upTo = new Int32Array(steps + 1);
  const centres = zones.start.length - 1;
  for (let centre = 0; centre < centres; centre += 1) {
    inSteps.fill(0);
    let share = 0;
    let highest = 0;
    let own: BestCircle | null = null;
    const first = zones.start[centre]!;
    for (let at = first; at < zones.start[centre + 1]!; at += 1) {
      const place = zones.member[at]!;
      share += placeShare[place]!;
      for (let index = cases.start[place]!; index < cases.start[place + 1]!; index += 1)
        inSteps[cases.step[index]!]! += 1;
      if (zones.closes[at] === 0) continue;
      for (let step = 0, sum = 0; step < steps; step += 1) {
        sum += inSteps[step]!;
        upTo[step + 1] = sum;
      }
      for (let end = isLast ? steps : 1; end <= steps; end += 1)
        for (let from = Math.max(0, end - maxSteps); from < end; from += 1) {
          const inside = upTo[end]! - upTo[from]!;
          if (inside < minCases) break;
          const expected = total * share * (stepShare[end]! - stepShare[from]!);
          if (ratioBound(inside, expected, total) <= highest) continue;
          const ratio = logLikelihoodRatio(inside, expected, total);
          if (ratio <= highest) continue;
          highest = ratio;
          own = {
            centre,
            members: at - first + 1,
            firstStep: from,
            lastStep: end - 1,
            share,
            cases: inside,
            expected,
            ratio,
          };
        }
    }
    if (own) best.push(own);
    report?.(centre + 1, centres);
  }
  return best;
}
