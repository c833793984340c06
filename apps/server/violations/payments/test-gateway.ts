import { randomUUID } from 'node:crypto';
import { appendFile, mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { digestOfBytes } from '@amaan/contracts/digest-of';
import { Instant, instantOf } from '@amaan/contracts/instant';
import { PaymentReference } from '@amaan/contracts/violations/payment';
import { isFileError } from '@amaan/store/durable-file';
import { readOrCreatePassword } from '@amaan/store/key-file';
import { z } from 'zod';
import {
  GatewayError,
  type GatewayMessage,
  type PaymentGateway,
  type RefundAnswer,
  type Settlement,
  type SignedMessage,
  type TestBank,
} from './payment-gateway.ts';
import { requireSignature, signBody } from './signed-body.ts';

const Message = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('inquiry'), reference: z.string().max(40) }),
  z.strictObject({
    type: z.literal('payment'),
    id: z.string().min(1).max(80),
    reference: z.string().max(40),
    amount: z.int().positive().max(100_000_000),
    currency: z.literal('PKR'),
    paidAt: Instant,
  }),
]);

/** What the bank that there is not keeps of a day: its side of a reconciliation. */
const Booked = z.object({ id: z.string(), reference: PaymentReference, amount: z.int(), paidAt: Instant });
type Booked = z.infer<typeof Booked>;

export interface TestGatewayOptions {
  /** Where it keeps its key and what it took. */
  readonly folder: string;
  readonly now: () => number;
}

/**
 * TEST: a gateway without a bank, for demonstrations and tests. No money moves, and whoever knows a reference can pay: it is
 * never the gateway of a deployment whose fines are real. Messages are signed as those of a real one are.
 */
export class TestGateway implements PaymentGateway, TestBank {
  readonly name = 'test';
  readonly test = true;
  readonly how = {
    en: 'TEST: there is no bank behind this, and no money moves.',
    ur: 'آزمائش: اس کے پیچھے کوئی بینک نہیں، اور کوئی رقم نہیں جاتی۔',
  };
  readonly #options: TestGatewayOptions;
  readonly #key: string;

  private constructor(options: TestGatewayOptions, key: string) {
    this.#options = options;
    this.#key = key;
  }

  /** @throws KeyFileError */
  static async open(options: TestGatewayOptions): Promise<TestGateway> {
    await mkdir(options.folder, { recursive: true });
    return new TestGateway(options, await readOrCreatePassword(join(options.folder, 'signing.key')));
  }

  read(message: SignedMessage): GatewayMessage {
    requireSignature(message, this.#key, this.#options.now());
    const parsed = Message.safeParse(parseJson(message.body));
    if (!parsed.success)
      throw new GatewayError('GATEWAY_MESSAGE_INVALID', 'The message of the gateway makes no sense.');
    const said = parsed.data;
    return said.type === 'inquiry' ? said : { ...said, digest: digestOfBytes(message.body) };
  }

  async refund(): Promise<RefundAnswer> {
    return { state: 'done' };
  }

  async settlements(from: Instant, to: Instant): Promise<Settlement[]> {
    const booked = await this.#booked();
    return booked.filter(({ paidAt }) => paidAt >= from && paidAt < to);
  }

  async pay(payment: { readonly reference: string; readonly amount: number }): Promise<SignedMessage> {
    const booked: Booked = { ...payment, id: randomUUID(), paidAt: instantOf(this.#options.now()) };
    await appendFile(this.#path, `${JSON.stringify(booked)}\n`, { mode: 0o600 });
    return this.sign({ type: 'payment', currency: 'PKR', ...booked });
  }

  /** A message as this gateway would send it. */
  sign(message: object): SignedMessage {
    return signBody(Buffer.from(JSON.stringify(message)), this.#key, this.#options.now());
  }

  get #path(): string {
    return join(this.#options.folder, 'booked.jsonl');
  }

  async #booked(): Promise<Booked[]> {
    try {
      const lines = (await readFile(this.#path, 'utf8')).split('\n').filter((line) => line !== '');
      return lines.map((line) => Booked.parse(JSON.parse(line)));
    } catch (error) {
      if (isFileError(error, 'ENOENT')) return [];
      throw error;
    }
  }
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString('utf8'));
  } catch {
    return null;
  }
}
