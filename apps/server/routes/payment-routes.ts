import { Identifier } from '@amaan/contracts/identifier';
import {
  ChallanAccount,
  Payment,
  PaymentQuery,
  PaymentReference,
  Reconciliation,
  ReconciliationInput,
  Refund,
  RefundQuery,
} from '@amaan/contracts/violations/payment';
import { z } from 'zod';
import type { App } from '../http/app.ts';
import { HttpError, NotFoundError } from '../http/http-errors.ts';
import { takeBytes } from '../http/take-bytes.ts';
import type { Payments } from '../violations/payments/create-payments.ts';
import type { PaymentGateway, TestBank } from '../violations/payments/payment-gateway.ts';
import { actorOf } from './actor.ts';

const tags = ['payments'];
const params = z.object({ id: Identifier });
const LARGEST_MESSAGE_BYTES = 16 * 1024;
/** A bank may have many to tell at once; whoever is none fails at the signature. */
const GATEWAY_LIMIT = { max: 1200, timeWindow: '1 minute' };

const InquiryAnswer = z.object({
  reference: z.string(),
  payable: z.boolean(),
  amount: z.int().nonnegative(),
  currency: z.literal('PKR'),
  payBy: z.iso.datetime().nullable(),
});
/** What a gateway is answered to a payment: that it was counted, and as what. */
const Counted = Payment.pick({ id: true, gatewayPaymentId: true, amount: true, standing: true });

/** Money of challans: what gateways tell, and what officers see of it. */
export function paymentRoutes(app: App, payments: Payments): void {
  const { service, refunds, reconciliations } = payments;
  app.register(async (plain) => {
    const scope = plain as App;
    // Signatures are over the very bytes.
    takeBytes(scope);
    scope.post(
      '/api/public/payments/:gateway/messages',
      {
        config: { action: 'public', rateLimit: GATEWAY_LIMIT },
        bodyLimit: LARGEST_MESSAGE_BYTES,
        schema: {
          ...{
            tags,
            security: [],
            summary: 'A signed message of a payment gateway: an inquiry, or a payment',
          },
          params: z.object({ gateway: z.string().max(40) }),
          response: { 200: z.union([InquiryAnswer, Counted]) },
        },
      },
      async (request) => {
        const body = request.body instanceof Uint8Array ? request.body : new Uint8Array();
        return service.take(request.params.gateway, { body, headers: request.headers });
      },
    );
  });
  app.post(
    '/api/public/payments/test/pay',
    {
      config: { action: 'public', rateLimit: { max: 20, timeWindow: '1 minute' } },
      schema: {
        ...{
          tags,
          security: [],
          summary: 'TEST: pays as if a bank had been paid; only with the test gateway',
        },
        body: z.strictObject({ reference: PaymentReference, amount: z.int().positive().max(1_000_000) }),
        response: { 200: Counted },
      },
    },
    async (request) => {
      const bank = testBankOf(service.gateway);
      const counted = await service.take('test', await bank.pay(request.body));
      if ('payable' in counted)
        throw new HttpError(500, 'INTERNAL', 'The test gateway asked instead of paying.');
      return counted;
    },
  );
  app.get(
    '/api/violations/challans/:id/account',
    {
      config: { action: 'payment.read' },
      schema: {
        ...{ tags, summary: 'What was paid and given back on one challan', params },
        response: { 200: ChallanAccount },
      },
    },
    (request) => service.account(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/violations/payments',
    {
      config: { action: 'payment.read' },
      schema: {
        ...{ tags, summary: 'Payments, newest first', querystring: PaymentQuery },
        response: { 200: z.object({ payments: z.array(Payment) }) },
      },
    },
    async (request) => ({ payments: await service.list(request.query) }),
  );
  app.get(
    '/api/violations/refunds',
    {
      config: { action: 'payment.read' },
      schema: {
        ...{ tags, summary: 'Money that goes back, newest first', querystring: RefundQuery },
        response: { 200: z.object({ refunds: z.array(Refund) }) },
      },
    },
    async (request) => ({ refunds: await refunds.list(request.query) }),
  );
  app.post(
    '/api/violations/refunds/:id/retry',
    {
      config: { action: 'payment.change' },
      schema: {
        ...{ tags, summary: 'Ask the gateway anew for a refund that it refused', params },
        response: { 200: Refund },
      },
    },
    (request) => refunds.retry(request.params.id, actorOf(request)),
  );
  app.get(
    '/api/violations/reconciliations',
    {
      config: { action: 'payment.read' },
      schema: {
        ...{ tags, summary: 'Days that were compared with the gateway, newest first' },
        response: { 200: z.object({ reconciliations: z.array(Reconciliation) }) },
      },
    },
    async () => ({ reconciliations: await reconciliations.list() }),
  );
  app.post(
    '/api/violations/reconciliations',
    {
      config: { action: 'payment.change' },
      schema: {
        ...{ tags, summary: 'Compare a day with what the gateway settled', body: ReconciliationInput },
        response: { 200: Reconciliation },
      },
    },
    (request) => reconciliations.compare(request.body.day, actorOf(request)),
  );
}

/** @throws NotFoundError `TEST_BANK_NOT_FOUND` unless the gateway is the one without a bank */
function testBankOf(gateway: PaymentGateway | null): TestBank {
  if (gateway === null || !gateway.test || !('pay' in gateway)) throw new NotFoundError('test bank');
  return gateway as PaymentGateway & TestBank;
}
