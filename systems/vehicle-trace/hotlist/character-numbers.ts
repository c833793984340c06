import { confusionCost as costOf } from '../confusable-characters.ts';

/** One character that the reading has too many, or lacks. */
export const GAP_COST = 1.5;
/** A confusion that no table knows but the recogniser itself thought possible; its confidence takes from it. */
export const OWN_DOUBT_COST = 1.2;
/** A recogniser's alternative less likely than this is noise. */
export const LEAST_DOUBT = 0.05;
/** However sure the recogniser is of its alternative: what differs is never free. */
export const LEAST_COST = 0.05;
/** More differences than this are no longer the same plate, however cheap each is (as in `HotlistHit`). */
export const MOST_DIFFERENCES = 4;
/** Sums of decimal fractions are a little off. */
export const ROUNDING = 1e-9;
/** Characters of the longest plate (as in `PlateText`). */
export const LONGEST_PLATE = 12;

/** Letters and digits by number, 1–36; 0 is no character. */
export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const CHARACTER_COUNT = ALPHABET.length + 1;
/** Confusions up to this cost make a near class. */
const NEAR_COST = 0.5;

/** By character code, the number of a plate's character; 0 for what is on no plate. */
const NUMBERS = new Uint8Array(128);
for (let n = 0; n < ALPHABET.length; n++) NUMBERS[ALPHABET.charCodeAt(n)] = n + 1;

const COSTS = new Float64Array(CHARACTER_COUNT * CHARACTER_COUNT).fill(Number.POSITIVE_INFINITY);
for (let a = 0; a < CHARACTER_COUNT; a++) {
  for (let b = 0; b < CHARACTER_COUNT; b++) {
    if (a === b) COSTS[a * CHARACTER_COUNT + b] = 0;
    else if (a > 0 && b > 0) COSTS[a * CHARACTER_COUNT + b] = costOf(ALPHABET[a - 1]!, ALPHABET[b - 1]!);
  }
}

/**
 * Classes of characters that are confused, directly or through others. A plate and its misread have the same classes,
 * or differ in few places that can be spelled out. Wide ones need less spelling, narrow ones find less by chance.
 */
export interface CharacterClasses {
  /** By a character's number, the lowest one of its class. */
  readonly of: Uint8Array;
}

/** All confusions, except those that would join more than two digits: four of ten would tell too few plates apart. */
export const WIDE_CLASSES: CharacterClasses = { of: classesWithin(Number.MAX_VALUE, 2) };
/** Confusions of one stroke or less: no two digits are in one class. */
export const NEAR_CLASSES: CharacterClasses = { of: classesWithin(NEAR_COST, 1) };

/** The number of a character by its code, 1–36; 0 for what is on no plate. */
export function characterNumber(code: number): number {
  return NUMBERS[code] ?? 0;
}

/** What it costs to take one character for another, by their numbers; infinite where no table knows it. */
export function confusionCost(read: number, expected: number): number {
  return COSTS[read * CHARACTER_COUNT + expected]!;
}

/** Joins the cheapest confusions first, up to a cost and a number of digits in a class. */
function classesWithin(limit: number, mostDigits: number): Uint8Array {
  const classes = new Uint8Array(CHARACTER_COUNT).map((_, n) => n);
  const digitsIn = (one: number, other: number) =>
    classes.filter((of, n) => n > 0 && ALPHABET[n - 1]! <= '9' && (of === one || of === other)).length;
  const pairs: [cost: number, a: number, b: number][] = [];
  for (let a = 1; a < CHARACTER_COUNT; a++)
    for (let b = a + 1; b < CHARACTER_COUNT; b++)
      if (confusionCost(a, b) <= limit) pairs.push([confusionCost(a, b), a, b]);
  for (const [, a, b] of pairs.sort((one, other) => one[0] - other[0])) {
    const [kept, gone] = [Math.min(classes[a]!, classes[b]!), Math.max(classes[a]!, classes[b]!)];
    if (kept === gone || digitsIn(kept, gone) > mostDigits) continue;
    for (let n = 0; n < CHARACTER_COUNT; n++) if (classes[n] === gone) classes[n] = kept;
  }
  return classes;
}
