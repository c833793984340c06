import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { instantOf } from '@amaan/contracts/instant';
import type { Payment } from '@amaan/contracts/violations/payment';
import type { Database } from '@amaan/store/open-database';
import { ensureSite } from '@amaan/store/sites';
import { createTestDatabase } from '@amaan/store/test-database';
import { getChallan, type StoredChallan } from '@amaan/store/violations/challans';
import Fastify from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { App } from '../../http/app.ts';
import { answerProblems } from '../../http/problem-details.ts';
import { paymentRoutes } from '../../routes/payment-routes.ts';
import { somebody } from '../../testing/access-table.ts';
import { issueTestChallan } from '../../testing/issued-challan.ts';
import { ChallanService } from '../issue/challan-service.ts';
import { createPayments, type Payments } from './create-payments.ts';
import {
  GatewayError,
  type PaymentGateway,
  type RefundAnswer,
  type SignedMessage,
  type TestBank,
} from './payment-gateway.ts';
import { signBody } from './signed-body.ts';
import { TestGateway } from './test-gateway.ts';

const clock = { now: Date.parse('2026-11-02T09:00:00.000Z') };
const now = () => clock.now;
const supervisor = { id: 'u-1', name: 'Supervisor' };
const officer = somebody('supervisor');

let db: Database;
let folder: string;
let bank: TestGateway;
let payments: Payments;
let challans: ChallanService;
let siteId: string;
/** What the gateway answers to refunds; it is down where that is an error. */
let answers: RefundAnswer | Error = { state: 'done' };
const asked: { id: string; paymentId: string; amount: number }[] = [];

beforeAll(async () => {
  db = await createTestDatabase();
  folder = await mkdtemp(join(tmpdir(), 'amaan-payments-'));
  bank = await TestGateway.open({ folder, now });
  const gateway: PaymentGateway & TestBank = {
    pay: (payment) => bank.pay(payment),
    ...{ name: bank.name, test: bank.test, how: bank.how },
    read: (message) => bank.read(message),
    settlements: (from, to) => bank.settlements(from, to),
    async refund(request) {
      asked.push(request);
      if (answers instanceof Error) throw answers;
      return answers;
    },
  };
  challans = new ChallanService({ db, province: 'punjab', now, onChanged: () => {} });
  payments = createPayments({
    ...{ db, challans, gateway, now, onChanged: () => {}, logger: pino({ level: 'silent' }) },
  });
  siteId = (await ensureSite(db, 'Lahore')).id;
});
afterAll(async () => {
  await payments?.[Symbol.asyncDispose]();
  await db?.destroy();
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
});

const issue = () => issueTestChallan(db, challans, { siteId, at: clock.now - 3_600_000 });
const stateOf = async ({ id }: StoredChallan) => (await getChallan(db, id))?.state;
const accountOf = ({ id }: StoredChallan) => payments.service.account(id, officer);
const referenceOf = async (challan: StoredChallan) =>
  (await payments.service.waysOf(challan))?.reference ?? '';
async function pay(reference: string, amount: number): Promise<Payment> {
  return (await payments.service.take('test', await bank.pay({ reference, amount }))) as Payment;
}

