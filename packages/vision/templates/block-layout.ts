/** Values of a template. */
export const DIMENSIONS = 512;
/** Values of which the place of the largest is kept, in four bits. */
export const GROUP = 16;
export const GROUPS = DIMENSIONS / GROUP;
/** Bytes of a row's places of largest values, two in a byte. */
export const PLACE_BYTES = GROUPS / 2;
/** Rows whose places are looked up at once, one in each byte of a vector of 128 bits. */
export const TILE_ROWS = 16;
/** Bytes of a template's sign bits. */
export const SIGN_BYTES = DIMENSIONS / 8;

/** Rows of a block, the unit that a thread takes. */
export const BLOCK_ROWS = 4096;
/** Blocks of a segment: one WebAssembly memory, 0.66 GB when full. Pages that were never written cost nothing. */
export const SEGMENT_BLOCKS = 256;
export const SEGMENT_ROWS = BLOCK_ROWS * SEGMENT_BLOCKS;

const SIGNS_AT = BLOCK_ROWS * PLACE_BYTES;
const VALUES_AT = SIGNS_AT + BLOCK_ROWS * SIGN_BYTES;
const SCALES_AT = VALUES_AT + BLOCK_ROWS * DIMENSIONS;
const ENTRIES_AT = SCALES_AT + BLOCK_ROWS * 4;
const PERSONS_AT = ENTRIES_AT + BLOCK_ROWS * 16;

/** Where in a block the parts of its rows lie, each part contiguous, so that a scan reads what it needs and no more. */
export const BLOCK = {
  /** Tile by tile: byte `16 × pair + row` of a tile holds the places of two groups of a row. */
  places: 0,
  signs: SIGNS_AT,
  /** int8, each row scaled by itself. */
  values: VALUES_AT,
  /** float32: 1 / length of the row's int8 values; 0 when the row is empty. */
  scales: SCALES_AT,
  /** UUID of the entry and of its person; all zeros when the row is empty. */
  entries: ENTRIES_AT,
  persons: PERSONS_AT,
  bytes: PERSONS_AT + BLOCK_ROWS * 16,
} as const;

/** Threads that may search one segment at once; each has its scratch there. */
export const MOST_THREADS = 8;

/** What of a query lies at the begin of each thread's scratch. */
export const QUERY = {
  /** int8: for each group a table of what each place adds to the score. */
  tables: 0,
  /** Four planes of bits: each value, plus 8, in four bits. */
  planes: DIMENSIONS,
  /** max(query, 0), and max(−query, 0), in bytes of 0 to 127. */
  positive: DIMENSIONS + 4 * SIGN_BYTES,
  negative: 2 * DIMENSIONS + 4 * SIGN_BYTES,
  bytes: 3 * DIMENSIONS + 4 * SIGN_BYTES,
} as const;

export const SCRATCH = {
  query: 0,
  /** uint32: rows of the block that are left. */
  rows: QUERY.bytes,
  /** float32: their similarities. */
  similarities: QUERY.bytes + 4 * BLOCK_ROWS,
  /** Where a sum goes that nobody reads, so that what was summed is read at all. */
  touched: QUERY.bytes + 8 * BLOCK_ROWS,
  bytes: QUERY.bytes + 8 * BLOCK_ROWS + 64,
} as const;

const PAGE = 65_536;
/** int32 at the begin of a segment: 1 when its list was destroyed. */
export const DESTROYED_AT = 0;
const SCRATCH_AT = 64;
const BLOCKS_AT = Math.ceil((SCRATCH_AT + MOST_THREADS * SCRATCH.bytes) / PAGE) * PAGE;
/** Pages of 64 KiB of a segment's memory. */
export const SEGMENT_PAGES = Math.ceil((BLOCKS_AT + SEGMENT_BLOCKS * BLOCK.bytes) / PAGE);

/** The byte at which a block begins. */
export function blockAt(block: number): number {
  return BLOCKS_AT + block * BLOCK.bytes;
}

/** The byte at which a thread's scratch begins. */
export function scratchAt(thread: number): number {
  return SCRATCH_AT + thread * SCRATCH.bytes;
}
