import { logLikelihoodRatio, ratioBound } from './log-likelihood-ratio.ts';
import type { PlacedCases, ScanBasis } from './scan-basis.ts';
import { type CaseLanes, type Rung, thresholdLadder } from './threshold-ladder.ts';

/** Limits to prune by grow by this factor; the first replica begins with the one that is given here. */
const LIMIT_GROWTH = 1.12;
const FIRST_LIMIT = 8;
/** Below this limit everything is looked at. */
const LEAST_LIMIT = 0.05;
/** Circles whose shares differ by less than this share one ladder of thresholds. */
const LEVEL_GROWTH = 1.02;

/**
 * Finds the highest ratio of replicas, two at a time. All circles around a place grow one out of the other, so that their
 * cases by step are sums that go on; and of all periods in a circle only those are looked at that can exceed what the
 * replicas before led to expect. Where that is too much, the replica is looked at again: the result is exact.
 */
export class ReplicaScan {
  readonly #basis: ScanBasis;
  readonly #lanes: CaseLanes;
  /** Share of each circle, by member (where it closes one). */
  readonly #share: Float64Array;
  readonly #level: Uint16Array;
  readonly #leastShare: number;
  /** By exponent of the limit, then by level. */
  readonly #ladders = new Map<number, Rung[][]>();
  readonly #inSteps: Int32Array;
  readonly #upTo: Int32Array;
  #exponent = 0;

  constructor(basis: ScanBasis) {
    this.#basis = basis;
    const { zones, placeShare, total } = basis;
    this.#share = new Float64Array(zones.member.length);
    let largest = 0;
    let least = 1;
    for (let centre = 0; centre + 1 < zones.start.length; centre += 1) {
      let share = 0;
      for (let at = zones.start[centre]!; at < zones.start[centre + 1]!; at += 1) {
        share += placeShare[zones.member[at]!]!;
        this.#share[at] = share;
        if (share > 0) least = Math.min(least, share);
        largest = Math.max(largest, share);
      }
    }
    this.#leastShare = least;
    this.#level = Uint16Array.from(this.#share, (share) => this.#levelOf(share));
    const most = total * largest;
    // A Poisson replica can have more than expected; never by 12 deviations.
    this.#lanes =
      most + 12 * Math.sqrt(most) + 20 < 2 ** 15
        ? { count: 2, free: 2 ** 15, shift: 16 }
        : { count: 1, free: 2 ** 30, shift: 0 };
    this.#inSteps = new Int32Array(basis.steps);
    this.#upTo = new Int32Array(basis.steps + 1);
  }

  /** How many replicas `highest` takes at a time. */
  get together(): number {
    return this.#lanes.count;
  }