describe('paying', () => {
  test('is told with the amount and one reference, the same each time', async () => {
    const challan = await issue();
    const ways = await payments.service.waysOf(challan);
    expect(ways).toMatchObject({ gateway: 'test', test: true, owed: 2000, currency: 'PKR' });
    expect(ways?.reference).toMatch(/^\d{18}$/);
    const both = await Promise.all([payments.service.waysOf(challan), payments.service.waysOf(challan)]);
    expect(both.map((one) => one?.reference)).toEqual([ways?.reference, ways?.reference]);
  });

  test('settles the fine, once, however often and however much at once it is told', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    const message = await bank.pay({ reference, amount: 2000 });
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => payments.service.take('test', message)),
    );
    expect(new Set(answers.map((answer) => 'id' in answer && answer.id)).size).toBe(1);
    expect(await stateOf(challan)).toBe('paid');
    expect(await accountOf(challan)).toMatchObject({ held: 2000, owed: 0, refunds: [] });
    const { kind, data } = await lastEntry('payment.received');
    expect(kind).toBe('payment.received');
    expect(data).toMatchObject({ amount: 2000, test: true, standing: 'settles' });
    expect(JSON.stringify(data)).not.toContain(reference);
  });

  test('in parts is owed for the rest; too much and twice go back', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    expect((await pay(reference, 500)).standing).toBe('part');
    expect((await payments.service.waysOf((await getChallan(db, challan.id))!))?.owed).toBe(1500);
    expect((await pay(reference, 1800)).standing).toBe('surplus');
    expect((await pay(reference, 2000)).standing).toBe('not-owed');
    await payments.refunds.run();
    const account = await accountOf(challan);
    expect(account).toMatchObject({ state: 'paid', held: 2000 });
    expect(account.refunds.map(({ amount, cause, state }) => [amount, cause, state])).toEqual([
      [300, 'surplus', 'done'],
      [2000, 'not-owed', 'done'],
    ]);
  });

  test('two halves at the same moment pay it and nothing is lost', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    await Promise.all([pay(reference, 1000), pay(reference, 1000), pay(reference, 1000)]);
    await payments.refunds.run();
    expect(await accountOf(challan)).toMatchObject({
      state: 'paid',
      held: 2000,
      refunds: [{ amount: 1000 }],
    });
  });

  test('with a reference that nobody has goes back and is shown to a person', async () => {
    const payment = await pay('000000079927398713', 700);
    expect(payment).toMatchObject({ standing: 'unknown-reference', challan: null });
    await payments.refunds.run();
    expect((await payments.refunds.list({ state: 'done', limit: 5 }))[0]).toMatchObject({
      cause: 'unknown-reference',
      amount: 700,
    });
    expect((await payments.service.list({ odd: true, limit: 10 })).map(({ id }) => id)).toContain(payment.id);
  });

  test('while it is contested is held, and goes back when the contest is accepted', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    await challans.change(challan.id, { step: 'contested', by: null });
    expect(await payments.service.waysOf((await getChallan(db, challan.id))!)).toBeNull();
    expect((await pay(reference, 2000)).standing).toBe('held');
    expect(await stateOf(challan)).toBe('contested');
    await challans.change(challan.id, { step: 'cancelled', by: null, cause: 'contest-accepted' });
    await payments.refunds.run();
    expect(await stateOf(challan)).toBe('refunded');
    expect(await accountOf(challan)).toMatchObject({
      held: 0,
      refunds: [{ cause: 'cancelled', state: 'done' }],
    });
  });

  test('a part that was paid goes back when the challan lapses', async () => {
    const challan = await issue();
    await pay(await referenceOf(challan), 400);
    await challans.change(challan.id, { step: 'contested', by: null });
    await challans.change(challan.id, { step: 'lapsed', by: null });
    await payments.refunds.run();
    expect(await stateOf(challan)).toBe('lapsed');
    expect(await accountOf(challan)).toMatchObject({ held: 0, refunds: [{ cause: 'lapsed', amount: 400 }] });
  });
});

describe('an inquiry', () => {
  const ask = (reference: string) => payments.service.take('test', bank.sign({ type: 'inquiry', reference }));

  test('is told what is owed, and nothing of what is not', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    expect(await ask(reference)).toMatchObject({ payable: true, amount: 2000, payBy: challan.payBy });
    await challans.change(challan.id, { step: 'contested', by: null });
    expect(await ask(reference)).toMatchObject({ payable: false, amount: 0, payBy: null });
    expect(await ask('123')).toMatchObject({ payable: false });
  });
});

describe('a message', () => {
  const body = {
    type: 'payment',
    id: 'x-1',
    reference: '1',
    amount: 5,
    currency: 'PKR',
    paidAt: instantOf(0),
  };

  test('that is not signed by the gateway, or was signed long ago, counts for nothing', async () => {
    const foreign = signBody(Buffer.from(JSON.stringify(body)), 'another key', clock.now);
    const own = bank.sign(body);
    const changed = { ...own, body: Buffer.from(JSON.stringify({ ...body, amount: 50_000 })) };
    for (const message of [foreign, changed, { ...own, headers: {} }])
      await expect(payments.service.take('test', message)).rejects.toMatchObject({ status: 401 });
    clock.now += 600_000;
    await expect(payments.service.take('test', own)).rejects.toMatchObject({
      code: 'GATEWAY_SIGNATURE_INVALID',
    });
    clock.now -= 600_000;
    await expect(payments.service.take('other', own)).rejects.toMatchObject({ status: 404 });
  });

  test.each([
    [{ ...body, amount: -5 }],
    [{ ...body, amount: 1.5 }],
    [{ ...body, currency: 'USD' }],
    [[]],
    ['x'],
  ])('that makes no sense is refused: %j', async (said) => {
    await expect(payments.service.take('test', bank.sign(said as object))).rejects.toMatchObject({
      status: 422,
      code: 'GATEWAY_MESSAGE_INVALID',
    });
  });

  test('that tells another amount of the same payment is refused; the first counts', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    const told = { ...body, id: 'twice', reference, amount: 2000 };
    await payments.service.take('test', bank.sign(told));
    await expect(payments.service.take('test', bank.sign({ ...told, amount: 20 }))).rejects.toMatchObject({
      code: 'PAYMENT_CONTRADICTS',
    });
    expect(await accountOf(challan)).toMatchObject({ state: 'paid', held: 2000 });
  });
});

