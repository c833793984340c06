import { BestRows, type FoundRow, type Wanted } from './best-rows.ts';
import {
  BLOCK,
  BLOCK_ROWS,
  blockAt,
  SCRATCH,
  SEGMENT_BLOCKS,
  SEGMENT_ROWS,
  scratchAt,
  TILE_ROWS,
} from './block-layout.ts';
import type { Cutoffs } from './cutoffs.ts';
import { type SearchKernel, searchKernel } from './kernel/search-kernel.ts';
import { Segment } from './segment.ts';

/** What each thread is told of a search. */
export interface ScanOrder {
  /** Rows of the list, empty ones included, when the search began. */
  readonly rows: number;
  /** As `QUERY` says, in shared memory. */
  readonly query: Uint8Array;
  readonly queryScale: number;
  /** Null: every row is compared. */
  readonly cutoffs: Cutoffs | null;
  readonly wanted: Wanted;
  /** One number that all threads share: the next block that nobody has taken. */
  readonly nextBlock: Int32Array;
}

export interface Scanned {
  readonly hits: readonly FoundRow[];
  readonly hitCount: number;
  readonly persons: readonly FoundRow[];
}

const EVERY_ROW = Uint32Array.from({ length: BLOCK_ROWS }, (_, row) => row);

/** A list as a thread sees it. */
export class ListScanner {
  readonly #thread: number;
  readonly #segments: SegmentScanner[] = [];

  /** @param thread its number, which no other thread has. */
  constructor(thread: number) {
    this.#thread = thread;
  }

  attach(memory: WebAssembly.Memory): void {
    this.#segments.push(new SegmentScanner(memory, this.#thread));
  }

  /**
   * Searches blocks until none is left; other threads do the same at the same time. A busy thread then takes fewer.
   * @returns null when the list was destroyed meanwhile.
   */
  scan(order: ScanOrder): Scanned | null {
    const best = new BestRows(order.wanted);
    const blocks = Math.ceil(order.rows / BLOCK_ROWS);
    const begun = new Set<SegmentScanner>();
    try {
      for (;;) {
        const block = Atomics.add(order.nextBlock, 0, 1);
        if (block >= blocks) break;
        const first = Math.floor(block / SEGMENT_BLOCKS) * SEGMENT_ROWS;
        const segment = this.#segments[first / SEGMENT_ROWS];
        if (segment === undefined || segment.isDestroyed) return null;
        if (!begun.has(segment)) segment.begin(order.query);
        begun.add(segment);
        const rows = Math.min(BLOCK_ROWS, order.rows - block * BLOCK_ROWS);
        segment.scan(
          block % SEGMENT_BLOCKS,
          rows,
          order,
          (found) => best.offer({ ...found, row: first + found.row }),
          best.bound,
        );
      }
      return { hits: best.hits(), hitCount: best.hitCount, persons: best.persons() };
    } finally {
      for (const segment of begun) segment.forget();
    }
  }
}

class SegmentScanner {
  readonly #segment: Segment;
  readonly #kernel: SearchKernel;
  readonly #thread: number;
  readonly #scratch: number;
  readonly #query: Uint8Array;
  readonly #rows: Uint32Array;
  readonly #similarities: Float32Array;

  constructor(memory: WebAssembly.Memory, thread: number) {
    this.#segment = new Segment(memory);
    this.#kernel = searchKernel(memory);
    this.#thread = thread;
    this.#scratch = scratchAt(thread);
    this.#query = new Uint8Array(memory.buffer, this.#scratch + SCRATCH.query, SCRATCH.rows);
    this.#rows = new Uint32Array(memory.buffer, this.#scratch + SCRATCH.rows, BLOCK_ROWS);
    this.#similarities = new Float32Array(memory.buffer, this.#scratch + SCRATCH.similarities, BLOCK_ROWS);
  }

  get isDestroyed(): boolean {
    return this.#segment.isDestroyed;
  }

  begin(query: Uint8Array): void {
    this.#query.set(query);
  }

  scan(
    block: number,
    rows: number,
    { cutoffs, queryScale }: ScanOrder,
    offer: (found: FoundRow) => void,
    bound: number,
  ): void {
    const at = blockAt(block);
    const scratch = this.#scratch;
    const count = cutoffs === null ? this.#listAll(rows) : this.#listLikely(at, rows, cutoffs);
    const kept = this.#kernel.compare(
      scratch,
      at + BLOCK.values,
      at + BLOCK.scales,
      count,
      queryScale,
      bound,
    );
    for (let index = 0; index < kept; index++) {
      const row = block * BLOCK_ROWS + this.#rows[index]!;
      // An empty row is like nobody, and must not be taken for somebody with similarity 0.
      if (this.#segment.scale(row) === 0) continue;
      offer({ row, similarity: this.#similarities[index]!, person: this.#segment.person(row) });
    }
  }

  forget(): void {
    this.#segment.eraseScratch(this.#thread);
  }

  #listAll(rows: number): number {
    this.#rows.set(rows === BLOCK_ROWS ? EVERY_ROW : EVERY_ROW.subarray(0, rows));
    return rows;
  }

  #listLikely(at: number, rows: number, { places, signs }: Cutoffs): number {
    const tiles = Math.ceil(rows / TILE_ROWS);
    const near = this.#kernel.near(this.#scratch, at + BLOCK.places, tiles, places);
    return this.#kernel.likely(this.#scratch, at + BLOCK.signs, near, signs);
  }
}
