import { randomInt } from 'node:crypto';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type {
  ChallanAccount,
  PayingWays,
  Payment,
  PaymentQuery,
  PaymentReference,
} from '@amaan/contracts/violations/payment';
import type { Database } from '@amaan/store/open-database';
import { getChallan, lockChallan, type StoredChallan } from '@amaan/store/violations/challans';
import {
  findBilledChallan,
  findPayment,
  getReference,
  insertPayment,
  listPayments,
  listPaymentsOf,
  openBill,
  sumHeld,
} from '@amaan/store/violations/payments';
import { insertRefund, listRefundsOf } from '@amaan/store/violations/refunds';
import {
  paymentReference,
  REFERENCE_FIGURES,
  readPaymentReference,
} from '@amaan/traffic-violations/payment/payment-reference';
import { owedOn, settlePayment } from '@amaan/traffic-violations/payment/settle-payment';
import { coversSite, type Principal } from '../../access/decide.ts';
import { asHttpError, ConflictError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import type { ChallanService } from '../issue/challan-service.ts';
import type { GatewayMessage, InquiryAnswer, PaymentGateway, SignedMessage } from './payment-gateway.ts';

export interface PaymentServiceOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  /** Null: none is set up, and nothing can be paid. */
  readonly gateway: PaymentGateway | null;
  /** Called after a commit that changed challans or made a refund due. */
  readonly onChanged: () => void;
  readonly now: () => number;
}

type ToldPayment = Extract<GatewayMessage, { type: 'payment' }>;

/** Seventeen random figures meet once in a hundred thousand million million; a third attempt is never needed. */
const MOST_ATTEMPTS = 3;

/** Takes what a gateway says of money: each payment counts once, however often it is told. */
export class PaymentService {
  readonly #options: PaymentServiceOptions;

  constructor(options: PaymentServiceOptions) {
    this.#options = options;
  }

  get gateway(): PaymentGateway | null {
    return this.#options.gateway;
  }

  /** How a challan is paid; null: nothing is owed now, or no gateway is set up. */
  async waysOf(challan: StoredChallan): Promise<PayingWays | null> {
    const { db, gateway } = this.#options;
    if (gateway === null) return null;
    const owed = owedOn({ ...challan, held: await sumHeld(db, challan.id) });
    if (owed === 0) return null;
    const reference = await this.#referenceOf(challan.id);
    return { gateway: gateway.name, test: gateway.test, reference, owed, currency: 'PKR', how: gateway.how };
  }

  /**
   * Takes a signed message of a gateway.
   * @throws HttpError 404 `PAYMENT_GATEWAY_NOT_FOUND`, 401 `GATEWAY_SIGNATURE_INVALID`, 422 `GATEWAY_MESSAGE_INVALID`,
   *   409 `PAYMENT_CONTRADICTS` (told before, and otherwise)
   */
  async take(name: string, message: SignedMessage): Promise<InquiryAnswer | Payment> {
    const { gateway } = this.#options;
    if (gateway === null || gateway.name !== name) throw new NotFoundError('payment gateway');
    const said = readMessage(gateway, message);
    return said.type === 'inquiry' ? this.#inquire(said.reference) : this.#receive(gateway, said);
  }

  /** Payments, newest first. Money is the authority's, not that of one control room. */
  list(query: PaymentQuery): Promise<Payment[]> {
    return listPayments(this.#options.db, query);
  }

  /** What was paid and given back on one challan. @throws NotFoundError `CHALLAN_NOT_FOUND` */
  async account(challanId: Identifier, by: Principal): Promise<ChallanAccount> {
    const { db } = this.#options;
    const challan = await getChallan(db, challanId);
    if (challan === null || !coversSite(by.sites, challan.siteId)) throw new NotFoundError('challan');
    const held = await sumHeld(db, challanId);
    return {
      ...{ challanId, number: challan.number, state: challan.state, amount: challan.amount, held },
      owed: owedOn({ ...challan, held }),
      reference: await getReference(db, challanId),
      payments: await listPaymentsOf(db, challanId),
      refunds: await listRefundsOf(db, challanId),
    };
  }

  async #inquire(typed: string): Promise<InquiryAnswer> {
    const { db } = this.#options;
    const nothing: InquiryAnswer = {
      ...{ reference: typed, payable: false, amount: 0, currency: 'PKR', payBy: null },
    };
    const reference = readPaymentReference(typed);
    const id = reference === null ? null : await findBilledChallan(db, reference);
    const challan = id === null ? null : await getChallan(db, id);
    if (challan === null) return nothing;
    const owed = owedOn({ ...challan, held: await sumHeld(db, challan.id) });
    return owed === 0 ? nothing : { ...nothing, payable: true, amount: owed, payBy: challan.payBy };
  }

