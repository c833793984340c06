import { ReplicaRandom } from '../replica-random.ts';
import { countBySweep } from './count-by-sweep.ts';
import { countEverywhere } from './count-everywhere.ts';
import { checkKnoxQuestion, type KnoxQuestion, knoxShape } from './knox-question.ts';
import { fitsKernel, ListedPairs } from './listed-pairs.ts';
import { type NearCells, nearCells } from './near-cells.ts';
import { type DistanceBands, visitNearPairs } from './near-pairs.ts';
import { KERNEL_REPLICAS } from './pair-kernel.ts';

/** Up to so many pairs that are near in space are listed, at 2 bytes each; with more it is much slower. */
const MOST_LISTED = 150_000_000;
/** Cells to the reach of the longest band. */
const PARTS = 3;

/**
 * Counts pairs of incidents by band of distance and of time, for the days as they are and for days dealt out anew. Only
 * pairs in bands that end are looked at; a band without end holds the rest of its row or column, whose sums no permutation
 * of the days changes.
 */
export class KnoxCounter {
  readonly #shape: { readonly rows: number; readonly columns: number };
  readonly #bands: DistanceBands;
  /** Ends of the bands of days that end, as whole numbers. */
  readonly #dayEnds: readonly number[];
  readonly #cells: NearCells;
  /** Null where there are too many to list. */
  readonly #pairs: ListedPairs | null;
  /** Of each incident, numbered as in `#cells` and counted from the first day. */
  readonly #day: Int32Array;
  /** Pairs by band of distance, whenever they happened; null where no band of days needs it. */
  readonly #byMetres: Float64Array | null;
  /** Pairs by band of days, wherever they are; null where no band of distance needs it. */
  readonly #byDays: Float64Array | null;

  /**
   * @param mostListed how many pairs are listed at the most
   * @throws CrimeAnalyticsError as `checkKnoxQuestion`
   */
  constructor(question: KnoxQuestion, mostListed = MOST_LISTED) {
    checkKnoxQuestion(question);
    const { x, y, day, bands, metric } = question;
    this.#shape = knoxShape(bands);
    const ends = Float64Array.from(bands.metres.slice(1).filter(Number.isFinite));
    this.#bands = { ends, manhattan: metric === 'manhattan' };
    this.#dayEnds = bands.days
      .slice(1)
      .filter(Number.isFinite)
      .map((end) => Math.ceil(end));
    this.#cells = nearCells(x, y, ends.at(-1) ?? 0, PARTS, this.#bands.manhattan);
    const first = day.reduce((low, at) => Math.min(low, at), Infinity);
    this.#day = Int32Array.from(this.#cells.incidents, (incident) => day[incident]! - first);
    const { pairs, perBand } = this.#nearPairs(mostListed);
    this.#pairs = pairs;

    const [lastMetres, lastDays] = [bands.metres.at(-1), bands.days.at(-1)];
    const byMetres = [...perBand];
    if (lastMetres === Infinity)
      byMetres.push(perBand.reduce((rest, count) => rest - count, (x.length * (x.length - 1)) / 2));
    this.#byMetres = lastDays === Infinity ? Float64Array.from(byMetres) : null;
    this.#byDays = lastMetres === Infinity ? countEverywhere(day, bands.days) : null;
  }

  /**
   * Counts in tables `from` … `to` − 1. Table 0 is that of the days as they are; each other one is that of days dealt out
   * anew, which depends on the seed and the table's number alone.
   * @returns counts by table × band of distance × band of days
   */
  tables(
    seed: number,
    from: number,
    to: number,
    report?: (done: number, total: number) => void,
  ): Float64Array {
    const size = this.#shape.rows * this.#shape.columns;
    const tables = new Float64Array((to - from) * size);
    for (let at = from; at < to; at += KERNEL_REPLICAS) {
      const end = Math.min(to, at + KERNEL_REPLICAS);
      const counts = this.#count(
        Array.from({ length: end - at }, (_, next) => this.#daysOf(seed, at + next)),
      );
      const each = counts.length / (end - at);
      for (let table = at; table < end; table += 1)
        this.#fill(
          tables.subarray((table - from) * size, (table - from + 1) * size),
          counts.subarray((table - at) * each, (table - at + 1) * each),
        );
      report?.(end - from, to - from);
    }
    return tables;
  }

  /** Counts the pairs that are near in space by band of distance, and lists them if they are not too many. */
  #nearPairs(mostListed: number): { readonly pairs: ListedPairs | null; readonly perBand: Float64Array } {
    const bands = this.#bands.ends.length;
    const perBand = new Float64Array(bands);
    let pairs = fitsKernel(this.#cells, this.#day) ? new ListedPairs(this.#day.length, bands) : null;
    visitNearPairs(this.#cells, this.#bands, (partners) => {
      for (let band = 0; band < bands; band += 1) perBand[band]! += partners.counts[band]!;
      pairs?.add(partners);
      if (pairs && pairs.pairs > mostListed) pairs = null;
    });
    return { pairs, perBand };
  }

  #daysOf(seed: number, table: number): Int32Array {
    if (table === 0) return this.#day;
    const day = this.#day.slice();
    new ReplicaRandom(seed, table).shuffle(day);
    return day;
  }

  /** By array of days × band of distance × band of days, those that end. */
  #count(days: readonly Int32Array[]): Int32Array | Float64Array {
    if (this.#pairs) return this.#pairs.count(days, this.#dayEnds);
    const each = this.#bands.ends.length * this.#dayEnds.length;
    const counts = new Float64Array(days.length * each);
    for (const [at, day] of days.entries())
      counts.set(countBySweep(this.#cells, this.#bands, day, this.#dayEnds), at * each);
    return counts;
  }

  /** Lays out a table: its bands that end, and what is left for those without end. */
  #fill(table: Float64Array, counts: Int32Array | Float64Array): void {
    const { rows, columns } = this.#shape;
    const days = this.#dayEnds.length;
    for (let row = 0; row < this.#bands.ends.length; row += 1)
      table.set(counts.subarray(row * days, (row + 1) * days), row * columns);
    if (this.#byMetres)
      for (let row = 0; row < rows; row += 1) {
        const known = table.subarray(row * columns, (row + 1) * columns - 1);
        table[(row + 1) * columns - 1] = this.#byMetres[row]! - known.reduce((sum, pairs) => sum + pairs, 0);
      }
    if (this.#byDays)
      for (let column = 0; column < columns; column += 1) {
        let rest = this.#byDays[column]!;
        for (let row = 0; row < rows - 1; row += 1) rest -= table[row * columns + column]!;
        table[(rows - 1) * columns + column] = rest;
      }
  }
}
