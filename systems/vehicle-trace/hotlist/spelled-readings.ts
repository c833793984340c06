import {
  CHARACTER_COUNT,
  type CharacterClasses,
  confusionCost,
  LONGEST_PLATE,
  NEAR_CLASSES,
  ROUNDING,
  WIDE_CLASSES,
} from './character-numbers.ts';
import { keyOf, mixed, sumOf, sumWithout } from './class-hash.ts';
import type { NumberList } from './number-list.ts';
import type { OwnDoubt, PlateComparison } from './plate-cost.ts';
import { type PlateShapes, shapeOf, shapePart } from './plate-shapes.ts';

/** A class other than its own that a character may have been of, and the least that it costs. */
interface Step {
  readonly toClass: number;
  readonly cost: number;
  /** Only the recogniser thought of it: of such steps a reading takes one. */
  readonly own: boolean;
}

/** Steps of each character that the table knows, by classes, the cheapest first. */
const KNOWN_STEPS = new Map(
  [WIDE_CLASSES, NEAR_CLASSES].map((classes) => [
    classes,
    Array.from({ length: CHARACTER_COUNT }, (_, read) => knownSteps(classes, read)),
  ]),
);

/**
 * The classes of everything that a reading may have been within a cost, as hashes for an index of such classes:
 * each confusion that leaves its class and that there is room for is spelled out.
 */
export class SpelledReadings {
  readonly #classes: Uint8Array;
  readonly #steps: readonly (readonly Step[])[];
  readonly #budget: number;
  readonly #differences: number;
  /** Of all steps the least cost. */
  readonly #cheapest: number;

  /**
   * @param classes those of the index, `WIDE_CLASSES` or `NEAR_CLASSES`
   * @param room what confusions may cost and how many there may be, and whether one may be the recogniser's alone
   */
  constructor(
    comparison: PlateComparison,
    classes: CharacterClasses,
    room: { readonly budget: number; readonly differences: number; readonly ownDoubts: boolean },
  ) {
    const { characters, doubts } = comparison;
    const known = KNOWN_STEPS.get(classes)!;
    const steps: (readonly Step[])[] = [];
    let cheapest = Number.POSITIVE_INFINITY;
    this.#classes = new Uint8Array(characters.length);
    for (let at = 0; at < characters.length; at++) {
      const read = characters[at]!;
      this.#classes[at] = classes.of[read]!;
      let here: readonly Step[] = known[read]!;
      const own = doubts[at];
      if (own !== undefined && own.length > 0)
        here = withDoubts(here, classes, own, (expected) => ({
          known: comparison.confusion(at, expected),
          own: room.ownDoubts ? comparison.ownDoubt(at, expected) : Number.POSITIVE_INFINITY,
        }));
      if (here.length > 0) cheapest = Math.min(cheapest, here[0]!.cost);
      steps.push(here);
    }
    this.#steps = steps;
    this.#cheapest = cheapest;
    this.#budget = room.budget + ROUNDING;
    this.#differences = room.differences;
  }

  /** With all characters. @param shapes those of the index, where they are known */
  whole(shapes: PlateShapes | null, into: NumberList): void {
    const text = { gap: LONGEST_PLATE, shapes, into };
    const [sum, shape] = [sumOf(this.#classes), shapes === null ? 0 : shapeOf(this.#classes)];
    this.#spread(text, 0, sum, shape, this.#budget, this.#differences, true);
  }

  /** With each character left out in turn. */
  shortened(shapes: PlateShapes, into: NumberList): void {
    const { length } = this.#classes;
    if (length < 2) return;
    for (let gap = 0; gap < length; gap++) {
      const [sum, shape] = [sumWithout(this.#classes, gap), shapeOf(this.#classes, gap)];
      this.#spread({ gap, shapes, into }, 0, sum, shape, this.#budget, this.#differences, true);
    }
  }

  /** Appends the hash of a text by the sum of its classes, and what more steps from some place on make of it. */
  #spread(
    text: Text,
    from: number,
    sum: number,
    shape: number,
    budget: number,
    differences: number,
    mayDoubt: boolean,
  ): void {
    if (text.shapes === null || text.shapes.has(shape)) text.into.push(mixed(sum));
    if (differences === 0 || budget < this.#cheapest) return;
    for (let at = from; at < this.#classes.length; at++) {
      if (at === text.gap) continue;
      const steps = this.#steps[at]!;
      const place = at > text.gap ? at - 1 : at;
      for (let n = 0; n < steps.length; n++) {
        const { toClass, cost, own } = steps[n]!;
        if (cost > budget) break;
        if (own && !mayDoubt) continue;
        const read = this.#classes[at]!;
        this.#spread(
          text,
          at + 1,
          (sum - keyOf(place, read) + keyOf(place, toClass)) | 0,
          shape - shapePart(place, read) + shapePart(place, toClass),
          budget - cost,
          differences - 1,
          mayDoubt && !own,
        );
      }
    }
  }
}

/** What stays the same while the steps of one text are taken. */
interface Text {
  /** The place that is left out. */
  readonly gap: number;
  readonly shapes: PlateShapes | null;
  readonly into: NumberList;
}

function knownSteps(classes: CharacterClasses, read: number): Step[] {
  const least = new Map<number, number>();
  for (let expected = 1; expected < CHARACTER_COUNT; expected++) {
    const [toClass, cost] = [classes.of[expected]!, confusionCost(read, expected)];
    if (toClass === classes.of[read] || cost === Number.POSITIVE_INFINITY) continue;
    least.set(toClass, Math.min(cost, least.get(toClass) ?? cost));
  }
  return [...least].map(([toClass, cost]) => ({ toClass, cost, own: false })).sort((a, b) => a.cost - b.cost);
}

/** With what the recogniser thought of as well: cheaper confusions, and its own. */
function withDoubts(
  known: readonly Step[],
  classes: CharacterClasses,
  doubts: readonly OwnDoubt[],
  costsOf: (expected: number) => { readonly known: number; readonly own: number },
): readonly Step[] {
  const more = doubts.flatMap(({ character }): Step[] => {
    const [toClass, costs] = [classes.of[character]!, costsOf(character)];
    if (costs.known < Number.POSITIVE_INFINITY) return [{ toClass, cost: costs.known, own: false }];
    return costs.own < Number.POSITIVE_INFINITY ? [{ toClass, cost: costs.own, own: true }] : [];
  });
  return more.length === 0 ? known : [...known, ...more].sort((a, b) => a.cost - b.cost);
}
