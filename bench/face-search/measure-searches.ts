import { percentile } from '../percentile.ts';
import type { FaceList } from './face-list.ts';

export interface SearchFigures {
  readonly p50: number;
  readonly p95: number;
  readonly fastest: number;
  /** Processor time of a search, all threads, ms. */
  readonly cpu: number;
  /** Searches whose person's entry is over the threshold, and the share of them that found it. */
  readonly over: number;
  readonly recall: number;
  /** The same for pictures made to be 0.003 to 0.01 over the threshold: the hardest ones. */
  readonly justOver: number;
  readonly recallJustOver: number;
  /** Share of all searches of listed people, similar or not, whose best answer is the person. */
  readonly rankOne: number;
  readonly falseMatches: number;
}

/**
 * Searches for listed people as they look on another picture, for listed people on pictures just over the threshold, and
 * for people who are not listed, in turns. What exact search finds needs no exact search: it finds an entry when
 * the similarity of the two, computed on its own, is at least the threshold.
 */
export async function measureSearches(
  list: FaceList,
  { method, searches, threshold }: { method: 'exact' | 'approximate'; searches: number; threshold: number },
): Promise<SearchFigures> {
  const times: number[] = [];
  let cpu = 0;
  const ask = async (template: Float32Array) => {
    const used = process.cpuUsage();
    const began = performance.now();
    const answer = await list.query(template, threshold, method);
    times.push(performance.now() - began);
    const { user, system } = process.cpuUsage(used);
    cpu += (user + system) / 1000;
    return answer;
  };
  for (let warm = 0; warm < 5; warm++) await list.query(list.faces.face(), threshold, method);
  let [over, found, justOver, foundJustOver, rankOne, pictures, strangers, falseMatches] = Array(8).fill(0);
  for (let number = 0; number < searches; number++) {
    const { entry, template } = list.remembered[number % list.remembered.length]!;
    if (number % 3 === 2) {
      falseMatches += (await ask(list.faces.face())).hitCount;
      strangers += 1;
      continue;
    }
    const isHard = number % 3 === 1;
    const similarity = isHard ? threshold + 0.003 + 0.007 * ((number % 97) / 97) : undefined;
    const picture = list.faces.again(template, similarity);
    const answer = await ask(picture);
    const isOver = cosine(picture, template) >= threshold + 0.0005;
    const isFound = answer.hits.some((hit) => hit.entry === entry);
    if (isHard) {
      justOver += 1;
      foundJustOver += isFound ? 1 : 0;
      continue;
    }
    pictures += 1;
    over += isOver ? 1 : 0;
    found += isOver && isFound ? 1 : 0;
    rankOne += answer.persons[0]?.entry === entry ? 1 : 0;
  }
  return {
    p50: percentile(times, 0.5),
    p95: percentile(times, 0.95),
    fastest: percentile(times, 0),
    cpu: cpu / times.length,
    over,
    recall: found / over,
    justOver,
    recallJustOver: foundJustOver / justOver,
    rankOne: rankOne / pictures,
    falseMatches: falseMatches / strangers,
  };
}

function cosine(a: Float32Array, b: Float32Array): number {
  let [dot, aa, bb] = [0, 0, 0];
  a.forEach((value, at) => {
    dot += value * b[at]!;
    aa += value * value;
    bb += b[at]! * b[at]!;
  });
  return dot / Math.sqrt(aa * bb);
}
