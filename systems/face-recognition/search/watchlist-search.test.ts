import { newIdentifier } from '@amaan/contracts/identifier';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import { afterAll, describe, expect, test } from 'vitest';
import { falseMatchRate } from '../threshold/fit-tail.ts';
import { IMPOSTOR_TAIL } from '../threshold/impostor-distribution.ts';
import { searchThreshold } from '../threshold/search-threshold.ts';
import { searchWatchlist } from './watchlist-search.ts';

const search = new TemplateSearch({ threads: 1, seed: 1 });
afterAll(() => search[Symbol.asyncDispose]());
const policy = { targetPerSearch: 0.01 };

/** A template that is as similar to the first axis as said, and to other ones of another `towards` not at all. */
function templateAt(similarity: number, towards: number): Float32Array {
  const template = new Float32Array(512);
  template[0] = similarity;
  template[towards] = Math.sqrt(1 - similarity ** 2);
  return template;
}

const face = templateAt(1, 1);

/** A watchlist of people with these similarities to the face; each has one entry for each. */
function watchlistOf(...people: readonly (readonly number[])[]) {
  const watchlist = newIdentifier();
  search.createList(watchlist);
  let towards = 1;
  const enrolled = people.map((similarities) => {
    const person = newIdentifier();
    return similarities.map((similarity) => {
      const entry = newIdentifier();
      search.enrol(watchlist, entry, person, templateAt(similarity, towards++));
      return { entry, person };
    });
  });
  return { watchlist, enrolled };
}

describe('a search', () => {
  test('gives the best entry, and the next best of another person', async () => {
    const { watchlist, enrolled } = watchlistOf([0.9, 0.8], [0.2], [0.6]);
    const answer = await searchWatchlist(search, watchlist, face, policy);
    expect(answer).toMatchObject({
      best: enrolled[0]![0],
      nextBest: enrolled[2]![0],
      possibleMatches: [enrolled[0]![0], enrolled[0]![1], enrolled[2]![0]],
      possibleMatchCount: 3,
      templatesSearched: 4,
      isExact: true,
    });
    expect(answer.best!.similarity).toBeCloseTo(0.9, 2);
    expect(answer.nextBest!.similarity).toBeCloseTo(0.6, 2);
  });

  test('shows the next best even when it is far away, but nobody beside nobody', async () => {
    const { watchlist, enrolled } = watchlistOf([0.9], [0.1]);
    const { nextBest, possibleMatchCount } = await searchWatchlist(search, watchlist, face, policy);
    expect(nextBest).toMatchObject(enrolled[1]![0]!);
    expect(possibleMatchCount).toBe(1);
    const alone = watchlistOf([0.9, 0.85]);
    expect((await searchWatchlist(search, alone.watchlist, face, policy)).nextBest).toBeNull();
  });

  test('has so many of the nearest people beside it as are asked for', async () => {
    const { watchlist } = watchlistOf([0.9], [0.8], [0.2], [0.1]);
    const similarities = async (persons?: number) =>
      (
        await searchWatchlist(search, watchlist, face, { ...policy, ...(persons && { persons }) })
      ).nearest.map(({ similarity }) => Number(similarity.toFixed(2)));
    expect(await similarities()).toEqual([0.9, 0.8]);
    expect(await similarities(3)).toEqual([0.9, 0.8, 0.2]);
  });

  test('of somebody who is not listed names nobody', async () => {
    const { watchlist } = watchlistOf([0.3], [0.2]);
    expect(await searchWatchlist(search, watchlist, face, policy)).toMatchObject({
      best: null,
      nextBest: null,
      possibleMatches: [],
      possibleMatchCount: 0,
      templatesSearched: 2,
    });
  });

  test('of an empty list finds nothing, and has no threshold', async () => {
    const { watchlist } = watchlistOf();
    expect(await searchWatchlist(search, watchlist, face, policy)).toEqual({
      best: null,
      nextBest: null,
      nearest: [],
      possibleMatches: [],
      possibleMatchCount: 0,
      templatesSearched: 0,
      threshold: null,
      isExact: true,
    });
  });
});

describe('the threshold', () => {
  test('follows from the size of the list, and says what is to be expected', async () => {
    const { watchlist } = watchlistOf(...Array.from({ length: 400 }, () => [0.1]));
    const { threshold } = await searchWatchlist(search, watchlist, face, policy);
    expect(threshold).toEqual(searchThreshold(400, 0.01));
    expect(threshold!.falseMatchesPerSearch).toBeCloseTo(0.01, 3);
    expect(threshold!.falseMatchesPerSearch).toBeCloseTo(
      400 * falseMatchRate(IMPOSTOR_TAIL, threshold!.threshold),
      9,
    );
  });

  test('decides: what suffices on a short list does not on a long one', async () => {
    const short = watchlistOf([0.45]);
    const long = watchlistOf([0.45], ...Array.from({ length: 400 }, () => [0.1]));
    expect((await searchWatchlist(search, short.watchlist, face, policy)).best).not.toBeNull();
    expect((await searchWatchlist(search, long.watchlist, face, policy)).best).toBeNull();
  });

  test('cannot be had for what is no probability', async () => {
    const { watchlist } = watchlistOf([0.9]);
    for (const targetPerSearch of [0, 1, Number.NaN])
      await expect(searchWatchlist(search, watchlist, face, { targetPerSearch })).rejects.toThrow(RangeError);
  });
});

test('a template that is none is refused, and so is a list that is not in memory', async () => {
  const { watchlist } = watchlistOf([0.9]);
  const refused = (list: string, template: Float32Array) =>
    expect(searchWatchlist(search, list, template, policy)).rejects;
  await refused(watchlist, new Float32Array(128)).toMatchObject({ code: 'TEMPLATE_DIMENSION_WRONG' });
  await refused(watchlist, new Float32Array(512).fill(Number.NaN)).toMatchObject({
    code: 'TEMPLATE_NOT_FINITE',
  });
  await search.destroyList(watchlist);
  await refused(watchlist, face).toMatchObject({ code: 'TEMPLATE_LIST_UNKNOWN' });
});
