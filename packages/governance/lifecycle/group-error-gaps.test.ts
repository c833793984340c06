import { describe, expect, it } from 'vitest';
import { type AuditSetFact, groupErrorGaps } from './group-error-gaps.ts';

const SINCE = '2026-01-10T12:00:00.000Z';
const NOW = new Date('2026-06-01T00:00:00.000Z');

const set = (change: Partial<AuditSetFact> = {}): AuditSetFact => ({
  name: 'Volunteers of May',
  from: '2026-05-01',
  to: '2026-05-20',
  groups: [
    { grouping: 'age band', label: '18–39', faces: 400 },
    { grouping: 'age band', label: '40 and above', faces: 100 },
  ],
  ...change,
});

describe('error rates by groups of people', () => {
  it('are there with one set that compares groups on enough faces', () => {
    expect(groupErrorGaps([set()], SINCE, NOW)).toEqual([]);
    // An older one that was too small does no harm.
    expect(groupErrorGaps([set({ groups: [] }), set()], SINCE, NOW)).toEqual([]);
  });

  it('are missing without a set', () => {
    expect(groupErrorGaps([], SINCE, NOW)).toEqual([expect.stringContaining('governance office')]);
  });

  it('are missing where the test was of another combination, or is a year old', () => {
    const missing = [expect.stringContaining('exactly these models')];
    expect(groupErrorGaps([set({ from: '2026-01-09' })], SINCE, NOW)).toEqual(missing);
    expect(groupErrorGaps([set()], null, NOW)).toEqual(missing);
    expect(groupErrorGaps([set()], SINCE, new Date('2027-06-01T00:00:00.000Z'))).toEqual(missing);
  });

  it('are missing where nothing can be compared, and name the groups that are too small', () => {
    const [first, second] = set().groups;
    expect(groupErrorGaps([set({ groups: [first!] })], SINCE, NOW)).toEqual([
      expect.stringContaining('no two groups'),
    ]);
    const apart = [first!, { ...second!, grouping: 'site' }];
    expect(groupErrorGaps([set({ groups: apart })], SINCE, NOW)).toEqual([
      expect.stringContaining('no two groups'),
    ]);
    const small = [first!, { ...second!, faces: 99 }];
    expect(groupErrorGaps([set({ groups: small })], SINCE, NOW)).toEqual([
      'The audit set “Volunteers of May” has fewer than 100 faces of: 40 and above.',
    ]);
  });
});
