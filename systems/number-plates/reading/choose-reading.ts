import type { CompiledPattern } from '../formats/plate-format.ts';
import type { ReadCharacter } from './read-characters.ts';

/** What a plate says. */
export interface Reading {
  readonly text: string;
  /** 0–1: how sure the least sure half of it is. */
  readonly confidence: number;
  readonly characters: readonly ReadCharacter[];
  /** The format that it has, or null. */
  readonly format: string | null;
}

/** Natural logarithm of how much rarer a plate without a known format is taken to be. */
const NO_FORMAT = -2.2;
/** A mark that was read is never taken for nothing as if that were certain. */
const LEAST_DROP = 0.004;
/** More marks than these on one plate are not stickers and bands. */
const MOST_DROPPED = 2;

/**
 * The likeliest reading, with and without a format in mind. A format chooses between what was read: it takes a
 * second-best character where the best does not fit, and leaves a doubtful mark out (a sticker between the groups, the
 * band at the edge); it never adds a character that the model did not think of.
 *
 * @param patterns the formats in use, the more usual ones first.
 */
export function chooseReading(
  characters: readonly ReadCharacter[],
  patterns: readonly CompiledPattern[],
): Reading {
  const plain = characters.reduce((sum, { confidence }) => sum + Math.log(confidence), 0);
  let best: { score: number; format: string | null; characters: readonly ReadCharacter[] } = {
    score: plain + NO_FORMAT,
    format: null,
    characters,
  };
  for (const { format, places } of patterns) {
    const dropped = characters.length - places.length;
    if (dropped < 0 || dropped > MOST_DROPPED) continue;
    const fit = fitTo(characters, places);
    if (fit && fit.score > best.score + 1e-9) best = { ...fit, format };
  }
  return {
    text: best.characters.map(({ text }) => text).join(''),
    confidence: confidenceOf(best.characters),
    characters: best.characters,
    format: best.format,
  };
}

interface Fit {
  readonly score: number;
  readonly characters: readonly ReadCharacter[];
}

/** The likeliest way to place the characters in order, each used or left out: dynamic programming over both. */
function fitTo(characters: readonly ReadCharacter[], places: readonly ReadonlySet<string>[]): Fit | null {
  let row: (Fit | null)[] = [{ score: 0, characters: [] }, ...places.map(() => null)];
  for (const character of characters) {
    const drop = Math.log(Math.max(LEAST_DROP, 1 - character.confidence));
    row = row.map((before, used) => {
      const left = before && { score: before.score + drop, characters: before.characters };
      const previous = used > 0 ? row[used - 1]! : null;
      const as = previous && fittingAs(character, places[used - 1]!);
      const taken = as && {
        score: previous.score + Math.log(as.confidence),
        characters: [...previous.characters, as],
      };
      if (!left) return taken;
      return taken && taken.score >= left.score ? taken : left;
    });
  }
  return row[places.length] ?? null;
}

/** The character, or the likeliest of its others, that a place may hold. */
function fittingAs(character: ReadCharacter, place: ReadonlySet<string>): ReadCharacter | null {
  if (place.has(character.text)) return character;
  const other = character.others.find(({ text }) => place.has(text));
  if (!other) return null;
  const others = [
    { text: character.text, confidence: character.confidence },
    ...character.others.filter((one) => one !== other),
  ];
  return { ...other, others };
}

function confidenceOf(characters: readonly ReadCharacter[]): number {
  if (characters.length === 0) return 0;
  const sorted = characters.map(({ confidence }) => confidence).sort((a, b) => a - b);
  const half = sorted.slice(0, Math.ceil(sorted.length / 2));
  return Math.exp(half.reduce((sum, value) => sum + Math.log(Math.max(1e-6, value)), 0) / half.length);
}
