import { WasmMemory } from '../wasm-memory.ts';
import type { ScanBasis } from './scan-basis.ts';
import { type BitsReached, thresholdKernel } from './threshold-kernel.ts';
import { type CaseLanes, fewestCasesTable, type Rung, thresholdLadder } from './threshold-ladder.ts';

/** A rung whose thresholds lie where the kernel reads them. */
export interface PlacedRung extends Rung {
  readonly address: number;
  /** Thresholds there, a multiple of what the kernel looks at at once. */
  readonly count: number;
}

/** Circles whose shares differ by less than this share one ladder. */
const LEVEL_GROWTH = 1.02;
/** Ladders that take more memory than this are forgotten and made again when they are needed. */
const MOST_BYTES = 128 * 2 ** 20;
const AT_ONCE = 4;

interface LimitLadders {
  readonly fewest: (expected: number) => number;
  /** By level of share. */
  readonly rungs: PlacedRung[][];
}

/** The thresholds of all circles, and the cases of the one that is looked at, in the memory of the kernel. */
export class PlacedLadders {
  readonly #basis: ScanBasis;
  readonly #lanes: CaseLanes;
  readonly #leastShare: number;
  readonly #allFree: number;
  readonly #byLimit = new Map<number, LimitLadders>();
  readonly #memory = new WasmMemory();
  readonly #reached: BitsReached;
  readonly #upToAddress: number;
  readonly #firstLadder: number;
  #upTo: Int32Array;

  /** @param leastShare the least above 0 of a circle */
  constructor(basis: ScanBasis, lanes: CaseLanes, leastShare: number) {
    this.#basis = basis;
    this.#lanes = lanes;
    this.#leastShare = leastShare;
    this.#allFree = lanes.count === 2 ? lanes.free | (lanes.free << lanes.shift) : lanes.free;
    this.#reached = thresholdKernel(this.#memory);
    this.#upToAddress = this.#memory.take(4 * this.#upToLength);
    this.#firstLadder = this.#memory.used;
    this.#upTo = this.#view();
  }

  /**
   * Cases of the circle before each step, to be filled; what lies beyond the end repeats the last one. Asking for the
   * ladder of a circle for the first time may replace it.
   */
  get upTo(): Int32Array {
    return this.#upTo;
  }

  levelOf(share: number): number {
    if (share <= this.#leastShare) return 0;
    const level = Math.floor(Math.log(share / this.#leastShare) / Math.log(LEVEL_GROWTH));
    return this.#shareOf(level) > share ? level - 1 : level;
  }

  ladder(limit: number, level: number): readonly PlacedRung[] {
    const ladders = this.#byLimit.get(limit) ?? {
      fewest: fewestCasesTable(limit, this.#basis.total),
      rungs: [],
    };
    this.#byLimit.set(limit, ladders);
    const known = ladders.rungs[level];
    if (known) return known;
    if (this.#memory.used > MOST_BYTES) {
      this.#memory.giveBack(this.#firstLadder);
      this.#byLimit.clear();
      return this.ladder(limit, level);
    }
    const made = thresholdLadder(this.#basis, this.#shareOf(level), ladders.fewest, this.#lanes);
    const placed = made.map((rung) => this.#place(rung));
    ladders.rungs[level] = placed;
    return placed;
  }

  /** Whether some period of a rung may have as many cases as it needs, in either replica. */
  mayExceed({ high, address, count }: PlacedRung): boolean {
    return (this.#reached(this.#upToAddress, high, address, count) & this.#allFree) !== 0;
  }

  #place(rung: Rung): PlacedRung {
    const count = Math.ceil(rung.thresholds.length / AT_ONCE) * AT_ONCE;
    const address = this.#memory.take(4 * count);
    const room = new Int32Array(this.#memory.buffer, address, count);
    // With 0 cases as its threshold lacks, a place that is there to fill up never sets the free bit.
    room.fill(0);
    room.set(rung.thresholds);
    if (this.#upTo.length === 0) this.#upTo = this.#view();
    return { ...rung, address, count };
  }

  #shareOf(level: number): number {
    return this.#leastShare * LEVEL_GROWTH ** level;
  }

  get #upToLength(): number {
    return this.#basis.steps + this.#basis.maxSteps + AT_ONCE + 1;
  }

  #view(): Int32Array {
    return new Int32Array(this.#memory.buffer, this.#upToAddress, this.#upToLength);
  }
}
