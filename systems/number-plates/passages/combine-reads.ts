import type { CompiledPattern } from '../formats/plate-format.ts';
import { chooseReading, type Reading } from '../reading/choose-reading.ts';
import type { ReadCharacter } from '../reading/read-characters.ts';

/** Of a vote's alternatives less than this counts as none. */
const LEAST_SHARE = 0.01;
const MOST_OTHERS = 4;

/**
 * What several readings of one plate say together. The length that most confidence speaks for is taken; in each place
 * the readings of that length vote with their confidence in each character, their second thoughts included.
 *
 * @param reads at least one.
 */
export function combineReads(reads: readonly Reading[], patterns: readonly CompiledPattern[]): Reading {
  const byLength = Map.groupBy(reads, ({ characters }) => characters.length);
  const weightOf = (of: readonly Reading[]) => of.reduce((sum, { confidence }) => sum + confidence, 0);
  const voters = [...byLength.values()].toSorted((a, b) => weightOf(b) - weightOf(a))[0]!;
  const length = voters[0]!.characters.length;
  const characters = Array.from({ length }, (_, place) =>
    voteOn(
      voters.map((reading) => reading.characters[place]!),
      voters.map(({ confidence }) => confidence),
    ),
  );
  // Votes that disagree are no doubtful mark: a format may choose between them, but leave none out.
  return chooseReading(
    characters,
    patterns.filter(({ places }) => places.length === length),
  );
}

function voteOn(characters: readonly ReadCharacter[], weights: readonly number[]): ReadCharacter {
  const shares = new Map<string, number>();
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, { text, confidence, others }] of characters.entries()) {
    for (const one of [{ text, confidence }, ...others]) {
      const share = (one.confidence * weights[index]!) / total;
      shares.set(one.text, (shares.get(one.text) ?? 0) + share);
    }
  }
  const [first, ...others] = [...shares]
    .map(([text, confidence]) => ({ text, confidence: Math.min(1, confidence) }))
    .filter(({ confidence }, index) => index === 0 || confidence >= LEAST_SHARE)
    .toSorted((a, b) => b.confidence - a.confidence);
  return { ...first!, others: others.slice(0, MOST_OTHERS) };
}
