import { ReplicaRandom } from '../replica-random.ts';
import { countBySweep } from './count-by-sweep.ts';
import { countEverywhere } from './count-everywhere.ts';
import { countListedPairs } from './count-listed-pairs.ts';
import { checkKnoxQuestion, type KnoxQuestion } from './knox-question.ts';
import { type NearCells, nearCells } from './near-cells.ts';
import { type DistanceBands, findNearPairs, type NearPairs } from './near-pairs.ts';
import { type DayLanes, dayLanes, packDays } from './packed-days.ts';

/** Up to so many pairs that are near in space are listed, at 5 bytes each; with more it is slower. */
const MOST_LISTED = 40_000_000;
/** Cells to the reach of the longest band. */
const PARTS = 3;

/**
 * Counts pairs of incidents by band of distance and of time, for the days as they are and for days dealt out anew. Only
 * pairs in bands that end are looked at; a band without end holds the rest of its row or column, whose sums no permutation
 * of the days changes.
 */
export class KnoxCounter {
  readonly metreBands: number;
  readonly dayBands: number;
  readonly #bands: DistanceBands;
  /** Band of each difference in days that a band with an end has. */
  readonly #bandOfDays: Uint8Array;
  readonly #cells: NearCells;
  /** Null where there are too many to list. */
  readonly #pairs: NearPairs | null;
  readonly #lanes: DayLanes;
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
    this.metreBands = bands.metres.length - 1;
    this.dayBands = bands.days.length - 1;
    const ends = Float64Array.from(bands.metres.slice(1).filter(Number.isFinite));
    this.#bands = { ends, manhattan: metric === 'manhattan' };
    this.#bandOfDays = bandByDays(bands.days);
    this.#cells = nearCells(x, y, ends.at(-1) ?? 0, PARTS, this.#bands.manhattan);
    const { counts, pairs } = findNearPairs(this.#cells, this.#bands, mostListed);
    this.#pairs = pairs;
    const first = day.reduce((low, at) => Math.min(low, at), Infinity);
    this.#day = Int32Array.from(this.#cells.incidents, (incident) => day[incident]! - first);
    const span = this.#day.reduce((high, at) => Math.max(high, at), 0) + 1;
    this.#lanes = dayLanes(span, this.#bandOfDays.length);

    const [lastMetres, lastDays] = [bands.metres.at(-1), bands.days.at(-1)];
    const rest = (x.length * (x.length - 1)) / 2 - counts.reduce((sum, pairs) => sum + pairs, 0);
    const byMetres = lastMetres === Infinity ? Float64Array.from([...counts, rest]) : counts;
    this.#byMetres = lastDays === Infinity ? byMetres : null;
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
    const size = this.metreBands * this.dayBands;
    const tables = new Float64Array((to - from) * size);
    const together = this.#pairs ? this.#lanes.count : 1;
    for (let at = from; at < to; at += together) {
      const end = Math.min(to, at + together);
      const days = Array.from({ length: end - at }, (_, lane) => this.#daysOf(seed, at + lane));
      const counts = this.#count(days);
      for (let table = at; table < end; table += 1) {
        const own = tables.subarray((table - from) * size, (table - from + 1) * size);
        own.set(counts.subarray((table - at) * size, (table - at + 1) * size));
        this.#addBoundless(own);
      }
      report?.(end - from, to - from);
    }
    return tables;
  }

  #daysOf(seed: number, table: number): Int32Array {
    if (table === 0) return this.#day;
    const day = this.#day.slice();
    new ReplicaRandom(seed, table).shuffle(day);
    return day;
  }

  /** @returns at least a table for each array of days, one after the other */
  #count(days: readonly Int32Array[]): Int32Array {
    if (!this.#pairs) return countBySweep(this.#cells, this.#bands, days[0]!, this.#bandOfDays, this);
    return countListedPairs(this.#pairs, packDays(days, this.#lanes), this.#lanes, this.#bandOfDays, this);
  }

  /** Fills the column and the row of the bands without end. */
  #addBoundless(counts: Float64Array): void {
    const { metreBands: rows, dayBands: columns } = this;
    if (this.#byMetres)
      for (let row = 0; row < rows; row += 1) {
        const known = counts.subarray(row * columns, (row + 1) * columns - 1);
        counts[(row + 1) * columns - 1] = this.#byMetres[row]! - known.reduce((sum, pairs) => sum + pairs, 0);
      }
    if (this.#byDays)
      for (let column = 0; column < columns; column += 1) {
        let rest = this.#byDays[column]!;
        for (let row = 0; row < rows - 1; row += 1) rest -= counts[row * columns + column]!;
        counts[(rows - 1) * columns + column] = rest;
      }
  }
}

/** Band of 0, 1, 2 … days, as far as bands with an end reach. */
function bandByDays(breaks: readonly number[]): Uint8Array {
  const bands = new Uint8Array(Math.ceil(breaks.findLast(Number.isFinite)!));
  for (let days = 0, band = 0; days < bands.length; days += 1) {
    while (days >= breaks[band + 1]!) band += 1;
    bands[days] = band;
  }
  return bands;
}
