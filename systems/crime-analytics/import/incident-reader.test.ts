import type { RejectionCode } from '@amaan/contracts/crime/import-batch';
import { ImportMapping, type ImportMappingInput } from '@amaan/contracts/crime/import-mapping';
import { describe, expect, test } from 'vitest';
import { IncidentReader, type ReaderOptions } from './incident-reader.ts';

const NOW = Date.parse('2026-06-01T00:00:00Z');
const BASE: ImportMappingInput = {
  place: { x: 'lon', y: 'lat' },
  time: { from: ['when'] },
  offence: { column: 'what' },
  externalId: 'fir',
};
const GOOD = { lon: '74.35', lat: '31.52', when: '2026-03-01 10:00', what: 'Theft', fir: '12/26' };
const LAHORE = { longitude: 74.35, latitude: 31.52, metres: 300_000 };

function read(
  row: Partial<Record<string, string>>,
  mapping: Partial<ImportMappingInput> = {},
  options: Partial<ReaderOptions> = {},
) {
  const reader = new IncidentReader(ImportMapping.parse({ ...BASE, ...mapping }), { now: NOW, ...options });
  const all: Partial<Record<string, string>> = { ...GOOD, ...row };
  return reader.read({ line: 7, cells: reader.columns.map((name) => all[name] ?? '') });
}

describe('IncidentReader', () => {
  test('reads a row', () => {
    expect(read({ what: '  Theft \n of  bicycle ' })).toEqual({
      ...{ line: 7, longitude: 74.35, latitude: 31.52, x: 74.35, y: 31.52 },
      ...{
        from: Date.parse('2026-03-01T05:00Z'),
        until: Date.parse('2026-03-01T05:00Z'),
        clockChange: false,
      },
      ...{ offence: 'Theft of bicycle', externalId: '12/26' },
    });
  });

  const BAD: [RejectionCode, Partial<Record<string, string>>][] = [
    ['no-place', { lon: '' }],
    ['place-not-a-number', { lat: '31,52' }],
    ['place-zero', { lon: '0.0', lat: '0' }],
    ['place-outside-system', { lon: '190', lat: '95' }],
    ['place-swapped', { lon: '31.52', lat: '74.35' }],
    ['place-far-away', { lon: '67.01', lat: '24.86' }],
    ['no-time', { when: '' }],
    ['time-unreadable', { when: 'night' }],
    ['time-impossible', { when: '31.02.2026' }],
    ['time-in-future', { when: '2026-06-02' }],
    ['time-too-old', { when: '1900-01-01' }],
    ['no-offence', { what: ' ' }],
    ['offence-too-long', { what: 'x'.repeat(121) }],
    ['encoding', { what: 'caf\uFFFD' }],
    ['looks-personal', { what: 'robbed 35202-1234567-1' }],
    ['looks-personal', { fir: '0300 1234567' }],
    ['external-id-too-long', { fir: '1'.repeat(81) }],
  ];
  test.each(BAD)('rejects %s', (code, row) => {
    const line = read(row, {}, { near: LAHORE });
    expect(line).toMatchObject({ line: 7, code, reason: expect.stringMatching(/\.$/) });
    // What may be about a person is not repeated.
    if (code === 'looks-personal') expect(line).toMatchObject({ value: '' });
  });

  test('reads intervals, and rejects those that end before they begin or tell no time', () => {
    const time = { from: ['when'], until: ['end'] };
    expect(read({ end: '2026-03-02' }, { time })).toMatchObject({
      from: Date.parse('2026-03-01T05:00Z'),
      until: Date.parse('2026-03-02T19:00Z'),
    });
    expect(read({ end: '' }, { time })).toMatchObject({ until: Date.parse('2026-03-01T05:00Z') });
    expect(read({ end: '2026-02-28 09:00' }, { time })).toMatchObject({ code: 'until-before-from' });
    expect(read({ when: '2024-03-01', end: '2026-03-02' }, { time })).toMatchObject({
      code: 'interval-too-long',
    });
  });

  test('reads metres of a plane, with decimal commas and thousands', () => {
    const place = { x: 'lon', y: 'lat', crs: 'EPSG:32643', decimalComma: true };
    const row = read({ lon: '439.112,03', lat: '3487455,81' }, { place });
    expect(row).toMatchObject({ x: 439112.03, y: 3487455.81 });
    expect('longitude' in row && row.longitude).toBeCloseTo(74.3587, 5);
    expect(read({ lon: '1e12', lat: '5' }, { place })).toMatchObject({ code: 'place-outside-system' });
  });

  test('reads how long patrols stayed', () => {
    const patrols = { kind: 'patrols', offence: null, externalId: null, minutes: 'min' } as const;
    expect(read({ min: '45' }, patrols)).toMatchObject({
      until: Date.parse('2026-03-01T05:45Z'),
      offence: '',
      externalId: null,
    });
    expect(read({ min: 'long' }, patrols)).toMatchObject({ code: 'minutes-unreadable', value: 'long' });
  });

  test.each([
    ['IMPORT_PERSONAL_COLUMN', { offence: { column: 'Victim Name' } }],
    ['IMPORT_PERSONAL_COLUMN', { externalId: 'CNIC' }],
    ['IMPORT_MAPPING', { offence: null }],
    ['CRS_UNKNOWN', { place: { x: 'lon', y: 'lat', crs: 'EPSG:1' } }],
  ] as const)('refuses with %s', (code, mapping) => {
    expect(() => read({}, mapping as Partial<ImportMappingInput>)).toThrow(expect.objectContaining({ code }));
  });

  test('gives up on a column that holds no kinds of offences', () => {
    const reader = new IncidentReader(ImportMapping.parse(BASE), { now: NOW });
    const rows = () => {
      for (let n = 0; n < 3000; n += 1)
        reader.read({
          line: n + 1,
          cells: reader.columns.map((name) =>
            name === 'what' ? `text ${n}` : GOOD[name as keyof typeof GOOD],
          ),
        });
    };
    expect(rows).toThrow(expect.objectContaining({ code: 'IMPORT_TOO_MANY_OFFENCES' }));
  });
});
