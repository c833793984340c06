import { seededRandom } from '@amaan/contracts/seeded-random';
import { type FaceTemplate, similarityOf } from '@amaan/face-recognition/embedding/embed-face';

/** A face of a known person; templates live as long as the benchmark and are written nowhere. */
export interface KnownFace {
  readonly person: string;
  readonly doubt: string | undefined;
  readonly template: FaceTemplate;
}

export interface ScoredPair {
  readonly similarity: number;
  readonly a: string;
  readonly b: string;
}

export interface Separation {
  readonly people: number;
  /** Pairs of one person. */
  readonly genuine: readonly ScoredPair[];
  /** Pairs of two people. */
  readonly impostor: readonly ScoredPair[];
  /** Pairs left out, since nobody could say by eye. */
  readonly doubtful: number;
}

/** Compares every face with every other. */
export function comparePairs(faces: readonly KnownFace[]): Separation {
  const genuine: ScoredPair[] = [];
  const impostor: ScoredPair[] = [];
  let doubtful = 0;
  faces.forEach((one, index) => {
    for (const other of faces.slice(0, index)) {
      const pair = {
        similarity: similarityOf(one.template, other.template),
        a: one.person,
        b: other.person,
      };
      if (one.person === other.person) genuine.push(pair);
      else if (one.doubt !== undefined && one.doubt === other.doubt) doubtful += 1;
      else impostor.push(pair);
    }
  });
  return { people: new Set(faces.map(({ person }) => person)).size, genuine, impostor, doubtful };
}

/**
 * Draws people with replacement, and with them their pairs: pairs of one person depend on each other, and drawing pairs
 * would make intervals too narrow. R. M. Bolle, N. K. Ratha and S. Pankanti, "Error analysis of pattern recognition
 * systems: the subsets bootstrap", CVIU 93 (2004) 1–33.
 *
 * @returns for each draw what `measure` makes of its scores; draws for which it gives null are left out.
 */
export function bootstrapPeople<Value>(
  pairs: readonly ScoredPair[],
  draws: number,
  measure: (scores: number[]) => Value | null,
): Value[] {
  const people = [...new Set(pairs.flatMap(({ a, b }) => [a, b]))];
  const random = seededRandom(20_261_126);
  const values: Value[] = [];
  for (let draw = 0; draw < draws; draw++) {
    const times = new Map<string, number>();
    for (let one = 0; one < people.length; one++) {
      const person = people[Math.floor(random() * people.length)]!;
      times.set(person, (times.get(person) ?? 0) + 1);
    }
    const scores: number[] = [];
    for (const { similarity, a, b } of pairs) {
      const count = a === b ? (times.get(a) ?? 0) : (times.get(a) ?? 0) * (times.get(b) ?? 0);
      for (let copy = 0; copy < count; copy++) scores.push(similarity);
    }
    const value = scores.length === 0 ? null : measure(scores);
    if (value !== null) values.push(value);
  }
  return values;
}

/** The middle 95 % of values. */
export function middle95(values: readonly number[]): { low: number; high: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { low: at(0.025), high: at(0.975) };
}

/** Pairs of one person, without those of the person who has most of them. */
export function withoutMostFrequent(genuine: readonly ScoredPair[]): ScoredPair[] {
  const counts = [...Map.groupBy(genuine, ({ a }) => a)];
  const most = counts.toSorted((one, other) => other[1].length - one[1].length)[0]?.[0];
  return genuine.filter(({ a }) => a !== most);
}
