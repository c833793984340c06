import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { type Instant, instantOf } from '@amaan/contracts/instant';
import type { LedgerEntry } from '@amaan/contracts/ledger-entry';
import type { Refund, RefundCause, RefundQuery } from '@amaan/contracts/violations/payment';
import type { Database } from '@amaan/store/open-database';
import { lockChallan } from '@amaan/store/violations/challans';
import { listHeld } from '@amaan/store/violations/payments';
import {
  changeRefund,
  insertRefund,
  listAllGoneBack,
  listFallenWithMoney,
  listRefunds,
  listRefundsToAsk,
  lockRefund,
} from '@amaan/store/violations/refunds';
import { refundsOfAll } from '@amaan/traffic-violations/payment/settle-payment';
import type { Logger } from 'pino';
import { ConflictError, NotFoundError } from '../../http/http-errors.ts';
import { changeInLedger } from '../../ledger/change-in-ledger.ts';
import { ledgerEntry } from '../../ledger/ledger-entry.ts';
import { RepeatedJob } from '../../repeated-job.ts';
import type { ChallanActor, ChallanService } from '../issue/challan-service.ts';
import type { PaymentGateway, RefundAnswer } from './payment-gateway.ts';
import { refundDue } from './payment-service.ts';

export interface RefundUpkeepOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  readonly gateway: PaymentGateway | null;
  /** Called after a commit that changed challans. */
  readonly onChanged: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

const LOOK_MS = 60_000;
/** Challans and refunds that one look works on before it looks again. */
const BATCH = 200;
/** Minutes until a gateway is asked again, by how often it was asked; after the last one a person has to look. */
const RETRY_MINUTES = [1, 5, 15, 60, 180, 720, 1440];
const MINUTE_MS = 60_000;

/**
 * Gives money back: notes what is due when a challan has fallen away, asks the gateway until it has gone, and then says so
 * of the challan. Everything is in the database, so that a restart loses nothing and asks nothing twice: each refund has one
 * identifier, by which the gateway knows it.
 */
export class RefundUpkeep implements AsyncDisposable {
  readonly #options: RefundUpkeepOptions;
  readonly #job: RepeatedJob;
  /** Challans that changed before it have been looked at. */
  #since: Instant = instantOf(0);

