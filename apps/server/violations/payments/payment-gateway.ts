import type { LocalText } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import type { Instant } from '@amaan/contracts/instant';
import { AmaanError } from '@amaan/contracts/problem';
import type { PaymentReference } from '@amaan/contracts/violations/payment';

/**
 * What a gateway says or was asked cannot be used: `GATEWAY_SIGNATURE_INVALID` (nobody knows who sent it),
 * `GATEWAY_MESSAGE_INVALID` (signed, and makes no sense), `GATEWAY_UNREACHABLE`.
 */
export class GatewayError extends AmaanError {}

/** A request of a gateway as it arrived: signatures are over the very bytes. */
export interface SignedMessage {
  readonly body: Uint8Array;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
}

/** What a gateway tells, its signature checked. */
export type GatewayMessage =
  /** Before it takes money it asks how much, if anything, is owed. */
  | { readonly type: 'inquiry'; readonly reference: string }
  | {
      readonly type: 'payment';
      /** The gateway's own name of it: told again, it is the same payment. */
      readonly id: string;
      readonly reference: string;
      /** Whole rupees. */
      readonly amount: number;
      readonly paidAt: Instant;
      /** Of the signed bytes. */
      readonly digest: Digest;
    };

/** What a gateway is told before it takes money. Nothing says whose vehicle it is, or what happened. */
export interface InquiryAnswer {
  readonly reference: string;
  readonly payable: boolean;
  /** Whole rupees; 0 unless payable. */
  readonly amount: number;
  readonly currency: 'PKR';
  readonly payBy: Instant | null;
}

/** What became of money that was to go back: `pending` is asked about again. */
export type RefundAnswer =
  | { readonly state: 'done' }
  | { readonly state: 'pending' }
  | { readonly state: 'refused'; readonly problem: string };

/** One payment as the gateway settled it. */
export interface Settlement {
  readonly id: string;
  readonly reference: string;
  readonly amount: number;
}

/**
 * Where fines are paid: a bank, a wallet, an aggregator. An adapter of a real one implements this and nothing else; money
 * never passes through this deployment.
 */
export interface PaymentGateway {
  /** Small letters and hyphens: stands in addresses and in the ledger. */
  readonly name: string;
  /** Whether no money moves. It is said wherever somebody might pay. */
  readonly test: boolean;
  /** How a citizen pays, one or two sentences; the reference is said beside it. */
  readonly how: LocalText;

  /** @throws GatewayError `GATEWAY_SIGNATURE_INVALID`, `GATEWAY_MESSAGE_INVALID` */
  read(message: SignedMessage): GatewayMessage;

  /**
   * Asks that money goes back to whoever paid it.
   * @param request `id` is the same however often it is asked: it goes back once
   * @throws GatewayError `GATEWAY_UNREACHABLE`
   */
  refund(request: {
    readonly id: string;
    readonly paymentId: string;
    readonly amount: number;
  }): Promise<RefundAnswer>;

  /**
   * Everything that it took between two instants.
   * @throws GatewayError `GATEWAY_UNREACHABLE`
   */
  settlements(from: Instant, to: Instant): Promise<readonly Settlement[]>;
}

/** A gateway at which anybody can act as the bank; only the test gateway is one. */
export interface TestBank {
  /** Pays as a citizen would, and gives the signed message that a bank would send. */
  pay(payment: { readonly reference: PaymentReference; readonly amount: number }): Promise<SignedMessage>;
}
