import { expect, test } from 'vitest';
import { parseCrimeSearch } from './crime-search.ts';

test('a period, offences each once in a fixed order, and a reason are read out of the address', () => {
  expect(
    parseCrimeSearch({
      since: '2026-01-01T00:00:00Z',
      until: '2026-02-01T00:00:00.000Z',
      offences: ['Theft', 'Burglary', 'Theft', 7],
      officer: ' Drug offences are asked about ',
      kinds: ['theft', 'sorcery'],
      made: true,
    }),
  ).toEqual({
    since: '2026-01-01T00:00:00.000Z',
    until: '2026-02-01T00:00:00.000Z',
    offences: ['7', 'Burglary', 'Theft'],
    officer: 'Drug offences are asked about',
    kinds: ['theft'],
    made: true,
  });
});

test('what is no time, no list and too short a reason is left out', () => {
  expect(
    parseCrimeSearch({ since: 'yesterday', until: '2026-02-01', offences: 'Theft', officer: 'because' }),
  ).toEqual({});
  expect(parseCrimeSearch({ offences: [{}, '', 'x'.repeat(500)] })).toEqual({});
});

test('half a period and one that ends before it begins are none', () => {
  expect(parseCrimeSearch({ since: '2026-01-01T00:00:00Z' })).toEqual({});
  expect(parseCrimeSearch({ since: '2026-02-01T00:00:00Z', until: '2026-01-01T00:00:00Z' })).toEqual({});
});
