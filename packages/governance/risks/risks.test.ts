import { RISK_LEVELS, type Risk } from '@amaan/contracts/governance/risk';
import { newIdentifier } from '@amaan/contracts/identifier';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptanceGaps, treatmentGaps } from './risk-gaps.ts';
import { BUILT_IN_CRITERIA, riskLevel, signaturesNeeded } from './risk-score.ts';

const rating = fc.record({
  likelihood: fc.integer({ min: 1, max: 5 }),
  severity: fc.integer({ min: 1, max: 5 }),
});
const action = {
  id: newIdentifier(),
  what: 'Train everybody',
  owner: 'Ayesha',
  due: '2026-12-01',
  done: false,
};
const risk: Risk = {
  source: 'bias',
  cause: 'Few pictures of rickshaws',
  event: 'Rickshaws are missed',
  consequence: 'Counts are wrong',
  affected: 'Drivers',
  existing: '',
  inherent: { likelihood: 4, severity: 3 },
  residual: { likelihood: 2, severity: 3 },
  treatment: 'reduce',
  actions: [{ ...action, done: true }],
  controls: [],
  assessments: [],
};

describe('the level of a risk', () => {
  test.each([
    [{ likelihood: 2, severity: 3 }, 'acceptable', 1],
    [{ likelihood: 2, severity: 4 }, 'tolerable', 2],
    [{ likelihood: 1, severity: 5 }, 'tolerable', 2],
    [{ likelihood: 3, severity: 5 }, 'unacceptable', 2],
  ] as const)('%j is %s', (rated, level, signatures) => {
    expect(riskLevel(rated, BUILT_IN_CRITERIA)).toBe(level);
    expect(signaturesNeeded(level)).toBe(signatures);
  });

  test('never falls when likelihood or severity rises', () => {
    fc.assert(
      fc.property(rating, ({ likelihood, severity }) => {
        const rank = (l: number, s: number) =>
          RISK_LEVELS.indexOf(riskLevel({ likelihood: l, severity: s }, BUILT_IN_CRITERIA));
        const here = rank(likelihood, severity);
        expect(rank(Math.min(5, likelihood + 1), severity)).toBeGreaterThanOrEqual(here);
        expect(rank(likelihood, Math.min(5, severity + 1))).toBeGreaterThanOrEqual(here);
      }),
    );
  });
});

describe('what is missing', () => {
  test('is nothing once every action is done and the rest is judged', () => {
    expect(treatmentGaps(risk, 'Ayesha')).toEqual([]);
    expect(acceptanceGaps(risk, BUILT_IN_CRITERIA, 'Ayesha')).toEqual([]);
  });

  test('is an action that is not done, by whom and until when', () => {
    expect(treatmentGaps({ ...risk, actions: [action] }, 'Ayesha')).toEqual([
      'The action “Train everybody” (Ayesha, due 2026-12-01) is not done.',
    ]);
  });

  test('is the judgement of what remains, which cannot be worse than what was', () => {
    expect(treatmentGaps({ ...risk, residual: null }, 'Ayesha')).toHaveLength(1);
    expect(treatmentGaps({ ...risk, residual: { likelihood: 5, severity: 5 } }, 'Ayesha')).toHaveLength(1);
    expect(treatmentGaps({ ...risk, actions: [] }, 'Ayesha')[0]).toContain('something must be done');
  });

  test('is a smaller risk when what remains is more than anybody may accept', () => {
    const [gap] = acceptanceGaps(
      { ...risk, residual: { likelihood: 5, severity: 3 } },
      BUILT_IN_CRITERIA,
      'Ayesha',
    );
    expect(gap).toContain('above 14');
  });

  test('is an owner: what nobody answers for is neither treated nor accepted', () => {
    for (const owner of [null, '', '  ']) {
      expect(treatmentGaps(risk, owner)).toEqual(['Nobody answers for it: name an owner.']);
      expect(acceptanceGaps(risk, BUILT_IN_CRITERIA, owner)).toEqual([
        'Nobody answers for it: name an owner.',
      ]);
    }
  });
});
