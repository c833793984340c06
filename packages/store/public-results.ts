import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

export interface PublicResult {
  readonly system: string;
  readonly alerts: number;
  readonly confirmed: number;
  readonly rejected: number;
}

/**
 * Real alerts per AI system of one month, with what people had decided by its closing. Simulated ones are
 * never counted.
 */
export async function readPublicResults(
  db: Database,
  { from, to, closing }: { readonly from: Instant; readonly to: Instant; readonly closing: Instant },
): Promise<PublicResult[]> {
  const { rows } = await sql<PublicResult>`
    SELECT observation.system, count(*) AS alerts,
      count(*) FILTER (WHERE review.decision = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE review.decision = 'rejected') AS rejected
    FROM alert
    JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
    LEFT JOIN review ON review.alert_id = alert.id AND review.at < ${closing}
    WHERE alert.raised_at >= ${from} AND alert.raised_at < ${to} AND NOT alert.simulated
    GROUP BY 1 ORDER BY 1`.execute(db);
  return rows;
}
