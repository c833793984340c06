import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { ChallanService } from '../issue/challan-service.ts';
import type { PaymentGateway } from './payment-gateway.ts';
import { PaymentService } from './payment-service.ts';
import { ReconciliationService } from './reconciliation-service.ts';
import { RefundUpkeep } from './refund-upkeep.ts';

export interface PaymentsOptions {
  readonly db: Database;
  readonly challans: Pick<ChallanService, 'changeIn'>;
  /** Null: none is set up. */
  readonly gateway: PaymentGateway | null;
  /** Called after a commit that changed challans. */
  readonly onChanged: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** Money that comes, goes back and is compared. */
export interface Payments extends AsyncDisposable {
  readonly service: PaymentService;
  readonly refunds: RefundUpkeep;
  readonly reconciliations: ReconciliationService;
  start(): void;
}

export function createPayments(options: PaymentsOptions): Payments {
  const refunds = new RefundUpkeep(options);
  return {
    service: new PaymentService({
      ...options,
      onChanged: () => {
        options.onChanged();
        refunds.look();
      },
    }),
    refunds,
    reconciliations: new ReconciliationService(options),
    start: () => refunds.start(),
    [Symbol.asyncDispose]: () => refunds[Symbol.asyncDispose](),
  };
}
