import { isPersonalColumn, looksPersonal } from '@amaan/contracts/tables/personal-columns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { classifyOffence } from './classify-offence.ts';
import { MASK_METRES, MASKED_WITHIN_METRES, maskPlace, maskTimes } from './mask-place.ts';

const KEY = Buffer.alloc(32, 7);

describe('columns of persons', () => {
  test.each([
    ...[
      'Name',
      'victim_name',
      'VictimAge',
      'Father',
      'CNIC',
      'cnic_no',
      'Phone',
      'mobile',
      'Accused',
      'Suspect Race',
    ],
    ...['complainant', 'E-Mail', 'Address', 'officer', 'نام مدعی', 'شناختی کارڈ', 'ملزم'],
  ])('%j is one', (name) => {
    expect(isPersonalColumn(name)).toBe(true);
  });

  test.each([
    ...[
      'offence name',
      'Street Name',
      'police station name',
      'TYPE',
      'date',
      'X',
      'HUNDRED_BLOCK',
      'lsoa_code',
      'FIR No',
    ],
    ...['registration date', 'incident id', 'نام تھانہ', 'نام جرم', 'تاریخ'],
  ])('%j is none', (name) => {
    expect(isPersonalColumn(name)).toBe(false);
  });

  test.each(['35202-1234567-1', '3520212345671', '0300-1234567', '+92 300 1234567', 'a.b@example.org'])(
    '%j is of a person',
    (text) => expect(looksPersonal(text)).toBe(true),
  );

  test.each(['FIR 123/25', '2025-000123', 'Theft (PPC 379)', 'HY411648'])('%j is not', (text) =>
    expect(looksPersonal(text)).toBe(false),
  );
});

describe('classifyOffence', () => {
  test.each([
    ['Break and Enter Residential/Other', 'burglary-home', false, false],
    ['Theft from Vehicle', 'theft-from-vehicle', false, false],
    ['Motorcycle lifting', 'vehicle-theft', false, false],
    ['NARCOTICS', 'drugs', true, false],
    ['Public order', 'disorder', true, false],
    ['Rape', 'sexual-offence', false, true],
    ['گھریلو تشدد', 'domestic-violence', false, true],
    ['موٹر سائیکل چوری', 'vehicle-theft', false, false],
    ['Section 9-C', 'other', false, true],
  ])('takes %j as %s', (offence, kind, officerInitiated, victimSensitive) => {
    expect(classifyOffence(offence)).toMatchObject({ kind, officerInitiated, victimSensitive });
  });
});

describe('maskPlace', () => {
  const metres = fc.double({ min: 0, max: 9e6, noNaN: true });

  test('stays within the square, and tells nothing but the square', () => {
    fc.assert(
      fc.property(metres, metres, fc.string(), (east, north, which) => {
        const [x, y] = maskPlace(east, north, which, KEY);
        const square = (value: number) => Math.floor(value / MASK_METRES);
        expect([square(x), square(y)]).toEqual([square(east), square(north)]);
        expect(Math.hypot(x - east, y - north)).toBeLessThanOrEqual(MASKED_WITHIN_METRES);
        const corner = maskPlace(square(east) * MASK_METRES, square(north) * MASK_METRES, which, KEY);
        expect([x, y]).toEqual(corner);
      }),
    );
  });

  test('is the same each time, and another with another key or incident', () => {
    const place = maskPlace(439_112, 3_487_455, 'a 1', KEY);
    expect(maskPlace(439_112, 3_487_455, 'a 1', KEY)).toEqual(place);
    expect(maskPlace(439_112, 3_487_455, 'a 2', KEY)).not.toEqual(place);
    expect(maskPlace(439_112, 3_487_455, 'a 1', Buffer.alloc(32, 8))).not.toEqual(place);
  });

  test('opens times to whole hours', () => {
    const at = (text: string) => Date.parse(`2026-03-01T${text}Z`);
    expect(maskTimes(at('10:20'), at('10:20'))).toEqual([at('10:00'), at('11:00')]);
    expect(maskTimes(at('10:00'), at('12:00'))).toEqual([at('10:00'), at('13:00')]);
  });
});
