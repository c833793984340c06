import { CHALLAN_STATES } from '@amaan/contracts/violations/challan';
import { nextStanding } from '@amaan/traffic-violations/challan/challan-machine';
import { expect, test } from 'vitest';
import { mayContest } from './may-contest.ts';

const contestBy = '2026-12-10T18:59:59.999Z';
const intime = Date.parse(contestBy);

test('what may be contested is what the machine of challans lets be contested', () => {
  for (const state of CHALLAN_STATES) {
    let lets = true;
    try {
      nextStanding({ state, moneyHeld: state === 'paid', contested: false }, 'contested');
    } catch {
      lets = false;
    }
    expect(mayContest({ state, wasContested: false, contestBy }, intime).allowed, state).toBe(lets);
  }
});

test('it may be contested up to the last moment of its time, and once', () => {
  const issued = { state: 'issued', wasContested: false, contestBy } as const;
  expect(mayContest(issued, intime)).toEqual({ allowed: true, until: contestBy });
  expect(mayContest(issued, intime + 1)).toEqual({ allowed: false, why: 'too-late' });
  const upheld = { ...issued, state: 'upheld', wasContested: true } as const;
  expect(mayContest(upheld, intime)).toEqual({ allowed: false, why: 'contested-before' });
  expect(mayContest({ ...issued, state: 'cancelled' }, intime)).toEqual({ allowed: false, why: 'over' });
});
