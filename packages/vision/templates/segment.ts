import {
  BLOCK,
  BLOCK_ROWS,
  blockAt,
  DESTROYED_AT,
  DIMENSIONS,
  PLACE_BYTES,
  SCRATCH,
  SEGMENT_BLOCKS,
  SEGMENT_PAGES,
  SIGN_BYTES,
  scratchAt,
  TILE_ROWS,
} from './block-layout.ts';
import type { EncodedTemplate } from './template-encoder.ts';

/** A UUID as four numbers of 32 bits. */
export type Uuid = readonly [number, number, number, number];

/** Up to 1,048,576 rows in one shared memory. Only the owner of the list writes rows; threads read them. */
export class Segment {
  readonly memory: WebAssembly.Memory;
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #scales: Float32Array;

  constructor(memory: WebAssembly.Memory) {
    this.memory = memory;
    this.#bytes = new Uint8Array(memory.buffer);
    this.#words = new Uint32Array(memory.buffer);
    this.#scales = new Float32Array(memory.buffer);
  }

  /** An empty one. All of it is reserved, and none of it takes memory before it is written. */
  static create(): Segment {
    const pages = { initial: SEGMENT_PAGES, maximum: SEGMENT_PAGES };
    return new Segment(new WebAssembly.Memory({ ...pages, shared: true }));
  }

  write(row: number, template: EncodedTemplate, entry: Uuid, person: Uuid): void {
    const { block, at } = placeOf(row);
    this.#bytes.set(template.signs, block + BLOCK.signs + at * SIGN_BYTES);
    for (let pair = 0; pair < PLACE_BYTES; pair++)
      this.#bytes[placesAt(block, at) + pair * TILE_ROWS] = template.places[pair]!;
    this.#bytes.set(template.values, block + BLOCK.values + at * DIMENSIONS);
    this.#scales[(block + BLOCK.scales) / 4 + at] = template.scale;
    this.#words.set(entry, (block + BLOCK.entries) / 4 + at * 4);
    this.#words.set(person, (block + BLOCK.persons) / 4 + at * 4);
  }

  /** Overwrites all that a row holds with zeros. */
  erase(row: number): void {
    const { block, at } = placeOf(row);
    const zeros = (begin: number, length: number) => this.#bytes.fill(0, begin, begin + length);
    zeros(block + BLOCK.signs + at * SIGN_BYTES, SIGN_BYTES);
    for (let pair = 0; pair < PLACE_BYTES; pair++) zeros(placesAt(block, at) + pair * TILE_ROWS, 1);
    zeros(block + BLOCK.values + at * DIMENSIONS, DIMENSIONS);
    zeros(block + BLOCK.scales + at * 4, 4);
    zeros(block + BLOCK.entries + at * 16, 16);
    zeros(block + BLOCK.persons + at * 16, 16);
  }

  values(row: number): Int8Array {
    const { block, at } = placeOf(row);
    return new Int8Array(this.memory.buffer, block + BLOCK.values + at * DIMENSIONS, DIMENSIONS);
  }

  /** 1 / length of the row's values; 0 when it is empty. */
  scale(row: number): number {
    const { block, at } = placeOf(row);
    return this.#scales[(block + BLOCK.scales) / 4 + at]!;
  }

  entry(row: number): Uuid {
    return this.#uuid(BLOCK.entries, row);
  }

  person(row: number): Uuid {
    return this.#uuid(BLOCK.persons, row);
  }

  /** Tells the threads that search it to stop. */
  markDestroyed(): void {
    this.#words[DESTROYED_AT / 4] = 1;
  }

  get isDestroyed(): boolean {
    return this.#words[DESTROYED_AT / 4] === 1;
  }

  /** Overwrites a thread's scratch: a query was there. */
  eraseScratch(thread: number): void {
    this.#bytes.fill(0, scratchAt(thread), scratchAt(thread) + SCRATCH.bytes);
  }

  /** Overwrites everything that can have been written when `rows` were used, in steps of a block. */
  *erasing(rows: number): Generator<void> {
    const blocks = Math.min(SEGMENT_BLOCKS, Math.ceil(rows / BLOCK_ROWS));
    for (let block = 0; block < blocks; block++) {
      this.#bytes.fill(0, blockAt(block), blockAt(block + 1));
      yield;
    }
    this.#bytes.fill(0, scratchAt(0), blockAt(0));
  }

  #uuid(part: number, row: number): Uuid {
    const { block, at } = placeOf(row);
    const word = (block + part) / 4 + at * 4;
    return [this.#words[word]!, this.#words[word + 1]!, this.#words[word + 2]!, this.#words[word + 3]!];
  }
}

/** The byte at which a row's block begins, and its number there. */
function placeOf(row: number): { readonly block: number; readonly at: number } {
  return { block: blockAt(Math.floor(row / BLOCK_ROWS)), at: row % BLOCK_ROWS };
}

/** The byte of the first of a row's places; the next ones follow in steps of a tile's rows. */
function placesAt(block: number, at: number): number {
  const row = at % TILE_ROWS;
  return block + BLOCK.places + (at - row) * PLACE_BYTES + row;
}