  async #receive(gateway: PaymentGateway, said: ToldPayment): Promise<Payment> {
    const { db, onChanged } = this.#options;
    const before = await findPayment(db, gateway.name, said.id);
    if (before !== null) return requireSame(before, said);
    await changeInLedger(db, async (tx) => ({
      result: undefined,
      entries: await this.#countIn(tx, gateway, said),
    }));
    onChanged();
    const counted = await findPayment(db, gateway.name, said.id);
    if (counted === null) throw new Error('A payment was counted and is not there.');
    // Told twice at once: one of the two was counted, and both get the same answer.
    return requireSame(counted, said);
  }

  /** Counts a payment in the caller's transaction. @returns what the ledger is told: nothing, when it was counted before */
  async #countIn(tx: Database, gateway: PaymentGateway, said: ToldPayment): Promise<LedgerEntry[]> {
    const { challans } = this.#options;
    const at = this.#at();
    const reference = readPaymentReference(said.reference);
    const challanId = reference === null ? null : await findBilledChallan(tx, reference);
    // Locked before it is asked what is held, so that two payments at once see each other.
    const challan = challanId === null ? null : await lockChallan(tx, challanId);
    const outcome =
      challan === null
        ? {
            ...({ standing: 'unknown-reference', paid: false } as const),
            refund: { amount: said.amount, cause: 'unknown-reference' } as const,
          }
        : settlePayment({ ...challan, held: await sumHeld(tx, challan.id) }, said.amount);
    const id = newIdentifier();
    const isNew = await insertPayment(tx, {
      ...{ id, gateway: gateway.name, gatewayPaymentId: said.id, reference: said.reference },
      ...{ challanId: challan?.id ?? null, amount: said.amount, currency: 'PKR', paidAt: said.paidAt },
      ...{ receivedAt: at, standing: outcome.standing, test: gateway.test, messageDigest: said.digest },
    });
    if (!isNew) return [];
    const entries = [
      this.#entry('payment.received', `payment:${id}`, {
        ...{ gateway: gateway.name, test: gateway.test, challanId: challan?.id ?? null },
        ...{ amount: said.amount, standing: outcome.standing, messageDigest: said.digest },
      }),
    ];
    if (outcome.paid && challan !== null) {
      const { entry } = await challans.changeIn(tx, challan.id, { step: 'paid', by: null });
      entries.push(entry);
    }
    if (outcome.refund !== null) {
      const { amount, cause } = outcome.refund;
      const refund = { id: newIdentifier(), paymentId: id, challanId: challan?.id ?? null };
      await insertRefund(tx, { ...refund, gateway: gateway.name, amount, cause, at });
      entries.push(refundDue(refund, amount, cause, this.#options.now()));
    }
    return entries;
  }

  async #referenceOf(challanId: Identifier): Promise<PaymentReference> {
    const { db } = this.#options;
    const known = await getReference(db, challanId);
    if (known !== null) return known;
    for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
      const figures = Array.from({ length: REFERENCE_FIGURES }, () => randomInt(10)).join('');
      const reference = await openBill(db, challanId, paymentReference(figures), this.#at());
      if (reference !== null) return reference;
    }
    throw new Error('No free payment reference was found.');
  }

  #entry(kind: string, subject: string, data: LedgerEntry['data']): LedgerEntry {
    return ledgerEntry({ kind, at: this.#options.now(), actor: 'system:server', subject, data });
  }

  #at(): Instant {
    return instantOf(this.#options.now());
  }
}

/** What the ledger is told of money that goes back. */
export function refundDue(
  refund: { readonly id: Identifier; readonly paymentId: Identifier; readonly challanId: Identifier | null },
  amount: number,
  cause: string,
  at: number,
): LedgerEntry {
  const { id, paymentId, challanId } = refund;
  const data = { paymentId, challanId, amount, cause };
  return ledgerEntry({ kind: 'refund.due', at, actor: 'system:server', subject: `refund:${id}`, data });
}

function readMessage(gateway: PaymentGateway, message: SignedMessage): GatewayMessage {
  try {
    return gateway.read(message);
  } catch (error) {
    throw asHttpError(error, { GATEWAY_SIGNATURE_INVALID: 401, GATEWAY_MESSAGE_INVALID: 422 });
  }
}

/** @throws ConflictError `PAYMENT_CONTRADICTS` when the gateway told of the same payment before, and otherwise */
function requireSame(before: Payment, said: ToldPayment): Payment {
  if (before.amount === said.amount && before.reference === said.reference) return before;
  throw new ConflictError(
    'PAYMENT_CONTRADICTS',
    'This payment was told before with another amount or reference. The first one counts; look at the reconciliation of its day.',
  );
}
