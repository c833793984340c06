import type { LiveUpdate } from '@amaan/contracts/live-update';
import type { ObjectStore } from '@amaan/store/object-store';
import type { Database } from '@amaan/store/open-database';
import type { Logger } from 'pino';
import type { IncidentReporter } from '../incidents/incident-reporter.ts';
import type { PdfThread } from '../pdf/pdf-thread.ts';
import { BulkCancelJob } from './bulk/bulk-cancel-job.ts';
import { BulkCancelService } from './bulk/bulk-cancel-service.ts';
import { SuspensionDesk } from './camera-suspension/suspension-desk.ts';
import { SuspensionWatch } from './camera-suspension/suspension-watch.ts';
import type { Violations } from './create-violations.ts';
import { ViolationFigures } from './figures/violation-figures.ts';
import { NoticeService } from './notices/notice-service.ts';
import { createPayments, type Payments } from './payments/create-payments.ts';
import type { PaymentGateway } from './payments/payment-gateway.ts';

export interface FinesOptions {
  readonly db: Database;
  readonly objects: ObjectStore;
  /** Draws notices. */
  readonly pdf: Pick<PdfThread, 'draw'>;
  readonly violations: Pick<Violations, 'challans' | 'evidence'>;
  readonly incidents: Pick<IncidentReporter, 'reportIn'>;
  /** Null: none is set up, and nothing can be paid. */
  readonly gateway: PaymentGateway | null;
  /** Origin that citizens see: stands on notices. */
  readonly portalOrigin: string;
  /** Share of cancelled challans, by its lower end, at which a camera stops by itself. */
  readonly cancellationLimit: number;
  readonly publish: (update: LiveUpdate) => void;
  /** Tells workers that cameras stopped enforcing, or may again. */
  readonly announceAssignment: () => void;
  readonly now: () => number;
  readonly logger: Logger;
}

/** What follows once a challan is issued: its notice, its money, taking many back, cameras that stop, and the figures. */
export interface Fines extends AsyncDisposable {
  readonly notices: NoticeService;
  readonly payments: Payments;
  readonly bulk: BulkCancelService;
  readonly bulkJob: BulkCancelJob;
  readonly suspensions: SuspensionDesk;
  readonly suspensionWatch: SuspensionWatch;
  readonly figures: ViolationFigures;
  /** Jobs beside the requests: refunds, bulk cancellations that were approved, and the rates of cameras. */
  start(): void;
}

export function createFines(options: FinesOptions): Fines {
  const { violations, gateway, cancellationLimit: limit, publish, announceAssignment } = options;
  const { challans, evidence } = violations;
  const onChanged = () => publish({ type: 'violations-changed' });
  const onStanding = () => {
    announceAssignment();
    onChanged();
  };
  const stack = new AsyncDisposableStack();
  const payments = stack.use(createPayments({ ...options, challans, gateway, onChanged }));
  const bulkJob = stack.use(
    new BulkCancelJob({
      ...{ ...options, challans },
      onChanged: () => {
        onChanged();
        payments.refunds.look();
      },
    }),
  );
  const suspensionWatch = stack.use(new SuspensionWatch({ ...options, limit, onChanged: onStanding }));
  const paying = payments.service.waysOf.bind(payments.service);
  return {
    ...{ payments, bulkJob, suspensionWatch },
    notices: new NoticeService({ ...options, evidence, paying }),
    bulk: new BulkCancelService({ ...options, onApproved: () => bulkJob.look() }),
    suspensions: new SuspensionDesk({ ...options, onChanged: onStanding }),
    figures: new ViolationFigures({ ...options, limit }),
    start() {
      payments.start();
      bulkJob.start();
      suspensionWatch.start();
    },
    [Symbol.asyncDispose]: () => stack.disposeAsync(),
  };
}
