import { newIdentifier } from '@amaan/contracts/identifier';
import { similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import { searchWatchlist } from '@amaan/face-recognition/search/watchlist-search';
import { fitTail } from '@amaan/face-recognition/threshold/fit-tail';
import { TemplateSearch } from '@amaan/vision/templates/template-search';
import { expect, test } from 'vitest';
import { SyntheticFaces } from './synthetic-faces.ts';

const LISTED = 10_000;
const STRANGERS = 10_000;
/** A false match in one search of ten: seldom enough to be a tail, often enough to be counted. */
const TARGET = 0.1;

/**
 * The impostor distribution is fitted on people of whom none is listed nor searched for, as with real ones, and the
 * threshold follows from it: from 1.1 million pairs to a rate of 1 in 95,000. Matches come in clusters, since somebody with
 * a common face is like many; that makes fewer searches false than if comparisons were independent (NIST IR 8271, section 3), so
 * four standard deviations of independent searches are a generous bound. The number of matches has no such help: half as many
 * again are left for the fit and for clusters.
 */
test('10,000 faces of strangers against a full list give no more false alerts than predicted', async () => {
  const faces = new SyntheticFaces(2026);
  const people = Array.from({ length: 1500 }, () => faces.face());
  const scores = people.flatMap((one, at) => people.slice(0, at).map((other) => similarityOf(one, other)));
  const tail = fitTail(scores, 0.002);

  await using search = new TemplateSearch({ threads: 2, seed: 4 });
  const watchlist = newIdentifier();
  search.createList(watchlist);
  for (let number = 0; number < LISTED; number++)
    search.enrol(watchlist, newIdentifier(), newIdentifier(), faces.face());
  let [alerts, matches, predicted, predictedMatches] = [0, 0, 0, 0];
  for (let number = 0; number < STRANGERS; number++) {
    const answer = await searchWatchlist(search, watchlist, faces.face(), { targetPerSearch: TARGET, tail });
    if (answer.best !== null) alerts += 1;
    matches += answer.possibleMatchCount;
    predicted += answer.threshold!.falseMatchRatePerSearch;
    predictedMatches += answer.threshold!.falseMatchesPerSearch;
  }
  expect(predicted).toBeCloseTo(STRANGERS * TARGET, 3);
  expect(alerts).toBeLessThanOrEqual(predicted + 4 * Math.sqrt(predicted));
  expect(matches).toBeLessThanOrEqual(1.5 * predictedMatches);
  // Nor so few that the prediction would be worth nothing.
  expect(matches).toBeGreaterThanOrEqual(predictedMatches / 2);
}, 600_000);
