import { expect, test } from 'vitest';
import { chartFinding } from './chart-words.ts';
import { QUALITY_FLAGS } from './data-quality.ts';
import { leagueWords } from './league-words.ts';
import { qualityWords } from './quality-words.ts';
import { spanWords } from './span-words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test.each([
  [0, '0 s'],
  [42.4, '42 s'],
  [372, '6 min 12 s'],
  [600, '10 min'],
  [7500, '2 h 5 min'],
  [90_000, '1 d 1 h'],
  [-3600, '−1 h'],
])('%d seconds are %s', (seconds, words) => {
  expect(plain(spanWords(seconds).en)).toBe(words);
  expect(spanWords(seconds).ur).toMatch(/\p{Script=Arabic}/u);
});

const row = (siteName: string, bestRank: number | null) => ({
  ...{ siteId: siteName, siteName, station: null, bestRank, worstRank: bestRank },
  figure: { state: 'not-enough-data' as const, count: 0, needed: 10 },
});

test('a league table says which ranks cannot be told apart', () => {
  const rows = [row('Lahore', 1), row('Multan', 1), row('Faisalabad', 2), row('Sialkot', null)];
  expect(
    leagueWords({
      rows,
      together: [
        [0, 1],
        [1, 2],
      ],
    }).en,
  ).toBe('Ranks cannot be told apart among Lahore and Multan; nor among Multan and Faisalabad.');
  expect(leagueWords({ rows, together: [[0, 1, 2]] }).en).toContain('may be chance');
  expect(leagueWords({ rows, together: [] }).en).toContain('can be told apart');
  expect(leagueWords({ rows: rows.slice(3), together: [] }).en).toContain('nothing to rank');
});

test('every flag has a sentence in both languages', () => {
  for (const code of QUALITY_FLAGS) {
    const words = qualityWords({
      ...{ code, siteId: null, siteName: null, station: null, source: null, count: 7, of: 90, p: null },
      ...{ from: null, until: null, seconds: -3600, callIds: [] },
    });
    expect(words.en).toMatch(/\.$/);
    expect(words.ur).toMatch(/\p{Script=Arabic}.*۔$/u);
  }
});

test('a chart says whether anything changed', () => {
  expect(chartFinding({ centre: null, points: [] }).en).toContain('Too few');
  expect(chartFinding({ centre: 1, points: [] }).en).toContain('No sign');
});
