import { CHALLAN_EVENTS, type ChallanState, OWING_STATES } from '@amaan/contracts/violations/challan';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type ChallanStanding,
  type ChallanStep,
  ChallanStepError,
  ISSUED,
  nextStanding,
} from './challan-machine.ts';

const STEPS = CHALLAN_EVENTS.filter((event): event is ChallanStep => event !== 'issued');
const steps = fc.array(fc.constantFrom(...STEPS), { maxLength: 14 });

/** Every standing along a walk; steps that are refused are left out. */
function walk(
  taken: readonly ChallanStep[],
): { step: ChallanStep; before: ChallanStanding; after: ChallanStanding }[] {
  let standing = ISSUED;
  const passed = [];
  for (const step of taken) {
    const before = standing;
    try {
      standing = nextStanding(before, step);
    } catch (error) {
      expect(error).toBeInstanceOf(ChallanStepError);
      continue;
    }
    passed.push({ step, before, after: standing });
  }
  return passed;
}
const after = (...taken: ChallanStep[]): ChallanState =>
  taken.reduce((standing: ChallanStanding, step) => nextStanding(standing, step), ISSUED).state;

test.each<[ChallanStep[], ChallanState]>([
  [['paid'], 'paid'],
  [['overdue', 'paid'], 'paid'],
  [['contested', 'upheld', 'overdue', 'paid'], 'paid'],
  [['contested', 'cancelled'], 'cancelled'],
  [['contested', 'lapsed'], 'lapsed'],
  [['contested', 'paid', 'upheld'], 'paid'],
  [['contested', 'paid', 'lapsed', 'refunded'], 'refunded'],
  [['paid', 'contested', 'upheld'], 'paid'],
  [['paid', 'cancelled', 'refunded'], 'refunded'],
  [['cancelled', 'paid'], 'refund-due'],
])('%j ends as %s', (taken, state) => {
  expect(after(...taken)).toBe(state);
});

test.each<[ChallanStep[]]>([
  [['contested', 'upheld', 'contested']],
  [['contested', 'upheld', 'overdue', 'contested']],
  [['contested', 'overdue']],
  [['contested', 'contested']],
  [['cancelled', 'contested']],
  [['paid', 'paid']],
  [['refunded']],
  [['upheld']],
  [['lapsed']],
  [['cancelled', 'cancelled']],
  [['paid', 'cancelled', 'refunded', 'paid']],
])('%j is refused', (taken) => {
  expect(() => after(...taken)).toThrow(expect.objectContaining({ code: 'CHALLAN_STEP_REFUSED' }));
});

describe('along every walk', () => {
  test('money in is held until it is paid back', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        const passed = walk(taken);
        const paid = passed.filter(({ step }) => step === 'paid').length;
        const refunded = passed.filter(({ step }) => step === 'refunded').length;
        const { moneyHeld, state } = passed.at(-1)?.after ?? ISSUED;
        expect(paid - refunded).toBe(moneyHeld ? 1 : 0);
        if (moneyHeld) expect(['paid', 'contested', 'refund-due']).toContain(state);
        if (state === 'paid' || state === 'refund-due') expect(moneyHeld).toBe(true);
      }),
    );
  });

  test('who contested owes nothing until it is decided, and what has fallen away is never owed again', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        let gone = false;
        for (const { before, after: next, step } of walk(taken)) {
          if (before.state === 'contested' && step !== 'upheld')
            expect(OWING_STATES).not.toContain(next.state);
          gone ||= ['cancelled', 'lapsed', 'refund-due', 'refunded'].includes(next.state);
          if (gone) expect([...OWING_STATES, 'paid', 'contested']).not.toContain(next.state);
        }
      }),
    );
  });

  test('it is contested once at most', () => {
    fc.assert(
      fc.property(steps, (taken) => {
        expect(walk(taken).filter(({ step }) => step === 'contested').length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
