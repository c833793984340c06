import { logLikelihoodRatio, ratioBound } from './log-likelihood-ratio.ts';
import { PlacedLadders } from './placed-ladders.ts';
import type { PlacedCases, ScanBasis } from './scan-basis.ts';
import type { CaseLanes, Rung } from './threshold-ladder.ts';

/** Limits to prune by: each is larger than the one before by this factor; the first replica begins with this one. */
const LIMIT_GROWTH = 1.05;
const FIRST_LIMIT = 8;
/** The limit rises a little with each replica that reaches it, and falls by more with one that does not. */
const STAIRS = { up: 0.25, down: 2, again: 4 };
/** Below this limit everything is looked at. */
const LEAST_LIMIT = 0.05;

/**
 * Finds the highest ratio of replicas, two at a time. All circles around a place grow one out of the other, so that their
 * cases by step are sums that go on; and of all periods in a circle only those are looked at that can exceed what the
 * replicas before led to expect. Where that is too much, the replica is looked at again: the result is exact.
 */
export class ReplicaScan {
  readonly #basis: ScanBasis;
  readonly #lanes: CaseLanes;
  readonly #ladders: PlacedLadders;
  /** Share of each circle, by member (where it closes one). */
  readonly #share: Float64Array;
  readonly #level: Uint16Array;
  readonly #inSteps: Int32Array;
  /** Of the limit that the next replica begins with; counted in parts of a stair. */
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
    const most = total * largest;
    // A Poisson replica can have more than expected; never by 12 deviations.
    this.#lanes =
      most + 12 * Math.sqrt(most) + 20 < 2 ** 15
        ? { count: 2, free: 2 ** 15, shift: 16 }
        : { count: 1, free: 2 ** 30, shift: 0 };
    this.#ladders = new PlacedLadders(basis, this.#lanes, least);
    this.#level = Uint16Array.from(this.#share, (share) => this.#ladders.levelOf(share));
    this.#inSteps = new Int32Array(basis.steps);
  }

  /** How many replicas `highest` takes at a time. */
  get together(): number {
    return this.#lanes.count;
  }

  /** The highest ratio of each of one or two replicas; 0 where no circle and period has more cases than expected. */
  highest(replicas: readonly PlacedCases[]): number[] {
    let exponent = Math.floor(this.#exponent);
    let best = this.#scan(replicas, exponent);
    this.#exponent += best.every((ratio) => ratio > 0) ? STAIRS.up : -STAIRS.down;
    while (best.some((ratio) => ratio === 0) && limitOf(exponent) > 0) {
      exponent -= STAIRS.again;
      best = this.#scan(replicas, exponent);
    }
    return best;
  }

  /** @returns 0 for a replica in which nothing exceeds the limit */
  #scan(replicas: readonly PlacedCases[], exponent: number): number[] {
    const { zones, isLast } = this.#basis;
    const { start, member, closes } = zones;
    const limit = limitOf(exponent);
    const best = replicas.map(() => limit);
    for (let centre = 0; centre + 1 < start.length; centre += 1) {
      this.#inSteps.fill(0);
      for (let at = start[centre]!; at < start[centre + 1]!; at += 1) {
        this.#addPlace(replicas, member[at]!);
        const share = this.#share[at]!;
        if (closes[at] === 0 || share === 0) continue;
        this.#sumUp();
        if (isLast) this.#lookAtLast(share, best);
        else
          for (const rung of this.#ladders.ladder(limit, this.#level[at]!))
            if (this.#ladders.mayExceed(rung)) this.#lookAt(rung, share, best);
      }
    }
    return best.map((ratio) => (ratio > limit ? ratio : 0));
  }

  #addPlace(replicas: readonly PlacedCases[], place: number): void {
    const inSteps = this.#inSteps;
    for (let lane = 0; lane < replicas.length; lane += 1) {
      const { start, step } = replicas[lane]!;
      const one = 1 << (lane * this.#lanes.shift);
      // `| 0` here and below keeps the engine at whole numbers, which is much quicker.
      for (let at = start[place]!, end = start[place + 1]!; at < end; at += 1)
        inSteps[step[at]!] = (inSteps[step[at]!]! + one) | 0;
    }
  }

  #sumUp(): void {
    const inSteps = this.#inSteps;
    const { upTo } = this.#ladders;
    let sum = 0;
    for (let step = 0; step < inSteps.length; step += 1) {
      sum = (sum + inSteps[step]!) | 0;
      upTo[step + 1] = sum;
    }
    for (let step = inSteps.length + 1; step < upTo.length; step += 1) upTo[step] = sum;
  }

  /** Looks at the periods of a rung one by one, where they may have as many cases as they need. */
  #lookAt({ low, high, thresholds }: Rung, share: number, best: number[]): void {
    const { upTo } = this.#ladders;
    const { free, shift } = this.#lanes;
    const steps = this.#basis.steps;
    for (let from = 0; from < thresholds.length; from += 1) {
      const reached = (((upTo[from + high]! - upTo[from]!) | 0) + thresholds[from]!) | 0;
      for (let lane = 0; lane < best.length; lane += 1) {
        if ((reached & (free << (lane * shift))) === 0) continue;
        for (let end = from + low; end <= Math.min(steps, from + high); end += 1)
          this.#judge(lane, from, end, share, best);
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
    const { upTo } = this.#ladders;
    const both = upTo[end]! - upTo[from]!;
    const { free, shift } = this.#lanes;
    const cases = (both >>> (lane * shift)) & (2 * free - 1);
    if (cases < minCases) return;
    const expected = total * share * (stepShare[end]! - stepShare[from]!);
    if (ratioBound(cases, expected, total) <= best[lane]!) return;
    best[lane] = Math.max(best[lane]!, logLikelihoodRatio(cases, expected, total));
  }
}

/** 0 below the least limit: then everything is looked at. */
function limitOf(exponent: number): number {
  const limit = FIRST_LIMIT * LIMIT_GROWTH ** exponent;
  return limit > LEAST_LIMIT ? limit : 0;
}
