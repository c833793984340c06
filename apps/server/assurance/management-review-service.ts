import type { SiteScope } from '@amaan/contracts/api/me';
import type { ControlOverview } from '@amaan/contracts/governance/control';
import {
  type EarlierDecision,
  ManagementReview,
  type ReviewInputs,
  type ReviewPeriod,
} from '@amaan/contracts/governance/management-review';
import type { GovernanceRecord, RecordAuthor } from '@amaan/contracts/governance/record';
import { instantOf } from '@amaan/contracts/instant';
import type { ServicePerformance } from '@amaan/contracts/performance';
import { RECORD_FLOWS } from '@amaan/governance/assurance/record-flow';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import { summariseMonitoringRuns } from '@amaan/store/monitoring';
import type { Database } from '@amaan/store/open-database';
import { listRecords } from '@amaan/store/records';
import { countWatch, gatherReviewInputs } from '@amaan/store/review-inputs';
import type { RecordService } from '../records/record-service.ts';
import type { TrainingService } from './training-service.ts';

/** What a review asks other parts of the platform. */
export interface ReviewSources {
  readonly controls: () => Promise<ControlOverview>;
  readonly performance: (
    query: { readonly from: string; readonly to: string; readonly simulated: boolean },
    sites: SiteScope,
  ) => Promise<ServicePerformance>;
}

export interface ManagementReviewServiceOptions {
  readonly db: Database;
  readonly records: RecordService;
  readonly training: TrainingService;
  readonly now: () => number;
  /** Left out: the review has no figures of controls and service. */
  readonly reviewSources?: ReviewSources | undefined;
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
      ...(await this.#figures({ from, to })),
      training: { people: people.length, withGaps: people.filter(({ gaps }) => gaps.length > 0).length },
    };
    const [before] = await listRecords(db, { kinds: ['management-review'], statuses: ['closed'] });
    const earlier = before === undefined ? null : ManagementReview.parse(before.body);
    const previousDecisions = earlier?.decisions ?? '';
    const earlierDecisions = earlier === null ? [] : openDecisions(earlier, before!.number);
    return records.open({
      kind: 'management-review',
      system: null,
      title: `${from.slice(0, 10)} – ${to.slice(0, 10)}`,
      status: RECORD_FLOWS['management-review'].initial,
      owner: by.name,
      reviewAt: null,
      expiresAt: null,
      // What is left out is not there: no member is undefined.
      body: ManagementReview.parse({
        heldAt: gatheredAt,
        inputs: { ...inputs, ...(earlier !== null && { earlierDecisions: countDecisions(earlier) }) },
        previousDecisions,
        earlierDecisions,
      }) as GovernanceRecord['body'],
      by,
      note: 'Inputs gathered from the system.',
    });
  }

  /** What monitoring, reviewers, the service and the controls came to in the period. */
  async #figures(period: ReviewPeriod): Promise<Partial<ReviewInputs>> {
    const { db, reviewSources } = this.#options;
    const { runs, longestGapMs } = await summariseMonitoringRuns(db, period);
    const { rulesFired, gaps, drifts, reviewed, rejected } = await countWatch(db, period);
    const monitoring = {
      ...{ runs, rulesFired, gaps, drifts },
      longestGapMinutes: Math.round((longestGapMs ?? 0) / 60_000),
    };
    const percent = (share: number) => Math.round(share * 100);
    const isKnown = reviewed >= FEWEST_REVIEWS;
    const interval = isKnown ? wilsonInterval(rejected, reviewed) : null;
    const overrides = {
      reviewed,
      rejectedPercent: isKnown ? percent(rejected / reviewed) : null,
      lowPercent: interval && percent(interval.low),
      highPercent: interval && percent(interval.high),
    };
    if (reviewSources === undefined) return { monitoring, overrides };
    const { whole } = await reviewSources.performance({ ...period, simulated: false }, 'all');
    const seconds = (phase: (typeof whole)[number]['phase']) => {
      const median = whole.find((one) => one.phase === phase)?.median;
      return median?.state === 'known' ? Math.max(0, Math.round(median.value)) : null;
    };
    const controls: Record<string, number> = {};
    for (const { status } of (await reviewSources.controls()).controls)
      controls[status] = (controls[status] ?? 0) + 1;
    return {
      monitoring,
      overrides,
      controls,
      service: {
        alertSeconds: seconds('alert'),
        acknowledgementSeconds: seconds('acknowledgement'),
        dispatchSeconds: seconds('dispatch'),
        closureSeconds: seconds('closure'),
      },
    };
  }
}

/** Below it a share of rejections would be chance. */
const FEWEST_REVIEWS = 30;

/** What the next review asks about: each line of what was decided, and what was still open then. */
function openDecisions({ decisions, earlierDecisions }: ManagementReview, review: string): EarlierDecision[] {
  const own = decisions
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((decision) => ({ decision: decision.slice(0, 2000), review, state: 'open' as const, note: '' }));
  return [...earlierDecisions.filter(({ state }) => state === 'open'), ...own].slice(0, 100);
}

/** What had become of the decisions that the review before looked at. */
function countDecisions({ earlierDecisions }: ManagementReview): ReviewInputs['earlierDecisions'] {
  const count = (state: EarlierDecision['state']) =>
    earlierDecisions.filter((decision) => decision.state === state).length;
  return { open: count('open'), done: count('done'), dropped: count('dropped') };
}
