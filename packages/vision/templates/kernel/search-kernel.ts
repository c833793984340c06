import {
  DIMENSIONS,
  GROUP,
  PLACE_BYTES,
  QUERY,
  SCRATCH,
  SEGMENT_PAGES,
  SIGN_BYTES,
  TILE_ROWS,
} from '../block-layout.ts';
import { type Code, type Local, wasm } from './wasm-code.ts';
import { wasmFunction, wasmModule } from './wasm-module.ts';

/**
 * The loops over templates. Addresses are bytes of the segment's memory; lists of rows, at most a block's, stand in the
 * thread's scratch, and so does the query.
 */
export interface SearchKernel {
  /**
   * Lists those of the first `tiles` × 16 rows whose places of largest values score at least `least` (−128 to 127) in the
   * query's tables. Tables of 16 bytes in a register: F. André, A.-M. Kermarrec and N. Le Scouarnec, "Cache locality is not
   * enough", PVLDB 9 (2015) 288–299.
   * @returns how many.
   */
  near(scratch: number, places: number, tiles: number, least: number): number;
  /** Keeps of the `count` listed rows those where the sum of the query's 4-bit values over set signs is at least `least`. */
  likely(scratch: number, signs: number, count: number, least: number): number;
  /**
   * Keeps of the listed rows those whose similarity reaches `bound`, and writes it.
   * @param queryScale 1 / length of the query's int8 values.
   */
  compare(
    scratch: number,
    values: number,
    scales: number,
    count: number,
    queryScale: number,
    bound: number,
  ): number;
}

const { get, set, i32, i64, f32, v128, i32x4, i8x16, repeatWhile, when } = wasm;

/** The sum of codes, as a balanced tree: the processor then adds independent pairs at once. */
function sum(add: (a: Code, b: Code) => Code, terms: readonly Code[]): Code {
  if (terms.length === 1) return terms[0]!;
  const half = terms.length >> 1;
  return add(sum(add, terms.slice(0, half)), sum(add, terms.slice(half)));
}

/** `local += value` */
function increase(local: Local, value: Code): Code {
  return set(local, i32.add(get(local), value));
}

/** The address of item `at` of a list of 4-byte items that begins at a scratch. */
function item(list: Local, at: Local): Code {
  return i32.add(get(list), i32.shl(get(at), i32.const(2)));
}

/** `rows[kept] = row; kept += condition`, without a branch: nobody can predict it. */
function keepIf(condition: Code, scratch: Local, kept: Local, row: Local): Code {
  return [...i32.store(item(scratch, kept), get(row), SCRATCH.rows), ...increase(kept, condition)];
}

const near = wasmFunction(
  'near',
  { scratch: 'i32', places: 'i32', tiles: 'i32', least: 'i32' },
  {
    row: 'i32',
    kept: 'i32',
    found: 'i32',
    pair: 'v128',
    even: 'v128',
    odd: 'v128',
    low: 'v128',
    bound: 'v128',
  },
  ({ scratch, places, tiles, least, row, kept, found, pair, even, odd, low, bound }) => {
    const table = (group: number) => v128.load(get(scratch), QUERY.tables + group * GROUP);
    const scores = Array.from({ length: PLACE_BYTES }, (_, index) => [
      set(pair, v128.load(get(places), index * TILE_ROWS)),
      set(
        even,
        i8x16.addSaturated(get(even), i8x16.lookUp(table(2 * index), i8x16.and(get(pair), get(low)))),
      ),
      set(
        odd,
        i8x16.addSaturated(
          get(odd),
          i8x16.lookUp(table(2 * index + 1), i8x16.shiftRight(get(pair), i32.const(4))),
        ),
      ),
    ]).flat();
    const nextFound = [
      ...i32.store(item(scratch, kept), i32.add(get(row), i32.ctz(get(found))), SCRATCH.rows),
      ...increase(kept, i32.const(1)),
      ...set(found, i32.and(get(found), i32.sub(get(found), i32.const(1)))),
    ];
    return [
      set(low, i8x16.splat(i32.const(15))),
      set(bound, i8x16.splat(get(least))),
      when(
        get(tiles),
        repeatWhile(
          get(tiles),
          set(even, v128.zero),
          set(odd, v128.zero),
          ...scores,
          set(found, i8x16.bitmask(i8x16.atLeastSigned(i8x16.addSaturated(get(even), get(odd)), get(bound)))),
          when(get(found), repeatWhile(get(found), nextFound)),
          increase(places, i32.const(TILE_ROWS * PLACE_BYTES)),
          increase(row, i32.const(TILE_ROWS)),
          increase(tiles, i32.const(-1)),
        ),
      ),
      get(kept),
    ];
  },
);

const WORDS = Array.from({ length: SIGN_BYTES / 8 }, (_, word) => word * 8);

