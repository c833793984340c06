import { describe, expect, test } from 'vitest';
import { dueUnmaskingEnd, isUnmasked, needsSecondPerson, type UnmaskingFacts } from './unmasking-standing.ts';

const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const open: UnmaskingFacts = {
  state: 'in-force',
  decideBy: null,
  until: '2026-03-01T12:00:00.001Z',
  caseClosedAt: null,
  isMember: true,
};

describe('an un-masking', () => {
  test('opens until its time is over, and not at that moment', () => {
    expect(isUnmasked(open, NOW)).toBe(true);
    expect(isUnmasked(open, NOW + 1)).toBe(false);
    expect(dueUnmaskingEnd(open, NOW + 1)).toBe('expired');
  });

  test.each([
    [{ caseClosedAt: '2026-03-01T11:00:00.000Z' }, 'case-closed'],
    [{ isMember: false }, 'left-case'],
    [{ until: null }, 'expired'],
  ] as const)('opens nothing any more: %o', (change, end) => {
    expect(isUnmasked({ ...open, ...change }, NOW)).toBe(false);
    expect(dueUnmaskingEnd({ ...open, ...change }, NOW)).toBe(end);
  });

  test('that waits opens nothing and lapses', () => {
    const waiting: UnmaskingFacts = {
      ...open,
      state: 'waiting',
      until: null,
      decideBy: '2026-03-01T12:00:01.000Z',
    };
    expect(isUnmasked(waiting, NOW)).toBe(false);
    expect(dueUnmaskingEnd(waiting, NOW)).toBeNull();
    expect(dueUnmaskingEnd(waiting, NOW + 1000)).toBe('lapsed');
    expect(dueUnmaskingEnd({ ...waiting, caseClosedAt: '2026-03-01T11:00:00.000Z' }, NOW)).toBe(
      'case-closed',
    );
  });

  test('that has ended stays ended', () => {
    expect(isUnmasked({ ...open, state: 'ended' }, NOW)).toBe(false);
    expect(dueUnmaskingEnd({ ...open, state: 'ended' }, NOW + 10_000)).toBeNull();
  });

  test('wants a second person for what goes beyond a day’s minutes, and for everything where there are none', () => {
    expect(needsSecondPerson(0, 10, 10)).toBe(false);
    expect(needsSecondPerson(1, 10, 10)).toBe(true);
    expect(needsSecondPerson(10, 1, 10)).toBe(true);
    expect(needsSecondPerson(0, 1, 0)).toBe(true);
  });
});