  constructor(options: RefundUpkeepOptions) {
    this.#options = options;
    this.#job = new RepeatedJob({
      work: () => this.#look(),
      everyMs: LOOK_MS,
      failure: 'refunds were not looked at',
      logger: options.logger,
    });
  }

  start(): void {
    this.#job.start();
  }

  /** Looks soon: something may have fallen away. */
  look(): void {
    this.#job.look();
  }

  /** One look, that whoever asks can wait for. */
  run(): Promise<void> {
    return this.#job.run();
  }

  /** Refunds, newest first. */
  list(query: RefundQuery): Promise<Refund[]> {
    return listRefunds(this.#options.db, query);
  }

  /**
   * Asks the gateway anew for what it refused.
   * @throws NotFoundError `REFUND_NOT_FOUND`; ConflictError `REFUND_NOT_FAILED`
   */
  async retry(id: Identifier, by: NonNullable<ChallanActor>): Promise<Refund> {
    const refund = await changeInLedger(this.#options.db, async (tx) => {
      const stored = await lockRefund(tx, id);
      if (stored === null) throw new NotFoundError('refund');
      if (stored.state !== 'failed')
        throw new ConflictError(
          'REFUND_NOT_FAILED',
          'The gateway has not refused this; nothing was changed.',
        );
      const again = { state: 'due' as const, attempts: 0, problem: stored.problem };
      await changeRefund(tx, id, { ...again, nextAt: this.#at(), doneAt: null });
      const entry = this.#entry('refund.retried', id, {}, `user:${by.id}`);
      return { result: { ...stored, ...again }, entries: [entry] };
    });
    this.look();
    return refund;
  }

  [Symbol.asyncDispose](): Promise<void> {
    return this.#job[Symbol.asyncDispose]();
  }

  async #look(): Promise<void> {
    await this.#noteWhatFell();
    await this.#askGateway();
    await this.#sayWhatWentBack();
  }

  async #noteWhatFell(): Promise<void> {
    const { db, now } = this.#options;
    const began = instantOf(now() - 10 * MINUTE_MS);
    for (;;) {
      const fallen = await listFallenWithMoney(db, this.#since, BATCH);
      for (const id of fallen) await changeInLedger(db, (tx) => this.#giveBackIn(tx, id));
      if (fallen.length < BATCH) break;
    }
    this.#since = began;
  }

  async #giveBackIn(tx: Database, id: Identifier): Promise<{ result: undefined; entries: LedgerEntry[] }> {
    const challan = await lockChallan(tx, id);
    const isFallen = challan !== null && ['cancelled', 'lapsed', 'refund-due'].includes(challan.state);
    if (!isFallen) return { result: undefined, entries: [] };
    const cause: RefundCause = challan.cancelCause === 'contest-lapsed' ? 'lapsed' : 'cancelled';
    const held = await listHeld(tx, id);
    const entries: LedgerEntry[] = [];
    for (const { paymentId, amount } of refundsOfAll(held)) {
      const refund = { id: newIdentifier(), paymentId, challanId: id };
      const gateway = held.find((one) => one.paymentId === paymentId)?.gateway ?? '';
      await insertRefund(tx, { ...refund, gateway, amount, cause, at: this.#at() });
      entries.push(refundDue(refund, amount, cause, this.#options.now()));
    }
    return { result: undefined, entries };
  }

  async #askGateway(): Promise<void> {
    const { db, gateway } = this.#options;
    if (gateway === null) return;
    for (;;) {
      const due = await listRefundsToAsk(db, gateway.name, this.#at(), BATCH);
      for (const refund of due) await this.#ask(gateway, refund);
      if (due.length < BATCH) return;
    }
  }

  async #ask(gateway: PaymentGateway, refund: Refund & { readonly gatewayPaymentId: string }): Promise<void> {
    const { db, logger } = this.#options;
    const { id, amount, gatewayPaymentId } = refund;
    let answer: RefundAnswer;
    try {
      answer = await gateway.refund({ id, paymentId: gatewayPaymentId, amount });
    } catch (error) {
      logger.warn({ err: error, refund: id }, 'a gateway was not reached for a refund');
      answer = { state: 'refused', problem: error instanceof Error ? error.message : String(error) };
    }
    await changeInLedger(db, async (tx) => {
      const stored = await lockRefund(tx, id);
      if (stored === null || (stored.state !== 'due' && stored.state !== 'sent'))
        return { result: undefined, entries: [] };
      const attempts = stored.attempts + 1;
      const at = this.#at();
      if (answer.state === 'done') {
        await changeRefund(tx, id, { state: 'done', attempts, problem: null, nextAt: at, doneAt: at });
        const data = { challanId: stored.challan?.id ?? null, amount };
        return { result: undefined, entries: [this.#entry('refund.done', id, data)] };
      }
      const minutes = RETRY_MINUTES[attempts - 1];
      const isOver = minutes === undefined;
      await changeRefund(tx, id, {
        ...{ state: isOver ? 'failed' : 'sent', attempts, doneAt: null },
        problem: answer.state === 'refused' ? answer.problem : null,
        nextAt: instantOf(this.#options.now() + (minutes ?? 0) * MINUTE_MS),
      });
      return { result: undefined, entries: isOver ? [this.#entry('refund.failed', id, { amount })] : [] };
    });
  }

  async #sayWhatWentBack(): Promise<void> {
    const { db, challans, onChanged } = this.#options;
    for (;;) {
      const done = await listAllGoneBack(db, BATCH);
      for (const id of done)
        await changeInLedger(db, async (tx) => {
          const challan = await lockChallan(tx, id);
          if (challan?.state !== 'refund-due') return { result: undefined, entries: [] };
          const { entry } = await challans.changeIn(tx, id, { step: 'refunded', by: null });
          return { result: undefined, entries: [entry] };
        });
      if (done.length > 0) onChanged();
      if (done.length < BATCH) return;
    }
  }

  #entry(kind: string, id: Identifier, data: LedgerEntry['data'], actor = 'system:server'): LedgerEntry {
    return ledgerEntry({ kind, at: this.#options.now(), actor, subject: `refund:${id}`, data });
  }

  #at(): Instant {
    return instantOf(this.#options.now());
  }
}
