import type { SiteScope } from '@amaan/contracts/api/me';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** What one reviewer answered in a period, and what became of it. */
export interface ReviewerCounts {
  readonly by: string;
  readonly byName: string;
  readonly decided: number;
  readonly secondLooks: number;
  readonly disagreements: number;
  readonly confirmed: number;
  readonly cancelledLater: number;
}

/**
 * How many first answers each reviewer gave between two instants, with how many of them were looked at again and not shared,
 * and how many of the challans that followed were taken back.
 */
export async function countReviewers(
  db: Database,
  { from, to, sites }: { readonly from: Instant; readonly to: Instant; readonly sites: SiteScope },
): Promise<ReviewerCounts[]> {
  const { rows } = await sql<ReviewerCounts>`
    WITH answer AS (
      SELECT decision.by_user, decision.by_name, decision.decision, decision.case_id,
        (SELECT second.decision FROM violation_decision AS second
          WHERE second.case_id = decision.case_id AND second.step = 'second-look' AND second.at >= decision.at
          ORDER BY second.at LIMIT 1) AS second_answer,
        challan.state AS challan
      FROM violation_decision AS decision
      JOIN violation_case ON violation_case.id = decision.case_id
      LEFT JOIN challan ON challan.case_id = decision.case_id
      WHERE decision.step = 'review' AND decision.decision IN ('confirm', 'reject')
        AND decision.at >= ${from}::timestamptz AND decision.at < ${to}::timestamptz
        AND ${withinSites('violation_case.site_id', sites)}
    )
    SELECT by_user AS by, max(by_name) AS "byName", count(*) AS decided,
      count(second_answer) AS "secondLooks",
      count(*) FILTER (WHERE second_answer IS NOT NULL AND second_answer <> decision) AS disagreements,
      count(*) FILTER (WHERE decision = 'confirm' AND challan IS NOT NULL) AS confirmed,
      count(*) FILTER (WHERE decision = 'confirm'
        AND challan IN ('cancelled', 'lapsed', 'refund-due', 'refunded')) AS "cancelledLater"
    FROM answer GROUP BY by_user ORDER BY decided DESC, by_user`.execute(db);
  return rows;
}
