import type { PlateReading, PlateVote } from '@amaan/contracts/plates/plate-reading';
import { confusionCost } from '@amaan/vehicle-trace/confusable-characters';

/** A character that is taken for another at no more than this cost is worth a doubt: O/0, I/1, B/8, S/5, Z/2 … */
const DEAREST_CONFUSION = 0.5;
/** What the reader thought of with less confidence than this is noise. */
const LEAST_CONFIDENCE = 0.05;
/** A whole reading that is surer than this is not doubted where the reader says nothing of single characters. */
const SURE_READING = 0.97;
/** So many other readings are looked up, the likeliest first. */
const MOST_ALTERNATIVES = 8;

/**
 * What else a plate may say: readings that differ in characters which are easily taken for one another, because the reader
 * thought of them too, or because frames of the same passage read them. The likeliest first; none for most plates.
 */
export function otherReadings(
  { text, confidence, characters }: PlateReading,
  votes: readonly Pick<PlateVote, 'text' | 'confidence'>[] = [],
): string[] {
  const found = new Map<string, number>();
  const add = (other: string, weight: number) => {
    if (other !== text) found.set(other, Math.max(weight, found.get(other) ?? 0));
  };
  for (const vote of votes) if (isConfusion(text, vote.text)) add(vote.text, vote.confidence);
  const isSpelt = characters.length === text.length;
  [...text].forEach((character, at) => {
    const put = (other: string) => text.slice(0, at) + other + text.slice(at + 1);
    if (isSpelt) {
      for (const other of characters[at]?.others ?? [])
        if (other.confidence >= LEAST_CONFIDENCE && isConfusion(character, other.text))
          add(put(other.text), other.confidence);
    } else if (confidence < SURE_READING) {
      for (const other of COMMON.get(character) ?? []) add(put(other), 1 - confidence);
    }
  });
  return [...found]
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_ALTERNATIVES)
    .map(([other]) => other);
}

/** The confusions that Pakistani plates suffer from, for readers that say nothing of single characters. */
const COMMON: ReadonlyMap<string, readonly string[]> = new Map(
  ['O0', 'D0', 'B8', 'S5', 'I1', 'Z2'].flatMap(([letter = '', digit = '']) => [
    [letter, [digit]],
    [digit, digit === '0' ? ['O', 'D'] : [letter]],
  ]),
);

/** Whether two texts differ only in characters that are easily taken for one another. */
function isConfusion(text: string, other: string): boolean {
  return (
    text.length === other.length &&
    text !== other &&
    [...text].every((character, at) => confusionCost(character, other[at] ?? '') <= DEAREST_CONFUSION)
  );
}
