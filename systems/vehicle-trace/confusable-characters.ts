/**
 * Characters that readers of plates take for one another, and what a confusion costs: 0.25 for pairs that many
 * countries print alike, 0.5 for pairs that differ by one stroke, 1 for pairs that dirt or distance makes alike.
 * Hotlists and searches share this table, so that a cost means the same in both. The pairs are those that the
 * literature on plate matching names (Oliveira-Neto, Han and Jeong, Transportation Research C 2013, section 3).
 */
const PAIRS: Readonly<Record<string, number>> = {
  '0O': 0.25,
  '1I': 0.25,
  '0D': 0.5,
  '0Q': 0.5,
  DO: 0.5,
  OQ: 0.5,
  '2Z': 0.5,
  '5S': 0.5,
  '8B': 0.5,
  '1L': 0.5,
  IL: 0.5,
  '6G': 0.5,
  CG: 1,
  '1T': 1,
  IT: 1,
  '7T': 1,
  '1J': 1,
  IJ: 1,
  '17': 1,
  '4A': 1,
  EF: 1,
  HN: 1,
  MN: 1,
  HM: 1,
  PR: 1,
  UV: 1,
  VY: 1,
  KX: 1,
  MW: 1,
  '38': 1,
  '3B': 1,
  '68': 1,
  '56': 1,
};

const COSTS = new Map(
  Object.entries(PAIRS).flatMap(([pair, cost]) => [
    [pair, cost] as const,
    [`${pair[1]}${pair[0]}`, cost] as const,
  ]),
);

/** What it costs to take one character for another: 0 for the same, `Infinity` where nobody confuses them. */
export function confusionCost(read: string, meant: string): number {
  return read === meant ? 0 : (COSTS.get(read + meant) ?? Number.POSITIVE_INFINITY);
}

/** What a character may be taken for at no more than a cost, itself first, then the cheapest. */
export function confusableWith(character: string, tolerance: number): string[] {
  const others = [...COSTS]
    .filter(([pair, cost]) => pair[0] === character && cost <= tolerance)
    .sort((a, b) => a[1] - b[1])
    .map(([pair]) => pair[1]!);
  return [character, ...others];
}
