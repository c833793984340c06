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

/** Letters and digits by number, 1–36; 0 is no character. */
export const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const SIZE = ALPHABET.length + 1;

/** By character code, the number of a plate's character; 0 for what is on no plate. */
const NUMBERS = new Uint8Array(128);
for (let n = 0; n < ALPHABET.length; n++) NUMBERS[ALPHABET.charCodeAt(n)] = n + 1;

const COSTS = new Float64Array(SIZE * SIZE).fill(Number.POSITIVE_INFINITY);
const CLASSES = new Uint8Array(SIZE).map((_, n) => n);
for (let n = 0; n < SIZE; n++) COSTS[n * SIZE + n] = 0;
for (let a = 1; a < SIZE; a++) {
  for (let b = 1; b < SIZE; b++) {
    const cost = costOf(ALPHABET[a - 1]!, ALPHABET[b - 1]!);
    COSTS[a * SIZE + b] = cost;
    if (cost < Number.POSITIVE_INFINITY) join(a, b);
  }
}

/** Makes the classes of two characters one. */
function join(a: number, b: number): void {
  const [kept, gone] = [CLASSES[a]!, CLASSES[b]!];
  for (let n = 0; n < SIZE; n++) if (CLASSES[n] === gone) CLASSES[n] = kept;
}

/** The number of a character by its code, 1–36; 0 for what is on no plate. */
export function characterNumber(code: number): number {
  return NUMBERS[code] ?? 0;
}

/** What it costs to take one character for another, by their numbers; infinite where no table knows it. */
export function confusionCost(read: number, expected: number): number {
  return COSTS[read * SIZE + expected]!;
}

/**
 * The class of a character: all that can be confused with it, directly or through others, have the same one. Two
 * plates of equal length that differ by confusions alone have equal classes.
 */
export function confusionClass(character: number): number {
  return CLASSES[character]!;
}
