import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** How many alerts of one AI system were raised in a month or day, and what people decided on them. */
export interface AlertResult {
  readonly system: string;
  /** `2026-11` or `2026-11-23`, UTC. */
  readonly bucket: string;
  readonly simulated: boolean;
  readonly alerts: number;
  readonly confirmed: number;
  readonly rejected: number;
}

/** Alerts and decisions per AI system and day or month, counted by the database. */
export async function readAlertResults(
  db: Database,
  period: { readonly from: Instant; readonly to: Instant },
  bucket: 'day' | 'month',
): Promise<AlertResult[]> {
  const format = sql.lit(bucket === 'day' ? 'YYYY-MM-DD' : 'YYYY-MM');
  const { rows } = await sql<AlertResult>`
    SELECT observation.system,
      to_char(alert.raised_at AT TIME ZONE 'UTC', ${format}) AS bucket,
      alert.simulated, count(*) AS alerts,
      count(*) FILTER (WHERE alert.state = 'confirmed') AS confirmed,
      count(*) FILTER (WHERE alert.state = 'rejected') AS rejected
    FROM alert
    JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
    WHERE alert.raised_at >= ${period.from} AND alert.raised_at < ${period.to}
    GROUP BY 1, 2, 3 ORDER BY 1, 2, 3`.execute(db);
  return rows;
}
