import { civicStepsFrom } from '@amaan/contracts/civic/civic-steps';
import { CIVIC_STATES, CIVIC_STEPS } from '@amaan/contracts/civic/civic-ticket';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CivicStepError, civicStateAfter } from './civic-machine.ts';

test('nothing that a rule suggests reaches a department without a person, and nothing is closed unseen', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...CIVIC_STEPS), { maxLength: 12 }), (steps) => {
      let state: (typeof CIVIC_STATES)[number] = 'suggested';
      const seen = new Set<string>();
      for (const step of steps) {
        if (!civicStepsFrom(state).includes(step)) {
          const before = state;
          expect(() => civicStateAfter(before, step)).toThrow(CivicStepError);
          continue;
        }
        state = civicStateAfter(state, step);
        seen.add(step);
        if (state === 'sent') expect(seen.has('confirm') || seen.has('reopen')).toBe(true);
        if (state === 'closed') expect(seen.has('report-done') && seen.has('close')).toBe(true);
      }
    }),
  );
});

test('whatever is at an end can be opened again', () => {
  for (const state of CIVIC_STATES) expect(civicStepsFrom(state).length).toBeGreaterThan(0);
  expect(civicStateAfter('closed', 'reopen')).toBe('sent');
  expect(civicStateAfter('dismissed', 'reopen')).toBe('open');
});
