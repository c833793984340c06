import { CHALLAN_EVENTS } from '@amaan/contracts/violations/challan';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type ChallanStanding, type ChallanStep, ISSUED, nextStanding } from '../challan/challan-machine.ts';
import { owedOn, refundsOfAll, settlePayment } from './settle-payment.ts';

const issued = { state: 'issued', moneyHeld: false, amount: 2000, held: 0 } as const;

describe('money that arrives', () => {
  test('pays the fine when it is all of it, at once or in parts', () => {
    expect(settlePayment(issued, 2000)).toEqual({ standing: 'settles', paid: true, refund: null });
    expect(settlePayment(issued, 500)).toEqual({ standing: 'part', paid: false, refund: null });
    expect(settlePayment({ ...issued, held: 500, state: 'overdue' }, 1500)).toMatchObject({ paid: true });
  });

  test('goes back as far as it is too much', () => {
    expect(settlePayment({ ...issued, held: 500 }, 2000)).toEqual({
      standing: 'surplus',
      paid: true,
      refund: { amount: 500, cause: 'surplus' },
    });
  });

  test('goes back whole when it comes twice, or for a challan that has fallen away', () => {
    const back = { standing: 'not-owed', paid: false, refund: { amount: 2000, cause: 'not-owed' } };
    expect(settlePayment({ ...issued, state: 'paid', moneyHeld: true, held: 2000 }, 2000)).toEqual(back);
    for (const state of ['cancelled', 'lapsed', 'refund-due', 'refunded'] as const)
      expect(settlePayment({ ...issued, state }, 2000)).toEqual(back);
  });

  test('is held while the challan is contested, and is no surplus', () => {
    const contested = { ...issued, state: 'contested' } as const;
    expect(settlePayment(contested, 300)).toEqual({ standing: 'held', paid: false, refund: null });
    expect(settlePayment(contested, 2000)).toEqual({ standing: 'held', paid: true, refund: null });
  });
});

test('nothing is owed while a challan is contested, paid or over', () => {
  expect(owedOn({ ...issued, held: 500 })).toBe(1500);
  expect(owedOn({ ...issued, state: 'contested' })).toBe(0);
  expect(owedOn({ ...issued, state: 'paid', moneyHeld: true, held: 2000 })).toBe(0);
  expect(owedOn({ ...issued, state: 'lapsed' })).toBe(0);
});

type Turn = { pay: number } | { step: ChallanStep };
const turns = fc.array(
  fc.oneof(
    fc.integer({ min: 1, max: 4000 }).map((pay): Turn => ({ pay })),
    fc
      .constantFrom(...CHALLAN_EVENTS.filter((event) => event !== 'issued' && event !== 'paid'))
      .map((step): Turn => ({ step: step as ChallanStep })),
  ),
  { maxLength: 25 },
);

test('whatever happens in whatever order, no rupee is lost: what is held never exceeds the fine, and of what fell away nothing is kept', () => {
  fc.assert(
    fc.property(turns, (taken) => {
      let standing: ChallanStanding = ISSUED;
      const payments: { paymentId: string; amount: number; refunded: number }[] = [];
      const held = () => payments.reduce((sum, { amount, refunded }) => sum + amount - refunded, 0);
      const giveBack = () => {
        for (const { paymentId, amount } of refundsOfAll(payments))
          payments.find((payment) => payment.paymentId === paymentId)!.refunded += amount;
      };
      for (const turn of taken) {
        if ('pay' in turn) {
          const outcome = settlePayment({ ...standing, amount: 2000, held: held() }, turn.pay);
          payments.push({
            paymentId: String(payments.length),
            amount: turn.pay,
            refunded: outcome.refund?.amount ?? 0,
          });
          if (outcome.paid) standing = nextStanding(standing, 'paid');
        } else {
          // Paid back means that all of it went: the challan says so only then.
          if (turn.step === 'refunded' && held() > 0) continue;
          try {
            standing = nextStanding(standing, turn.step);
          } catch {
            continue;
          }
        }
        if (['cancelled', 'lapsed', 'refund-due'].includes(standing.state)) giveBack();
        const kept = held();
        expect(kept).toBeGreaterThanOrEqual(0);
        expect(kept).toBeLessThanOrEqual(2000);
        if (standing.state === 'paid') expect(kept).toBe(2000);
        if (['cancelled', 'lapsed', 'refund-due', 'refunded'].includes(standing.state)) expect(kept).toBe(0);
        expect(owedOn({ ...standing, amount: 2000, held: kept })).toBeLessThanOrEqual(2000);
      }
    }),
  );
});
