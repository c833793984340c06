import type { PlateReading } from '@amaan/contracts/plates/plate-reading';
import {
  ALPHABET,
  characterNumber,
  confusionCost,
  GAP_COST,
  LEAST_COST,
  LEAST_DOUBT,
  LONGEST_PLATE,
  MOST_DIFFERENCES,
  OWN_DOUBT_COST,
  ROUNDING,
} from './character-numbers.ts';

/** A reading as the engine is asked: the text, and what else each of its characters may be, where that is known. */
export type ReadPlate = Pick<PlateReading, 'text'> & Partial<Pick<PlateReading, 'characters'>>;

export interface PlateDifference {
  /** Place in the entry, from 0. */
  readonly at: number;
  /** What was read there; empty: nothing, the reading lacks a character. */
  readonly read: string;
  /** What stands there; empty: nothing, the reading has a character too many. */
  readonly expected: string;
  readonly cost: number;
}

/** An alternative that the recogniser gave for one place. */
export interface OwnDoubt {
  readonly character: number;
  readonly confidence: number;
}

/**
 * A reading ready to be compared. Costs follow three rules: a confusion of the table costs what the table says,
 * less what the recogniser itself thought of it; at most one confusion that only the recogniser thought of; and
 * instead of that at most one character missing or too many.
 */
export class PlateComparison {
  readonly text: string;
  /** The numbers of its characters. */
  readonly characters: Uint8Array;
  /** Alternatives worth a look, by place. */
  readonly doubts: readonly (readonly OwnDoubt[])[];

  constructor({ text, characters = [] }: ReadPlate) {
    this.text = text;
    this.characters = numbersOf(text);
    // Characters that do not spell the text are of no use: places would not be the same.
    const same = characters.length === text.length && characters.every((own, n) => own.text === text[n]);
    this.doubts = same
      ? characters.map(({ text: own, others }) =>
          others
            .filter(({ confidence, text: other }) => confidence >= LEAST_DOUBT && other !== own)
            .map(({ confidence, text: other }) => ({
              character: characterNumber(other.charCodeAt(0)),
              confidence,
            }))
            .filter(({ character }) => character > 0),
        )
      : [];
  }

  /**
   * What it costs to take the reading for an entry.
   *
   * @param entry the numbers of an entry's characters
   * @param limit the largest cost
   * @returns null when the plates do not match within the limit
   */
  match(entry: Uint8Array, limit: number): number | null {
    const gap = this.characters.length - entry.length;
    if (gap === 0) return this.#sameLength(entry, limit);
    if (Math.abs(gap) !== 1 || limit < GAP_COST) return null;
    return this.#gapIn(entry, limit)?.cost ?? null;
  }

  /** Every place where the reading and an entry that it matches differ. */
  differences(entry: Uint8Array): PlateDifference[] {
    if (this.characters.length === entry.length) return this.#differencesAround(entry, -1);
    const gap = this.#gapIn(entry, Number.POSITIVE_INFINITY);
    return gap === null ? [] : this.#differencesAround(entry, gap.at);
  }

