import { controlKey } from '@amaan/contracts/governance/control';
import { describe, expect, test } from 'vitest';
import { CONTROL_CATALOGUE, CONTROL_GROUPS, findControl } from './catalogue.ts';

const idsOf = (standard: string, pattern: RegExp) =>
  CONTROL_CATALOGUE.filter((entry) => entry.standard === standard && pattern.test(entry.id)).map(
    ({ id }) => id,
  );

/** `5.1` to `5.37`. */
const run = (prefix: string, from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, index) => `${prefix}.${from + index}`);

describe('the catalogue', () => {
  test('has the 38 controls of Annex A of ISO/IEC 42001 by their identifiers', () => {
    expect(idsOf('iso-42001', /^A/)).toEqual([
      ...run('A.2', 2, 4),
      ...run('A.3', 2, 3),
      ...run('A.4', 2, 6),
      ...run('A.5', 2, 5),
      ...run('A.6.1', 2, 3),
      ...run('A.6.2', 2, 8),
      ...run('A.7', 2, 6),
      ...run('A.8', 2, 5),
      ...run('A.9', 2, 4),
      ...run('A.10', 2, 4),
    ]);
    expect(idsOf('iso-42001', /^A/)).toHaveLength(38);
  });

  test('has clauses 4 to 10 of ISO/IEC 42001 with their parts, which always apply', () => {
    expect(idsOf('iso-42001', /^\d/)).toEqual([
      ...run('4', 1, 4),
      ...run('5', 1, 3),
      ...run('6.1', 1, 4),
      ...run('6', 2, 3),
      ...run('7', 1, 4),
      ...run('7.5', 1, 3),
      ...run('8', 1, 4),
      '9.1',
      ...run('9.2', 1, 2),
      ...run('9.3', 1, 3),
      ...run('10', 1, 2),
    ]);
    for (const { standard, id, mandatory } of CONTROL_CATALOGUE) {
      expect(mandatory).toBe(standard === 'iso-42001' && !id.startsWith('A.'));
    }
  });

  test('has the 93 controls of Annex A of ISO/IEC 27001 by their identifiers', () => {
    expect(idsOf('iso-27001', /./)).toEqual([
      ...run('5', 1, 37),
      ...run('6', 1, 8),
      ...run('7', 1, 14),
      ...run('8', 1, 34),
    ]);
    expect(idsOf('iso-27001', /./)).toHaveLength(93);
  });

  test('names each control once, in a known group, with words in both languages', () => {
    const keys = CONTROL_CATALOGUE.map(controlKey);
    expect(new Set(keys).size).toBe(keys.length);
    for (const { standard, id, group, wording, expected } of CONTROL_CATALOGUE) {
      expect(CONTROL_GROUPS.some((known) => known.standard === standard && known.id === group)).toBe(true);
      for (const text of [wording, expected]) {
        expect(text.en, id).toMatch(/^[A-Z]/);
        expect(text.ur, id).toMatch(/\p{Script=Arabic}/u);
        // Urdu letters, not the Arabic forms of kaf, yeh and heh.
        expect(text.ur, id).not.toMatch(/[\u0643\u064a\u0629]/);
      }
    }
  });

  test('finds a control by standard and identifier', () => {
    expect(findControl('iso-42001', 'A.6.2.4')?.group).toBe('A.6');
    expect(findControl('iso-27001', '8.15')?.group).toBe('8');
    expect(findControl('iso-27001', 'A.6.2.4')).toBeNull();
  });
});
