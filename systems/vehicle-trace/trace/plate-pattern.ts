import { confusableWith, confusionCost } from '../confusable-characters.ts';

/**
 * What a plate is looked for by: characters, `?` for one that is not known, `*` for any number of them.
 * It is what `PlateQuery` of the contracts lets through, and nothing else.
 */
export interface PlatePattern {
  readonly text: string;
  /** The whole plate is known. */
  readonly exact: boolean;
  /** Known characters before the first wildcard. */
  readonly prefix: string;
  /** Known characters after the last wildcard. */
  readonly suffix: string;
}

/** @example platePattern('LE?1?34').prefix // 'LE' */
export function platePattern(query: string): PlatePattern {
  const text = query.replace(/\*+/g, '*');
  return {
    text,
    exact: !/[?*]/.test(text),
    prefix: /^[^?*]*/.exec(text)![0],
    suffix: /[^?*]*$/.exec(text)![0],
  };
}

/**
 * What a plate costs as an answer to a pattern: 0 where it fits exactly, the sum of its confusions where it is
 * within the tolerance, `null` where it does not fit. Of several ways to lay a `*` the cheapest counts.
 */
export function matchCost({ text }: PlatePattern, plate: string, tolerance = 0): number | null {
  // Row of the cheapest cost of reading the first characters of the plate by the pattern so far.
  let costs = Array.from({ length: plate.length + 1 }, (_, read) =>
    read === 0 ? 0 : Number.POSITIVE_INFINITY,
  );
  for (const sign of text) {
    const next = costs.map(() => Number.POSITIVE_INFINITY);
    if (sign === '*') {
      let least = Number.POSITIVE_INFINITY;
      for (let read = 0; read < costs.length; read++) next[read] = least = Math.min(least, costs[read]!);
    } else {
      for (let read = 1; read < costs.length; read++)
        next[read] = costs[read - 1]! + (sign === '?' ? 0 : confusionCost(plate[read - 1]!, sign));
    }
    costs = next;
  }
  const cost = costs[plate.length]!;
  return cost <= tolerance ? cost : null;
}

/** The pattern for SQL's `LIKE`: plates hold neither `%` nor `_`. */
export function likePattern({ text }: PlatePattern): string {
  return text.replaceAll('?', '_').replaceAll('*', '%');
}

/** A regular expression that lets through whatever `matchCost` may, and more: a sieve for a database. */
export function sievePattern({ text }: PlatePattern, tolerance: number): string {
  const signs = [...text].map((sign) => {
    if (sign === '?') return '.';
    if (sign === '*') return '.*';
    const likely = confusableWith(sign, tolerance);
    return likely.length === 1 ? sign : `[${likely.join('')}]`;
  });
  return `^${signs.join('')}$`;
}

/** Spellings of a whole plate beyond which a sieve is cheaper than a list. */
const MOST_SPELLINGS = 2_000;

/** Every plate that is within the tolerance of a whole one, with itself; null when they are too many to list. */
export function spellingsWithin(plate: string, tolerance: number): string[] | null {
  let spellings: { text: string; cost: number }[] = [{ text: '', cost: 0 }];
  for (const meant of plate) {
    spellings = spellings.flatMap(({ text, cost }) =>
      confusableWith(meant, tolerance - cost).map((read) => ({
        text: text + read,
        cost: cost + confusionCost(read, meant),
      })),
    );
    if (spellings.length > MOST_SPELLINGS) return null;
  }
  return spellings.map(({ text }) => text);
}
