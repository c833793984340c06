import { LawFile, type LawOffence, Province } from '@amaan/contracts/violations/law';
import { VIOLATION_KINDS } from '@amaan/contracts/violations/violation-kind';
import { expect, test } from 'vitest';
import { findLaw } from './find-law.ts';
import { endOfLawDay, lawDayOf } from './law-day.ts';
import { LAW_FILES } from './law-files.ts';

const text = (en: string) => ({ en, ur: en });
const checked = { status: 'verified', by: 'Law branch', on: '2026-01-02', source: 'Gazette' } as const;
const speeding = (change: Partial<LawOffence> = {}): LawOffence => ({
  ...{ kind: 'speed', offence: text('Too fast'), section: '1', points: null, standing: checked },
  amount: { otherwise: 500, byClass: { motorcycle: 200 } },
  ...change,
});
const file = (change: Partial<LawFile>): LawFile =>
  LawFile.parse({
    ...{
      province: 'punjab',
      act: text('Act'),
      validFrom: '2026-01-01',
      validTo: null,
      daysStanding: checked,
    },
    ...{ payWithinDays: 10, contestWithinDays: 15, decideWithinDays: 30, offences: [speeding()] },
    ...change,
  });
const asked = { province: 'punjab', kind: 'speed', class: 'car' } as const;

test('every province has a file that names every kind, in both languages, and claims nothing that was not checked', () => {
  expect(LAW_FILES.map(({ province }) => province).sort()).toEqual([...Province.options].sort());
  for (const { offences, act, daysStanding } of LAW_FILES) {
    expect(offences.map(({ kind }) => kind).sort()).toEqual([...VIOLATION_KINDS].sort());
    for (const { offence, standing } of offences) {
      expect(standing.status).toBe('unverified');
      expect(offence.ur).toMatch(/\p{Script=Arabic}/u);
    }
    expect(act.ur).toMatch(/\p{Script=Arabic}/u);
    expect(daysStanding.status).toBe('unverified');
  }
});

test('the day of the offence in Pakistan says which law counts, and its class how much', () => {
  const old = file({ validTo: '2026-06-30' });
  const late = file({
    validFrom: '2026-07-01',
    offences: [speeding({ amount: { otherwise: 900, byClass: {} } })],
  });
  const at = (instant: string, kind: 'car' | 'motorcycle' | null = 'car') =>
    findLaw([late, old], { ...asked, at: instant, class: kind })?.amount;
  expect(at('2026-06-30T18:59:59.999Z')).toBe(500);
  expect(at('2026-06-30T19:00:00.000Z')).toBe(900);
  expect(at('2026-03-01T00:00:00.000Z', 'motorcycle')).toBe(200);
  expect(at('2026-03-01T00:00:00.000Z', null)).toBe(500);
  expect(at('2025-12-31T18:00:00.000Z')).toBeUndefined();
});

test('an authority’s file stands before the project’s, and a law without an amount is none', () => {
  const at = '2026-03-01T00:00:00.000Z';
  const own = file({ offences: [speeding({ amount: { otherwise: 700, byClass: {} } })] });
  expect(findLaw([file({}), own], { ...asked, at })?.amount).toBe(700);
  expect(findLaw([file({ offences: [speeding({ amount: null })] })], { ...asked, at })).toBeNull();
  expect(findLaw([file({})], { ...asked, at, kind: 'lane' })).toBeNull();
});

test('what is not checked in days or amount is said of the whole', () => {
  const at = '2026-03-01T00:00:00.000Z';
  const unchecked = { status: 'unverified', check: text('Look') } as const;
  expect(findLaw([file({})], { ...asked, at })?.law.standing.status).toBe('verified');
  for (const change of [{ daysStanding: unchecked }, { offences: [speeding({ standing: unchecked })] }])
    expect(findLaw([file(change)], { ...asked, at })?.law.standing).toEqual(unchecked);
});

test('a law ends after it begins and names a kind once', () => {
  expect(() => file({ validTo: '2025-12-31' })).toThrow('ends before it begins');
  expect(() => file({ offences: [speeding(), speeding()] })).toThrow('twice');
});

test('a deadline is kept until the day in Pakistan is over', () => {
  expect(lawDayOf('2026-03-01T20:00:00.000Z')).toBe('2026-03-02');
  expect(endOfLawDay('2026-03-01T20:00:00.000Z', 10)).toBe('2026-03-12T18:59:59.999Z');
});
