import { ALPHABET, CHARACTER_COUNT, LONGEST_PLATE, NEAR_CLASSES } from './character-numbers.ts';

/** Kinds of near classes: of digits alone, of letters alone, of both. */
const KINDS = 3;
/** What a place counts in the number of a shape. */
const WEIGHTS = Array.from({ length: LONGEST_PLATE + 2 }, (_, place) => KINDS ** place);
/** By near class, its kind. */
const KIND_OF = new Uint8Array(CHARACTER_COUNT).map((_, ofClass) => {
  const members = [...ALPHABET].filter((_, n) => NEAR_CLASSES.of[n + 1] === ofClass);
  if (members.every((character) => character <= '9')) return 0;
  return members.every((character) => character > '9') ? 1 : 2;
});

/** The number of a shape of so many places before its kinds are added: no two shapes have the same. */
function shapeOfLength(length: number): number {
  return (WEIGHTS[length]! - 1) / (KINDS - 1);
}

/** The shape of near classes, one of them left out where `without` is a place. */
export function shapeOf(classes: Uint8Array, without = Number.POSITIVE_INFINITY): number {
  const left = without < classes.length ? classes.length - 1 : classes.length;
  let shape = shapeOfLength(left);
  for (let n = 0; n < classes.length; n++)
    if (n !== without) shape += shapePart(n > without ? n - 1 : n, classes[n]!);
  return shape;
}

/** What a near class at a place adds to the number of a shape. */
export function shapePart(place: number, ofClass: number): number {
  return WEIGHTS[place]! * KIND_OF[ofClass]!;
}

/**
 * Which orders of letters and digits there are among the texts of an index. They are few, so this array of 100 kB
 * answers most questions about misreads before the index itself, which is far larger than the processor's cache, is
 * asked. A shape stays when its last text is gone: it costs a needless question.
 */
export class PlateShapes {
  readonly #known = new Uint32Array(Math.ceil(shapeOfLength(LONGEST_PLATE + 1) / 32));

  add(shape: number): void {
    this.#known[shape >>> 5]! |= 1 << (shape & 31);
  }

  has(shape: number): boolean {
    return (this.#known[shape >>> 5]! & (1 << (shape & 31))) !== 0;
  }
}
