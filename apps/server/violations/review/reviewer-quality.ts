import type { ReviewerQuality, ReviewerQualityList } from '@amaan/contracts/violations/api-violation-cases';
import { wilsonInterval } from '@amaan/governance-monitoring/wilson-interval';
import type { Database } from '@amaan/store/open-database';
import { countReviewers, type ReviewerCounts } from '@amaan/store/violations/reviewer-counts';
import type { Principal } from '../../access/decide.ts';

/** Of fewer answers that were looked at again no rate is told. */
const LEAST_LOOKED = 5;

/** How well each reviewer's answers held, and with it how many there were: one is never told without the other. */
export async function readReviewerQuality(
  db: Database,
  { from, to }: { readonly from: string; readonly to: string },
  by: Principal,
): Promise<ReviewerQualityList> {
  const counts = await countReviewers(db, { from, to, sites: by.sites });
  return { from, to, reviewers: counts.map(qualityOf) };
}

/** Exported for tests. */
export function qualityOf(counts: ReviewerCounts): ReviewerQuality {
  const looked = counts.secondLooks + counts.confirmed;
  const wrong = counts.disagreements + counts.cancelledLater;
  const errorRate =
    looked < LEAST_LOOKED ? null : { value: wrong / looked, ...wilsonInterval(wrong, looked) };
  return { ...counts, errorRate };
}
