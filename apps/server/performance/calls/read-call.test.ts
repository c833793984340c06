import { expect, test } from 'vitest';
import { type CallReading, type RawCall, readCall } from './read-call.ts';

const NOW = Date.parse('2026-11-27T05:00:00Z');
const how: CallReading = {
  ...{ timeOf: Date.parse, siteOf: () => null, siteIds: null, defaultSite: null, priorities: new Map() },
  ...{ saidAt: NOW, now: NOW },
};
const read = (place: Pick<RawCall, 'longitude' | 'latitude'>) => readCall({ callId: 'C-1', ...place }, how);

test('a place is rounded, however many decimals a dispatch system sends', () => {
  // Thirteen digits behind the point, as a computer writes many of its numbers.
  expect(read({ longitude: 74.3073761948198, latitude: 31.5427252356467 })).toMatchObject({
    facts: { place: [74.307, 31.543] },
  });
  expect(read({ longitude: ' 74.3073761948198 ', latitude: '-31.5427252356467' })).toMatchObject({
    facts: { place: [74.307, -31.543] },
  });
});

test('numbers of persons are no place', () => {
  for (const longitude of ['35202-1234567-1', '3520212345671', 3520212345671, '0300 1234567', 'a@b.pk'])
    expect(read({ longitude, latitude: 31.5 })).toEqual({ reason: 'person-data', field: 'longitude' });
  expect(read({ longitude: '352.1234567', latitude: 31.5 })).toMatchObject({ reason: 'place-unreadable' });
});