describe('over HTTP', () => {
  let app: App;
  beforeAll(async () => {
    app = Fastify().withTypeProvider<ZodTypeProvider>() as unknown as App;
    app.setValidatorCompiler(validatorCompiler);
    app.setSerializerCompiler(serializerCompiler);
    answerProblems(app);
    paymentRoutes(app, payments);
    await app.ready();
  });
  afterAll(() => app?.close());
  const tell = (message: SignedMessage) =>
    app.inject({
      ...{ method: 'POST', url: '/api/public/payments/test/messages', payload: Buffer.from(message.body) },
      headers: { 'content-type': 'application/json', ...(message.headers as Record<string, string>) },
    });

  test('a message is checked byte by byte, and the answer says what it counted as', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    const inquiry = await tell(bank.sign({ type: 'inquiry', reference }));
    expect(inquiry.json()).toMatchObject({ payable: true, amount: 2000 });
    const message = await bank.pay({ reference, amount: 2000 });
    const changed = { ...message, body: Buffer.concat([message.body, Buffer.from(' ')]) };
    expect((await tell(changed)).statusCode).toBe(401);
    const counted = await tell(message);
    expect(counted.statusCode, counted.body).toBe(200);
    expect(Object.keys(counted.json())).toEqual(['id', 'gatewayPaymentId', 'amount', 'standing']);
    expect((await tell({ ...message, body: Buffer.alloc(20_000) })).statusCode).toBe(413);
    expect(await stateOf(challan)).toBe('paid');
  });

  test('with the test gateway somebody can act as the bank', async () => {
    const challan = await issue();
    const reference = await referenceOf(challan);
    const url = '/api/public/payments/test/pay';
    const paid = await app.inject({ method: 'POST', url, payload: { reference, amount: 2000 } });
    expect(paid.json()).toMatchObject({ amount: 2000, standing: 'settles' });
    expect(await stateOf(challan)).toBe('paid');
  });
});

describe('a refund', () => {
  test('is asked for again while the gateway is down, by one name, and fails into the hands of a person', async () => {
    const challan = await issue();
    await pay(await referenceOf(challan), 2000);
    await challans.change(challan.id, { step: 'cancelled', by: null, cause: 'issued-in-error' });
    answers = new GatewayError('GATEWAY_UNREACHABLE', 'The bank is closed.');
    asked.length = 0;
    for (let look = 0; look < 9; look++) {
      await payments.refunds.run();
      await payments.refunds.run();
      clock.now += 25 * 3_600_000;
    }
    expect(asked).toHaveLength(8);
    expect(new Set(asked.map(({ id }) => id)).size).toBe(1);
    const [failed] = await payments.refunds.list({ state: 'failed', limit: 10 });
    expect(failed).toMatchObject({ attempts: 8, problem: 'The bank is closed.' });
    expect(await stateOf(challan)).toBe('refund-due');

    answers = { state: 'pending' };
    await payments.refunds.retry(failed!.id, supervisor);
    await payments.refunds.run();
    expect(await stateOf(challan)).toBe('refund-due');
    answers = { state: 'done' };
    clock.now += 2 * 3_600_000;
    await payments.refunds.run();
    expect(await stateOf(challan)).toBe('refunded');
    await expect(payments.refunds.retry(failed!.id, supervisor)).rejects.toMatchObject({ status: 409 });
  });
});

test('a day is compared with what the gateway settled, and every difference is named', async () => {
  clock.now = Date.parse('2027-02-01T09:00:00.000Z');
  const reference = await referenceOf(await issue());
  await pay(reference, 2000);
  // Booked at the bank, and its message never came.
  await bank.pay({ reference, amount: 300 });
  // Told, and nowhere in the bank's books.
  const ghost = {
    type: 'payment',
    id: 'ghost',
    reference,
    amount: 40,
    currency: 'PKR',
    paidAt: instantOf(clock.now),
  };
  await payments.service.take('test', bank.sign(ghost));
  const result = await payments.reconciliations.compare('2027-02-01', supervisor);
  expect(result).toMatchObject({ agrees: 1, here: 2040, there: 2300, byName: 'Supervisor' });
  expect(result.differences.map(({ state, here, there }) => [state, here, there])).toEqual([
    ['missing-there', 40, null],
    ['missing-here', null, 300],
  ]);
  expect(await payments.reconciliations.list()).toEqual([result]);
  expect(await payments.reconciliations.compare('2027-02-02', supervisor)).toMatchObject({
    agrees: 0,
    differences: [],
  });
});

async function lastEntry(kind: string) {
  const row = await db
    .selectFrom('ledger_entry')
    .select('entry')
    .where('kind', '=', kind)
    .orderBy('index', 'desc')
    .executeTakeFirstOrThrow();
  return JSON.parse(row.entry) as { kind: string; data: Record<string, unknown> };
}
