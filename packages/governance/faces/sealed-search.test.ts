import { newIdentifier } from '@amaan/contracts/identifier';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resultDigest, resultListDigest, type SealedSearch, sealedFacts } from './sealed-search.ts';

const digest = (character: string) => character.repeat(64);
const searchId = newIdentifier();
const result = {
  ...{ matchId: newIdentifier(), entryId: newIdentifier(), pictureId: newIdentifier() },
  ...{ similarity: 0.61, salt: digest('a') },
};
const search: SealedSearch = {
  ...{ id: searchId, authorisationId: newIdentifier(), caseId: newIdentifier(), purposeId: newIdentifier() },
  ...{ watchlistId: newIdentifier(), reason: 'Seen running away.', listRevision: 4, listSize: 20 },
  ...{ threshold: 0.44, falseMatchesPerSearch: 0.001, permitId: newIdentifier(), found: 1 },
  ...{ modelDigest: digest('b'), configurationDigest: digest('c'), salt: digest('d') },
  ...{ source: 'A shopkeeper', lawfulness: 'Handed over freely.', place: 'Anarkali' },
  takenAt: '2026-01-01T10:00:00.000Z',
  results: [resultDigest(searchId, result)],
};

describe('what seals a search', () => {
  test('is another digest for every other result, search or salt', () => {
    const same = resultDigest(searchId, { ...result });
    expect(search.results).toEqual([same]);
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), (similarity) => {
        const isSame = resultDigest(searchId, { ...result, similarity }) === same;
        expect(isSame).toBe(similarity === result.similarity);
      }),
    );
    for (const change of ['matchId', 'entryId', 'pictureId'] as const)
      expect(resultDigest(searchId, { ...result, [change]: newIdentifier() })).not.toBe(same);
    expect(resultDigest(newIdentifier(), result)).not.toBe(same);
    expect(resultDigest(searchId, { ...result, salt: digest('e') })).not.toBe(same);
  });

  test('depends on the order and on the number of results, also where there is none', () => {
    const other = resultDigest(searchId, { ...result, similarity: 0.5 });
    const lists = [[], search.results, [other], [...search.results, other], [other, ...search.results]];
    const digests = lists.map((results) => resultListDigest({ ...search, results }));
    expect(new Set(digests).size).toBe(lists.length);
    expect(resultListDigest({ ...search, results: [], salt: digest('e') })).not.toBe(digests[0]);
  });

  test('names nobody, and tells no similarity and none of the words', () => {
    const said = JSON.stringify(sealedFacts(search));
    for (const secret of ['0.61', 'running', 'shopkeeper', 'Anarkali', search.salt, result.pictureId])
      expect(said).not.toContain(secret);
    expect(sealedFacts(search)).toMatchObject({ matches: 1, found: 1, listSize: 20, threshold: 0.44 });
    expect(sealedFacts({ ...search, place: 'Elsewhere' }).wordsDigest).not.toBe(
      sealedFacts(search).wordsDigest,
    );
  });
});
