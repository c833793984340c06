import type { OutputTensor } from '@amaan/vision/sessions/output-tensor';
import { ALPHABET, CLASSES_OF } from './alphabet.ts';

/** One character as it was read, and what else it might be. */
export interface ReadCharacter {
  readonly text: string;
  /** 0–1. */
  readonly confidence: number;
  /** Other characters that the model thought of, likeliest first, each at least 1 %. */
  readonly others: readonly { readonly text: string; readonly confidence: number }[];
}

/** Less than that is nothing. */
const LEAST = 0.15;
const LEAST_OTHER = 0.01;
const MOST_OTHERS = 4;
/** Written alike on many plates: the shape does not tell which of the two it is. */
const TWINS: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };
/** How likely the other twin is at the least. */
const LEAST_TWIN = 0.2;

/**
 * The characters in the recogniser's output: the likeliest class of every step, repeats joined, blanks left out
 * (A. Graves et al., "Connectionist Temporal Classification", ICML 2006, best path decoding). Whatever is no letter
 * or digit of a plate counts as blank.
 *
 * @param output `[1, steps, classes]`, each step a distribution.
 */
export function readCharacters({ dims, data }: OutputTensor): ReadCharacter[] {
  const [, steps = 0, classes = 0] = dims;
  const characters: ReadCharacter[] = [];
  let last = -1;
  for (let step = 0; step < steps; step++) {
    const { character, likeliest } = distributionAt(data, step * classes);
    const current =
      character.confidence >= LEAST && character.confidence >= data[step * classes]! ? likeliest : -1;
    if (current !== -1) {
      const before = characters.at(-1);
      if (current !== last) characters.push(character);
      else if (before && character.confidence > before.confidence)
        characters[characters.length - 1] = character;
    }
    last = current;
  }
  return characters;
}

function distributionAt(data: Float32Array, offset: number): { character: ReadCharacter; likeliest: number } {
  let likeliest = 0;
  let confidence = -1;
  const others: { text: string; confidence: number }[] = [];
  for (let index = 0; index < CLASSES_OF.length; index++) {
    let value = 0;
    for (const place of CLASSES_OF[index]!) value += data[offset + place]!;
    if (value >= LEAST_OTHER) others.push({ text: ALPHABET[index]!, confidence: value });
    if (value > confidence) {
      confidence = value;
      likeliest = index;
    }
  }
  const text = ALPHABET[likeliest]!;
  const twin = TWINS[text];
  if (twin !== undefined) {
    const known = others.find((other) => other.text === twin);
    if (known) known.confidence = Math.max(known.confidence, LEAST_TWIN * confidence);
    else others.push({ text: twin, confidence: LEAST_TWIN * confidence });
  }
  return {
    likeliest,
    character: {
      text,
      confidence: Math.min(1, confidence),
      others: others
        .filter((other) => other.text !== text)
        .sort((a, b) => b.confidence - a.confidence)
        .slice(0, MOST_OTHERS),
    },
  };
}