  /** The highest ratio of each of one or two replicas; 0 where no circle and period has more cases than expected. */
  highest(replicas: readonly PlacedCases[]): number[] {
    let exponent = this.#exponent;
    let best = this.#scan(replicas, exponent);
    while (best.some((ratio) => ratio === 0) && limitOf(exponent) > LEAST_LIMIT) {
      exponent -= 3;
      best = this.#scan(replicas, exponent);
    }
    const least = Math.min(...best);
    // The next replicas are usually not much lower.
    while (limitOf(this.#exponent + 2) < least) this.#exponent += 1;
    while (limitOf(this.#exponent) > least && limitOf(this.#exponent) > LEAST_LIMIT) this.#exponent -= 1;
    return best;
  }

  /** @returns 0 for a replica in which nothing exceeds the limit */
  #scan(replicas: readonly PlacedCases[], exponent: number): number[] {
    const { zones, isLast } = this.#basis;
    const { start, member, closes } = zones;
    const [inSteps, upTo] = [this.#inSteps, this.#upTo];
    const limit = limitOf(exponent) <= LEAST_LIMIT ? 0 : limitOf(exponent);
    const best = replicas.map(() => limit);
    for (let centre = 0; centre + 1 < start.length; centre += 1) {
      inSteps.fill(0);
      for (let at = start[centre]!; at < start[centre + 1]!; at += 1) {
        this.#addPlace(replicas, member[at]!);
        if (closes[at] === 0 || this.#share[at] === 0) continue;
        for (let step = 0, sum = 0; step < inSteps.length; step += 1) {
          sum += inSteps[step]!;
          upTo[step + 1] = sum;
        }
        if (isLast) this.#lookAtLast(this.#share[at]!, best);
        else
          for (const rung of this.#ladder(exponent, limit, this.#level[at]!))
            if (this.#mayExceed(rung)) this.#lookAt(rung, this.#share[at]!, best);
      }
    }
    return best.map((ratio) => (ratio > limit ? ratio : 0));
  }

  #addPlace(replicas: readonly PlacedCases[], place: number): void {
    const inSteps = this.#inSteps;
    for (let lane = 0; lane < replicas.length; lane += 1) {
      const { start, step } = replicas[lane]!;
      const one = 1 << (lane * this.#lanes.shift);
      for (let at = start[place]!, end = start[place + 1]!; at < end; at += 1) inSteps[step[at]!]! += one;
    }
  }

  /** Whether some period has as many cases as its threshold, in either replica. */
  #mayExceed({ high, thresholds }: Rung): boolean {
    const upTo = this.#upTo;
    let any = 0;
    for (let from = 0; from < thresholds.length; from += 1)
      any |= upTo[from + high]! - upTo[from]! + thresholds[from]!;
    return (any & this.#allFree()) !== 0;
  }

  #allFree(): number {
    const { count, free, shift } = this.#lanes;
    return count === 2 ? free | (free << shift) : free;
  }

  /** Looks at the periods of a rung one by one, where its threshold is reached. */
  #lookAt({ low, high, thresholds }: Rung, share: number, best: number[]): void {
    const upTo = this.#upTo;
    const steps = this.#basis.steps;
    const last = thresholds.length - 1;
    for (let from = 0; from <= last; from += 1) {
      const reached = upTo[from + high]! - upTo[from]! + thresholds[from]!;
      for (let lane = 0; lane < best.length; lane += 1) {
        if ((reached & (this.#lanes.free << (lane * this.#lanes.shift))) === 0) continue;
        const latest = from === last ? steps - low : from;
        for (let at = from; at <= latest; at += 1)
          for (let end = at + low; end <= Math.min(steps, at + high); end += 1)
            this.#judge(lane, at, end, share, best);
      }
    }
  }

  #lookAtLast(share: number, best: number[]): void {
    const { steps, maxSteps } = this.#basis;
    for (let lane = 0; lane < best.length; lane += 1)
      for (let from = steps - maxSteps; from < steps; from += 1) this.#judge(lane, from, steps, share, best);
  }

  #judge(lane: number, from: number, end: number, share: number, best: number[]): void {
    const { total, stepShare, minCases } = this.#basis;
    const both = this.#upTo[end]! - this.#upTo[from]!;
    const { free, shift } = this.#lanes;
    const cases = (both >>> (lane * shift)) & (2 * free - 1);
    if (cases < minCases) return;
    const expected = total * share * (stepShare[end]! - stepShare[from]!);
    if (ratioBound(cases, expected, total) <= best[lane]!) return;
    best[lane] = Math.max(best[lane]!, logLikelihoodRatio(cases, expected, total));
  }

  #ladder(exponent: number, limit: number, level: number): Rung[] {
    const ladders = this.#ladders.get(exponent) ?? [];
    this.#ladders.set(exponent, ladders);
    const known = ladders[level];
    if (known) return known;
    const share = this.#leastShare * LEVEL_GROWTH ** level;
    const ladder = thresholdLadder(this.#basis, share, limit, this.#lanes);
    ladders[level] = ladder;
    return ladder;
  }

  /** The level whose share is the largest that is not above this one. */
  #levelOf(share: number): number {
    if (share <= this.#leastShare) return 0;
    const level = Math.floor(Math.log(share / this.#leastShare) / Math.log(LEVEL_GROWTH));
    return this.#leastShare * LEVEL_GROWTH ** level > share ? level - 1 : level;
  }
}

function limitOf(exponent: number): number {
  return FIRST_LIMIT * LIMIT_GROWTH ** exponent;
}
