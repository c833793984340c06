import { IMPACT_LEVELS, type ImpactScale } from '@amaan/contracts/governance/impact-assessment';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { impactLevel } from './impact-level.ts';

const scale: fc.Arbitrary<ImpactScale> = fc.record({
  severity: fc.integer({ min: 1, max: 5 }),
  likelihood: fc.integer({ min: 1, max: 5 }),
  reversibility: fc.integer({ min: 1, max: 4 }),
  reach: fc.integer({ min: 1, max: 4 }),
});

describe('the level of an impact', () => {
  test('is severity times likelihood for a harm to few that is easily undone', () => {
    const mild = impactLevel({ severity: 2, likelihood: 2, reversibility: 1, reach: 1 });
    expect(mild).toMatchObject({ level: 'low', gravity: 2 });
    expect(mild.why.at(-1)?.en).toBe('Gravity 2 × likelihood 2 = 4.');
  });

  test('rises when it lasts and when it reaches many, and says so', () => {
    const lasting = impactLevel({ severity: 2, likelihood: 3, reversibility: 4, reach: 3 });
    expect(lasting).toMatchObject({ level: 'high', gravity: 4 });
    expect(lasting.why.map(({ en }) => en)).toEqual([
      'Severity: 2 (inconvenience: time lost, a question to answer)',
      'Likelihood: 3 (about once a year)',
      'Gravity +1, hard to undo: 4 (cannot be undone)',
      'Gravity +1, reaches many: 3 (thousands, or one group above all others)',
      'Gravity 4 × likelihood 3 = 12.',
    ]);
  });

  test('is never low for the gravest harm, however rare', () => {
    fc.assert(
      fc.property(scale, (impact) => {
        const { level, gravity } = impactLevel(impact);
        if (gravity === 5) expect(level).not.toBe('low');
      }),
    );
    expect(impactLevel({ severity: 5, likelihood: 1, reversibility: 4, reach: 4 })).toMatchObject({
      level: 'moderate',
      gravity: 5,
    });
  });

  test('never falls when one of its four judgements rises', () => {
    const rank = (impact: ImpactScale) => IMPACT_LEVELS.indexOf(impactLevel(impact).level);
    const member = fc.constantFrom('severity', 'likelihood', 'reversibility', 'reach');
    fc.assert(
      fc.property(scale, member, (impact, name) => {
        const most = name === 'reversibility' || name === 'reach' ? 4 : 5;
        const worse = { ...impact, [name]: Math.min(most, impact[name] + 1) };
        expect(rank(worse)).toBeGreaterThanOrEqual(rank(impact));
      }),
    );
  });
});