/** Set bits of a row's signs, counted; of those only that are set in a plane of the query too. */
function countSigns(row: Local, plane: (word: number) => Code | null): Code {
  const counts = WORDS.map((word) => {
    const signs = i64.load(get(row), word);
    const mask = plane(word);
    return i64.popcnt(mask === null ? signs : i64.and(mask, signs));
  });
  return i32.wrap(sum(i64.add, counts));
}

const likely = wasmFunction(
  'likely',
  { scratch: 'i32', signs: 'i32', count: 'i32', least: 'i32' },
  { at: 'i32', kept: 'i32', row: 'i32', address: 'i32', touched: 'i64' },
  ({ scratch, signs, count, least, at, kept, row, address, touched }) => {
    const nextRow = [
      set(row, i32.load(item(scratch, at), SCRATCH.rows)),
      set(address, i32.add(get(signs), i32.mul(get(row), i32.const(SIGN_BYTES)))),
    ];
    const planes = [0, 1, 2, 3].map((plane) => {
      const bits = (word: number) => i64.load(get(scratch), QUERY.planes + plane * SIGN_BYTES + word);
      return i32.shl(countSigns(address, bits), i32.const(plane));
    });
    const eights = i32.shl(
      countSigns(address, () => null),
      i32.const(3),
    );
    return [
      when(
        get(count),
        // Rows lie apart, and each has to come from memory: all are asked for before the first is waited for.
        repeatWhile(
          i32.lessThanUnsigned(get(at), get(count)),
          ...nextRow,
          set(touched, i64.add(get(touched), i64.load(get(address)))),
          increase(at, i32.const(1)),
        ),
        i64.store(get(scratch), get(touched), SCRATCH.touched),
        set(at, i32.const(0)),
        repeatWhile(
          i32.lessThanUnsigned(get(at), get(count)),
          ...nextRow,
          keepIf(i32.atLeastSigned(i32.sub(sum(i32.add, planes), eights), get(least)), scratch, kept, row),
          increase(at, i32.const(1)),
        ),
      ),
      get(kept),
    ];
  },
);

const CHUNKS = Array.from({ length: DIMENSIONS / 16 }, (_, chunk) => chunk * 16);

const compare = wasmFunction(
  'compare',
  { scratch: 'i32', values: 'i32', scales: 'i32', count: 'i32', queryScale: 'f32', bound: 'f32' },
  {
    at: 'i32',
    kept: 'i32',
    row: 'i32',
    address: 'i32',
    similarity: 'f32',
    part: 'v128',
    plus0: 'v128',
    plus1: 'v128',
    minus0: 'v128',
    minus1: 'v128',
  },
  (local) => {
    const { scratch, values, scales, count, queryScale, bound, at, kept, row, address, similarity } = local;
    const { part, plus0, plus1, minus0, minus1 } = local;
    const lanes = (first: Local, second: Local) => {
      const both = i32x4.add(get(first), get(second));
      return sum(
        i32.add,
        [0, 1, 2, 3].map((lane) => i32x4.lane(both, lane)),
      );
    };
    const products = CHUNKS.flatMap((chunk, index) => {
      const [plus, minus] = index % 2 === 0 ? [plus0, minus0] : [plus1, minus1];
      const query = (sign: number) => v128.load(get(scratch), sign + chunk);
      return [
        set(part, v128.load(get(address), chunk)),
        set(plus, i32x4.relaxedDotAdd(get(part), query(QUERY.positive), get(plus))),
        set(minus, i32x4.relaxedDotAdd(get(part), query(QUERY.negative), get(minus))),
      ];
    });
    return [
      when(
        get(count),
        repeatWhile(
          i32.lessThanUnsigned(get(at), get(count)),
          set(row, i32.load(item(scratch, at), SCRATCH.rows)),
          set(address, i32.add(get(values), i32.mul(get(row), i32.const(DIMENSIONS)))),
          ...[plus0, plus1, minus0, minus1].map((register) => set(register, v128.zero)),
          ...products,
          set(
            similarity,
            f32.mul(
              f32.mul(
                f32.convert(i32.sub(lanes(plus0, plus1), lanes(minus0, minus1))),
                f32.load(item(scales, row)),
              ),
              get(queryScale),
            ),
          ),
          f32.store(item(scratch, kept), get(similarity), SCRATCH.similarities),
          keepIf(f32.atLeast(get(similarity), get(bound)), scratch, kept, row),
          increase(at, i32.const(1)),
        ),
      ),
      get(kept),
    ];
  },
);

let compiled: WebAssembly.Module | undefined;

/** The kernel over one segment's memory. */
export function searchKernel(memory: WebAssembly.Memory): SearchKernel {
  compiled ??= new WebAssembly.Module(wasmModule([near, likely, compare], SEGMENT_PAGES));
  const { exports } = new WebAssembly.Instance(compiled, { amaan: { memory } });
  return exports as unknown as SearchKernel;
}
