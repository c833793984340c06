/** Encoded WebAssembly instructions that leave at most one value. */
export type Code = readonly number[];

/** A local variable of a function: its number. */
export type Local = number;

export const VALUE_TYPES = { i32: 0x7f, i64: 0x7e, f32: 0x7d, v128: 0x7b } as const;
export type ValueType = keyof typeof VALUE_TYPES;

/** Unsigned LEB128, WebAssembly Core Specification 2.0, section 5.2.2. */
export function unsigned(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest];
    bytes.push((rest % 128) | 0x80);
  }
}

/** Signed LEB128 of a 32-bit number. */
export function signed(value: number): number[] {
  const bytes: number[] = [];
  for (let rest = value | 0; ; rest >>= 7) {
    const byte = rest & 0x7f;
    const isLast = (rest >> 7 === 0 && byte < 0x40) || (rest >> 7 === -1 && byte >= 0x40);
    if (isLast) return [...bytes, byte];
    bytes.push(byte | 0x80);
  }
}

const binary =
  (...opcode: number[]) =>
  (a: Code, b: Code): Code => [...a, ...b, ...opcode];
const unary =
  (...opcode: number[]) =>
  (a: Code): Code => [...a, ...opcode];
/** `alignment` is the power of two of the bytes that are read. */
const load =
  (alignment: number, ...opcode: number[]) =>
  (address: Code, offset = 0): Code => [...address, ...opcode, alignment, ...unsigned(offset)];
const store =
  (alignment: number, opcode: number) =>
  (address: Code, value: Code, offset = 0): Code => [
    ...address,
    ...value,
    opcode,
    alignment,
    ...unsigned(offset),
  ];

/** The instructions that the kernel needs, by their names in the specification; operands are nested, as in its text format. */
export const wasm = {
  get: (local: Local): Code => [0x20, ...unsigned(local)],
  set: (local: Local, value: Code): Code => [...value, 0x21, ...unsigned(local)],
  /** Runs the body again as long as `again` is not 0 after it: once at least. */
  repeatWhile: (again: Code, ...body: Code[]): Code => [
    ...[0x03, 0x40],
    ...body.flat(),
    ...again,
    ...[0x0d, 0x00],
    0x0b,
  ],
  /** Runs the body when the condition is not 0. */
  when: (condition: Code, ...body: Code[]): Code => [...condition, 0x04, 0x40, ...body.flat(), 0x0b],
  i32: {
    const: (value: number): Code => [0x41, ...signed(value)],
    load: load(2, 0x28),
    store: store(2, 0x36),
    add: binary(0x6a),
    sub: binary(0x6b),
    mul: binary(0x6c),
    and: binary(0x71),
    shl: binary(0x74),
    /** Zero bits below the lowest that is set. */
    ctz: unary(0x68),
    lessThanUnsigned: binary(0x49),
    atLeastSigned: binary(0x4e),
    wrap: unary(0xa7),
  },
  i64: {
    load: load(3, 0x29),
    store: store(3, 0x37),
    add: binary(0x7c),
    and: binary(0x83),
    popcnt: unary(0x7b),
  },
  f32: {
    load: load(2, 0x2a),
    store: store(2, 0x38),
    convert: unary(0xb2),
    mul: binary(0x94),
    atLeast: binary(0x60),
  },
  v128: {
    load: load(4, 0xfd, 0x00),
    store: (address: Code, value: Code, offset = 0): Code => [
      ...[...address, ...value, 0xfd, 0x0b, 4],
      ...unsigned(offset),
    ],
    f32x4: (...values: readonly [number, number, number, number]): Code => [
      ...[0xfd, 0x0c],
      ...new Uint8Array(Float32Array.from(values).buffer),
    ],
    zero: [0xfd, 0x0c, ...Array.from({ length: 16 }, () => 0)] as Code,
  },
  f32x4: {
    add: binary(0xfd, 0xe4, 0x01),
    sub: binary(0xfd, 0xe5, 0x01),
    mul: binary(0xfd, 0xe6, 0x01),
    /** The four values in another order. */
    reorder: (value: Code, order: readonly [number, number, number, number]): Code => [
      ...[...value, ...value, 0xfd, 0x0d],
      ...order.flatMap((from) => [0, 1, 2, 3].map((byte) => from * 4 + byte)),
    ],
  },
  i32x4: {
    add: binary(0xfd, 0xae, 0x01),
    lane: (value: Code, lane: number): Code => [...value, 0xfd, 0x1b, lane],
    /** Relaxed SIMD: a signed byte by a byte of 0 to 127, four products summed and added to `sum`. */
    relaxedDotAdd: (a: Code, b: Code, sum: Code): Code => [...a, ...b, ...sum, 0xfd, 0x93, 0x02],
  },
  i8x16: {
    splat: unary(0xfd, 0x0f),
    and: binary(0xfd, 0x4e),
    shiftRight: binary(0xfd, 0x6d),
    addSaturated: binary(0xfd, 0x6f),
    atLeastSigned: binary(0xfd, 0x2b),
    /** A bit for each byte's highest bit. */
    bitmask: unary(0xfd, 0x64),
    /** Relaxed SIMD: the bytes of `table` at the places, each of which is below 16. */
    lookUp: binary(0xfd, 0x80, 0x02),
  },
} as const;