  #sameLength(entry: Uint8Array, limit: number): number | null {
    let [differences, doubts, total] = [0, 0, 0];
    for (let at = 0; at < entry.length; at++) {
      if (this.characters[at] === entry[at]) continue;
      const known = this.confusion(at, entry[at]!);
      if (known === Number.POSITIVE_INFINITY && ++doubts > 1) return null;
      total += known === Number.POSITIVE_INFINITY ? this.ownDoubt(at, entry[at]!) : known;
      if (total > limit + ROUNDING || ++differences > MOST_DIFFERENCES) return null;
    }
    return rounded(total);
  }

  /**
   * The cheapest way to leave out one character: of the reading when it has one too many, else of the entry. What
   * stands before it costs a prefix of one sum, what stands after it a suffix of another.
   */
  #gapIn(entry: Uint8Array, limit: number): { readonly at: number; readonly cost: number } | null {
    const extra = this.characters.length > entry.length;
    const length = Math.min(entry.length, this.characters.length);
    const [readShift, entryShift] = extra ? [1, 0] : [0, 1];
    const left = limit - GAP_COST + ROUNDING;
    let first = length;
    AFTER[length] = 0;
    AFTER_COUNT[length] = 0;
    while (first > 0) {
      const at = first - 1;
      const cost = this.#difference(at + readShift, entry[at + entryShift]!);
      if (AFTER[first]! + cost > left) break;
      AFTER[at] = AFTER[first]! + cost;
      AFTER_COUNT[at] = AFTER_COUNT[first]! + (cost > 0 ? 1 : 0);
      first = at;
    }
    let [best, gap, before, differences] = [Number.POSITIVE_INFINITY, -1, 0, 0];
    for (let at = 0; before <= left; at++) {
      if (at >= first && differences + AFTER_COUNT[at]! < MOST_DIFFERENCES) {
        const cost = before + AFTER[at]!;
        if (cost < best && cost <= left) [best, gap] = [cost, at];
      }
      if (at === length) break;
      const cost = this.#difference(at, entry[at]!);
      before += cost;
      differences += cost > 0 ? 1 : 0;
    }
    return gap < 0 ? null : { at: gap, cost: rounded(best + GAP_COST) };
  }

  /** Every place where reading and entry differ. `gap`: where the longer one has a character too many; −1: nowhere. */
  #differencesAround(entry: Uint8Array, gap: number): PlateDifference[] {
    const found: PlateDifference[] = [];
    const extra = this.characters.length > entry.length;
    const length = Math.min(entry.length, this.characters.length);
    for (let n = 0; n <= length; n++) {
      if (n === gap)
        found.push(
          extra
            ? difference(gap, this.characters[gap]!, 0, GAP_COST)
            : difference(gap, 0, entry[gap]!, GAP_COST),
        );
      if (n === length) break;
      const shifted = gap >= 0 && n >= gap ? 1 : 0;
      const [readAt, at] = extra ? [n + shifted, n] : [n, n + shifted];
      const [read, expected] = [this.characters[readAt]!, entry[at]!];
      if (read === expected) continue;
      const known = this.confusion(readAt, expected);
      const cost = known === Number.POSITIVE_INFINITY ? this.ownDoubt(readAt, expected) : known;
      found.push(difference(at, read, expected, cost));
    }
    return found;
  }

  #difference(readAt: number, expected: number): number {
    return this.characters[readAt] === expected ? 0 : this.confusion(readAt, expected);
  }

  /** What it costs to have read the character at a place for an expected one; infinite where no table knows it. */
  confusion(at: number, expected: number): number {
    const cost = confusionCost(this.characters[at]!, expected);
    if (cost === Number.POSITIVE_INFINITY) return cost;
    return Math.max(LEAST_COST, cost * (1 - this.#confidence(at, expected)));
  }

  /** What it costs where only the recogniser thought of the expected one; infinite where it did not. */
  ownDoubt(at: number, expected: number): number {
    const confidence = this.#confidence(at, expected);
    if (confidence === 0) return Number.POSITIVE_INFINITY;
    return Math.max(LEAST_COST, OWN_DOUBT_COST * (1 - confidence));
  }

  #confidence(at: number, expected: number): number {
    return this.doubts[at]?.find(({ character }) => character === expected)?.confidence ?? 0;
  }
}

/** Where a reading and the plate of an entry that it matches differ: what a person is shown. */
export function plateDifferences(read: ReadPlate, plate: string): PlateDifference[] {
  return new PlateComparison(read).differences(numbersOf(plate));
}

/** The numbers of a plate's characters. */
export function numbersOf(plate: string): Uint8Array {
  const numbers = new Uint8Array(plate.length);
  for (let n = 0; n < plate.length; n++) numbers[n] = characterNumber(plate.charCodeAt(n));
  return numbers;
}

/**
 * By place, what the characters from there on cost when one is left out before them, and how many differ: used anew
 * by each comparison.
 */
const AFTER = new Float64Array(LONGEST_PLATE + 1);
const AFTER_COUNT = new Uint8Array(LONGEST_PLATE + 1);

function rounded(cost: number): number {
  return Math.round(cost * 1000) / 1000;
}

function difference(at: number, read: number, expected: number, cost: number): PlateDifference {
  return { at, read: letter(read), expected: letter(expected), cost: rounded(cost) };
}

function letter(number: number): string {
  return number === 0 ? '' : ALPHABET[number - 1]!;
}
