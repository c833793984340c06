import { ManagementReview, type ReviewPeriod } from '@amaan/contracts/governance/management-review';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import { instantOf } from '@amaan/contracts/instant';
import { RECORD_FLOWS } from '@amaan/governance/assurance/record-flow';
import type { Database } from '@amaan/store/open-database';
import { listRecords } from '@amaan/store/records';
import { gatherReviewInputs } from '@amaan/store/review-inputs';
import type { RecordService } from '../records/record-service.ts';
import type { TrainingService } from './training-service.ts';

export interface ManagementReviewServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly training: TrainingService;
  readonly now: () => number;
}

/** Prepares management reviews: their inputs come from the system, not from memory. */
export class ManagementReviewService {
  readonly #options: ManagementReviewServiceOptions;

  constructor(options: ManagementReviewServiceOptions) {
    this.#options = options;
  }

  /** Opens the review of a period with its inputs and the decisions of the review before it. */
  async prepare({ from, to }: ReviewPeriod, by: RecordAuthor): Promise<GovernanceRecord> {
    const { db, records, training, now } = this.#options;
    const gatheredAt = instantOf(now());
    const people = await training.list();
    const inputs = {
      ...(await gatherReviewInputs(db, { from, to, now: gatheredAt })),
      training: { people: people.length, withGaps: people.filter(({ gaps }) => gaps.length > 0).length },
    };
    const [before] = await listRecords(db, { kinds: ['management-review'], statuses: ['closed'] });
    const previousDecisions = before === undefined ? '' : ManagementReview.parse(before.body).decisions;
    return records.open({
      kind: 'management-review',
      system: null,
      title: `${from.slice(0, 10)} – ${to.slice(0, 10)}`,
      status: RECORD_FLOWS['management-review'].initial,
      owner: by.name,
      reviewAt: null,
      expiresAt: null,
      body: ManagementReview.parse({ heldAt: gatheredAt, inputs, previousDecisions }),
      by,
      note: 'Inputs gathered from the system.',
    });
  }
}
