import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Payment, Reconciliation, ReconciliationItem } from '@amaan/contracts/violations/payment';
import type { Database } from '@amaan/store/open-database';
import { listTaken } from '@amaan/store/violations/payments';
import { insertReconciliation, listReconciliations } from '@amaan/store/violations/reconciliations';
import { HttpError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { ChallanActor } from '../issue/challan-service.ts';
import type { PaymentGateway, Settlement } from './payment-gateway.ts';

const DAY_MS = 24 * 60 * 60_000;
const LONGEST_LIST = 200;

export interface ReconciliationServiceOptions {
  readonly db: Database;
  readonly gateway: PaymentGateway | null;
  readonly now: () => number;
}

/** Compares what a gateway settled on a day with what was counted here. */
export class ReconciliationService {
  readonly #options: ReconciliationServiceOptions;

  constructor(options: ReconciliationServiceOptions) {
    this.#options = options;
  }

  /** Newest first. */
  list(): Promise<Reconciliation[]> {
    return listReconciliations(this.#options.db, LONGEST_LIST);
  }

  /**
   * Compares one day, which may be done as often as somebody likes.
   * @param day in Pakistan
   * @throws HttpError 409 `NO_PAYMENT_GATEWAY`, 502 `GATEWAY_UNREACHABLE`
   */
  async compare(day: string, by: NonNullable<ChallanActor>): Promise<Reconciliation> {
    const { db, gateway, now } = this.#options;
    if (gateway === null)
      throw new HttpError(
        409,
        'NO_PAYMENT_GATEWAY',
        'No payment gateway is set up, so there is nothing to compare.',
      );
    const begin = Date.parse(`${day}T00:00:00+05:00`);
    const [from, to] = [instantOf(begin), instantOf(begin + DAY_MS)];
    const there = await gateway.settlements(from, to).catch((error: unknown) => {
      throw new HttpError(
        502,
        'GATEWAY_UNREACHABLE',
        'The gateway did not tell what it settled; try again later.',
        {
          cause: error,
        },
      );
    });
    const items = compareDay(await listTaken(db, gateway.name, from, to), there);
    const sum = (side: 'here' | 'there') => items.reduce((total, item) => total + (item[side] ?? 0), 0);
    const differences = items.filter(({ state }) => state !== 'agrees');
    const result: Reconciliation = {
      ...{ id: newIdentifier(), gateway: gateway.name, day, at: instantOf(now()), byName: by.name },
      ...{ agrees: items.length - differences.length, differences, here: sum('here'), there: sum('there') },
    };
    return changeInLedger(db, async (tx) => {
      await insertReconciliation(tx, result);
      const { agrees, here } = result;
      const data = {
        gateway: gateway.name,
        day,
        agrees,
        differences: differences.length,
        here,
        there: result.there,
      };
      const subject = `reconciliation:${result.id}`;
      const entry = ledgerEntry({
        kind: 'payment.reconciled',
        at: now(),
        actor: `user:${by.id}`,
        subject,
        data,
      });
      return { result, entries: [entry] };
    });
  }
}

/** Every payment that either side knows of, with what both say. */
export function compareDay(here: readonly Payment[], there: readonly Settlement[]): ReconciliationItem[] {
  const settled = new Map(there.map((one) => [one.id, one]));
  const counted = new Map(here.map((one) => [one.gatewayPaymentId, one]));
  const items = here.map((payment): ReconciliationItem => {
    const other = settled.get(payment.gatewayPaymentId);
    return {
      ...{ gatewayPaymentId: payment.gatewayPaymentId, challan: payment.challan },
      ...{ here: payment.amount, there: other?.amount ?? null },
      state:
        other === undefined ? 'missing-there' : other.amount === payment.amount ? 'agrees' : 'amount-differs',
    };
  });
  for (const one of there)
    if (!counted.has(one.id))
      items.push({
        ...{ gatewayPaymentId: one.id, state: 'missing-here', here: null, there: one.amount, challan: null },
      });
  return items;
}
