import { expect, test } from 'vitest';
import { chosenEntries, offenceEntries, offencesOf } from './offence-choices.ts';

test('kinds and the data’s own words are one list and stay two in the address', () => {
  const chosen = { kinds: ['theft' as const], offences: ['Theft of Bicycle', 'kind:odd'] };
  expect(offencesOf(chosenEntries(chosen))).toEqual({
    kinds: ['theft'],
    offences: ['Theft of Bicycle', 'kind:odd'],
  });
  expect(offencesOf([])).toEqual({ kinds: undefined, offences: undefined });
});

test('kinds are summed over their offences, and the most frequent stand first', () => {
  const flags = { officerInitiated: false, victimSensitive: false };
  const entries = offenceEntries({
    offences: [
      { offence: 'Theft of bicycle', kind: 'theft', incidents: 3, ...flags },
      { offence: 'Robbery', kind: 'robbery', incidents: 4, ...flags },
      { offence: 'Other theft', kind: 'theft', incidents: 2, ...flags },
    ],
  });
  expect(entries.kinds).toEqual([
    { kind: 'theft', incidents: 5, value: 'kind:theft' },
    { kind: 'robbery', incidents: 4, value: 'kind:robbery' },
  ]);
  expect(entries.offences.map(({ value }) => value)).toEqual([
    'offence:Robbery',
    'offence:Theft of bicycle',
    'offence:Other theft',
  ]);
});
