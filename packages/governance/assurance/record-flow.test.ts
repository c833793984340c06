import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type FlowKind, RECORD_FLOWS, stepGaps, stepsFrom } from './record-flow.ts';

const KINDS = Object.keys(RECORD_FLOWS) as FlowKind[];

describe('every flow', () => {
  test.each(KINDS)('%s: every state is reached from the first, and every way can end', (kind) => {
    const { initial, steps } = RECORD_FLOWS[kind];
    const states = new Set([initial, ...steps.flatMap(({ from, to }) => [from, to])]);
    const reached = new Set([initial]);
    for (let grew = true; grew; ) {
      grew = false;
      for (const { from, to } of steps) {
        if (reached.has(from) && !reached.has(to)) grew = Boolean(reached.add(to));
      }
    }
    expect(reached).toEqual(states);
    for (const state of states) {
      const ends = stepsFrom(kind, state).length === 0;
      const closed = steps.some(({ to, closes }) => to === state && closes);
      expect(ends, `${state} ends`).toBe(closed);
    }
  });

  test('no sequence of steps closes a record whose last step wants four eyes with one person alone', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.array(fc.nat(5), { maxLength: 12 }), (kind, choices) => {
        let status = RECORD_FLOWS[kind].initial;
        let before: string | null = null;
        const body = {
          cause: 'x',
          correction: 'x',
          evidence: 'x',
          effect: 'x',
          answer: 'x',
          conclusion: 'x',
        };
        for (const choice of choices) {
          const step = stepsFrom(kind, status)[choice];
          if (step === undefined) continue;
          const filled = { ...body, decisions: 'x', participants: ['x'] };
          if (stepGaps({ kind, status, to: step.to, body: filled, person: 'one', before }).length > 0)
            continue;
          expect(step.byAnother === true && before === 'one').toBe(false);
          status = step.to;
          before = 'one';
        }
      }),
    );
  });
});

test('what is missing is said', () => {
  const question = { kind: 'incident', body: { cause: ' ' }, person: 'b', before: 'a' } as const;
  expect(stepGaps({ ...question, status: 'investigating', to: 'resolved' })).toEqual([
    'It does not say yet why it happened.',
    'It does not say yet what was done about it at once.',
  ]);
  expect(stepGaps({ ...question, status: 'open', to: 'closed' })).toEqual([
    'It is open and cannot become closed: from here it goes to investigating or dismissed.',
  ]);
  expect(stepGaps({ ...question, status: 'resolved', to: 'closed', before: 'b' })[0]).toContain('four eyes');
});
