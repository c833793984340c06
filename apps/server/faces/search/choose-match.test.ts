import type { WatchlistAnswer } from '@amaan/face-recognition/search/watchlist-search';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { describe, expect, test } from 'vitest';
import { chooseMatch, chooseMatches } from './choose-match.ts';

const TARGET = 0.01;
const SIZE = 50;
const least = searchThreshold(SIZE, TARGET);
const closer = searchThreshold(SIZE, TARGET / 64).threshold;
const seen = (entry: string, person: string, similarity: number) => ({ entry, person, similarity });

/** What a search gives of these, best first. */
function answerOf(...rows: ReturnType<typeof seen>[]): WatchlistAnswer {
  const hits = rows.filter(({ similarity }) => similarity >= least.threshold);
  const best = hits[0] ?? null;
  const firsts = rows.filter(({ person }, at) => rows.findIndex((row) => row.person === person) === at);
  const nearest = best === null ? [] : firsts;
  const nextBest = nearest[1] ?? null;
  const counts = { possibleMatchCount: hits.length, templatesSearched: SIZE, isExact: true };
  return { best, nextBest, nearest, possibleMatches: hits, threshold: least, ...counts };
}

describe('the possible match of a search', () => {
  test('is the most similar picture, with the next entry beside it', () => {
    const [a, b] = [seen('a1', 'a', 0.9), seen('b1', 'b', 0.1)];
    const chosen = chooseMatch(answerOf(a, seen('a2', 'a', 0.8), b), TARGET, new Map());
    expect(chosen).toEqual({ best: a, threshold: least, nextBest: b });
  });

  test('is none where nobody reaches the threshold', () => {
    expect(chooseMatch(answerOf(seen('a1', 'a', least.threshold - 0.01)), TARGET, new Map())).toBeNull();
  });

  test('is never a picture that was wrong too often and is not met closely enough', () => {
    const worn = seen('a1', 'a', closer - 0.01);
    const weights = new Map([['a1', 1 / 64]]);
    expect(chooseMatch(answerOf(worn), TARGET, weights)).toBeNull();
    const chosen = chooseMatch(answerOf(seen('a1', 'a', closer + 0.01)), TARGET, weights);
    expect(chosen?.threshold.threshold).toBe(closer);
    expect(chosen?.threshold.falseMatchesPerSearch).toBeLessThan(least.falseMatchesPerSearch / 60);
  });

  test('is then the next picture that is met, and nobody more similar is named beside it', () => {
    const [worn, fit] = [seen('a1', 'a', closer - 0.01), seen('b1', 'b', closer - 0.02)];
    const chosen = chooseMatch(answerOf(worn, fit), TARGET, new Map([['a1', 1 / 64]]));
    expect(chosen).toMatchObject({ best: fit, threshold: least, nextBest: null });
  });
});

describe('the possible matches of a search', () => {
  test('are one of each person that is met, each with the next one beside it', () => {
    const rows = [
      ...[seen('a1', 'a', 0.95), seen('b1', 'b', 0.9), seen('a2', 'a', 0.85)],
      ...[seen('c1', 'c', 0.8), seen('d1', 'd', 0.1)],
    ] as const;
    const chosen = chooseMatches(answerOf(...rows), TARGET, new Map());
    expect(chosen.map(({ best, nextBest }) => [best.entry, nextBest?.entry])).toEqual([
      ['a1', 'b1'],
      ['b1', 'a2'],
      ['c1', 'd1'],
    ]);
  });

  test('leave out who is not met closely enough, and are none where nobody is', () => {
    const rows = [seen('a1', 'a', closer - 0.01), seen('b1', 'b', closer - 0.02)];
    const chosen = chooseMatches(answerOf(...rows), TARGET, new Map([['a1', 1 / 64]]));
    expect(chosen.map(({ best }) => best.entry)).toEqual(['b1']);
    expect(chooseMatches(answerOf(seen('a1', 'a', 0.01)), TARGET, new Map())).toEqual([]);
  });
});
