import { setImmediate } from 'node:timers/promises';
import { MOST_THREADS, SEGMENT_ROWS } from './block-layout.ts';
import { EntryIndex } from './entry-index.ts';
import { Segment, type Uuid } from './segment.ts';
import { type EncodedQuery, similarityOfValues, type TemplateEncoder } from './template-encoder.ts';
import { TemplateError } from './template-error.ts';
import { uuidFromWords, wordsOfUuid } from './uuid-words.ts';

/** A template's row as it is now. */
export interface ListedRow {
  readonly entry: string;
  readonly person: string;
  readonly similarity: number;
}

/** The templates of one watchlist in memory; the side that writes. */
export class TemplateList {
  readonly #encoder: TemplateEncoder;
  readonly #segments: Segment[] = [];
  readonly #index = new EntryIndex((row) => this.#segment(row).entry(row % SEGMENT_ROWS));
  readonly #free: number[] = [];
  readonly #onSegment: (memory: WebAssembly.Memory) => void;
  #rows = 0;

  /** @param onSegment is told of every segment, before a row of it is in use. */
  constructor(encoder: TemplateEncoder, onSegment: (memory: WebAssembly.Memory) => void) {
    this.#encoder = encoder;
    this.#onSegment = onSegment;
  }

  /** Rows that are or were in use. */
  get rows(): number {
    return this.#rows;
  }

  /** Templates on the list. */
  get size(): number {
    return this.#rows - this.#free.length;
  }

  get memories(): readonly WebAssembly.Memory[] {
    return this.#segments.map(({ memory }) => memory);
  }

  /**
   * @param entry UUID of the entry, `person` of whom it shows.
   * @throws TemplateError `TEMPLATE_ENTRY_KNOWN`, or as `TemplateEncoder.encode`; the list is then as it was.
   */
  enrol(entry: string, person: string, template: Float32Array): void {
    const key = wordsOfUuid(entry);
    const ofPerson = wordsOfUuid(person);
    if (this.#index.find(key) >= 0)
      throw new TemplateError('TEMPLATE_ENTRY_KNOWN', `The entry ${entry} is on the list already.`);
    const encoded = this.#encoder.encode(template);
    const row = this.#free.pop() ?? this.#nextRow();
    this.#segment(row).write(row % SEGMENT_ROWS, encoded, key, ofPerson);
    this.#index.add(row);
    this.#encoder.forget();
  }

  /**
   * Takes an entry off the list and overwrites its bytes.
   * @returns whether it was there.
   */
  remove(entry: string): boolean {
    const row = this.#index.find(wordsOfUuid(entry));
    if (row < 0) return false;
    this.#index.remove(row);
    this.#segment(row).erase(row % SEGMENT_ROWS);
    this.#free.push(row);
    return true;
  }

  /** Whether an entry is on the list. */
  has(entry: string): boolean {
    return this.#index.find(wordsOfUuid(entry)) >= 0;
  }

  /** The entries on the list, as they are when each is reached. */
  *entries(): Generator<string> {
    for (let row = 0; row < this.#rows; row++) {
      const segment = this.#segment(row);
      if (segment.scale(row % SEGMENT_ROWS) !== 0) yield uuidFromWords(segment.entry(row % SEGMENT_ROWS));
    }
  }

  /** What a row holds now and how similar it is; null when it is empty. */
  rowNow(row: number, query: EncodedQuery): ListedRow | null {
    const segment = this.#segment(row);
    const at = row % SEGMENT_ROWS;
    const scale = segment.scale(at);
    if (scale === 0) return null;
    return {
      entry: uuidFromWords(segment.entry(at)),
      person: uuidFromWords(segment.person(at)),
      similarity: similarityOfValues(segment.values(at), scale, query),
    };
  }

  /** Person of a row, to tell people apart. */
  personOf(row: number): Uuid {
    return this.#segment(row).person(row % SEGMENT_ROWS);
  }

  /** Threads that search it stop at the next block. */
  markDestroyed(): void {
    for (const segment of this.#segments) segment.markDestroyed();
  }

  /** Overwrites a thread's scratch, when it cannot do so itself any more. */
  eraseScratch(thread: number): void {
    if (thread < MOST_THREADS) for (const segment of this.#segments) segment.eraseScratch(thread);
  }

  /** Overwrites all with zeros, pausing between blocks, so that other lists are served meanwhile. */
  async erase(): Promise<void> {
    for (const [index, segment] of this.#segments.entries())
      for (const _ of segment.erasing(this.#rows - index * SEGMENT_ROWS)) await setImmediate();
  }

  #segment(row: number): Segment {
    return this.#segments[Math.floor(row / SEGMENT_ROWS)]!;
  }

  #nextRow(): number {
    if (this.#rows === this.#segments.length * SEGMENT_ROWS) {
      const segment = Segment.create();
      this.#onSegment(segment.memory);
      this.#segments.push(segment);
    }
    return this.#rows++;
  }
}
