import { DIMENSIONS } from '../block-layout.ts';
import { type Code, wasm } from './wasm-code.ts';
import { wasmFunction, wasmModule } from './wasm-module.ts';

/** Where the values, and the factors of one round after the other, lie in the kernel's memory. */
export const VALUES_AT = 0;
export const FACTORS_AT = DIMENSIONS * 4;

export interface RotationKernel {
  readonly memory: WebAssembly.Memory;
  /** Multiplies the values by the factors at this address, then transforms them (Walsh–Hadamard, without scaling). */
  turn(factors: number): number;
}

const { get, set, i32, v128, f32x4, repeatWhile } = wasm;
const VECTOR = 16;
const END = DIMENSIONS * 4;

/** Values whose numbers differ in the lowest or second bit lie in one vector: each is added to the other, one of them negated. */
function within(value: Code, order: readonly [number, number, number, number], signs: Code): Code {
  return f32x4.add(f32x4.reorder(value, order), f32x4.mul(value, signs));
}

const turn = wasmFunction(
  'turn',
  { factors: 'i32' },
  { at: 'i32', end: 'i32', a: 'v128', b: 'v128' },
  ({ factors, at, end, a, b }) => {
    const step = (bytes: number) => set(at, i32.add(get(at), i32.const(bytes)));
    const inVectors = [
      set(at, i32.const(VALUES_AT)),
      repeatWhile(
        i32.lessThanUnsigned(get(at), i32.const(END)),
        set(a, f32x4.mul(v128.load(get(at)), v128.load(i32.add(get(factors), get(at))))),
        set(a, within(get(a), [1, 0, 3, 2], v128.f32x4(1, -1, 1, -1))),
        set(a, within(get(a), [2, 3, 0, 1], v128.f32x4(1, 1, -1, -1))),
        v128.store(get(at), get(a)),
        step(VECTOR),
      ),
    ];
    const halves = Array.from({ length: Math.log2(END / VECTOR) }, (_, power) => VECTOR << power);
    const acrossVectors = halves.map((half) => [
      ...set(at, i32.const(VALUES_AT)),
      ...repeatWhile(
        i32.lessThanUnsigned(get(at), i32.const(END)),
        set(end, i32.add(get(at), i32.const(half))),
        repeatWhile(
          i32.lessThanUnsigned(get(at), get(end)),
          set(a, v128.load(get(at))),
          set(b, v128.load(get(at), half)),
          v128.store(get(at), f32x4.add(get(a), get(b))),
          v128.store(get(at), f32x4.sub(get(a), get(b)), half),
          step(VECTOR),
        ),
        step(half),
      ),
    ]);
    return [...inVectors, ...acrossVectors, i32.const(0)];
  },
);

/** The kernel, over a memory of its own. */
export function rotationKernel(): RotationKernel {
  const memory = new WebAssembly.Memory({ initial: 1, maximum: 1, shared: true });
  const module = new WebAssembly.Module(wasmModule([turn], 1));
  const { exports } = new WebAssembly.Instance(module, { amaan: { memory } });
  return { memory, turn: exports.turn! };
}
