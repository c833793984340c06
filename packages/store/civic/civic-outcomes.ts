import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** One time that a department had a ticket. */
export interface CivicTurn {
  readonly department: string;
  readonly sentAt: Instant;
  readonly dueAt: Instant;
  /** When the department said that it was done; null: not yet, or it was taken away. */
  readonly doneAt: Instant | null;
  /** Whether somebody had to send it back, before or after it was closed. */
  readonly reopened: boolean;
  /** Whether it is with the department now. */
  readonly current: boolean;
}

/**
 * The turns of departments whose deadline is in a period. A turn begins when a ticket is sent or reopened, and ends with
 * the next step that moves it.
 */
export async function listCivicTurns(
  db: Database,
  period: {
    readonly from: Instant;
    readonly to: Instant;
    readonly sites: SiteScope;
    readonly siteId?: Identifier;
    readonly simulated: boolean;
  },
): Promise<CivicTurn[]> {
  const { from, to, sites, siteId, simulated } = period;
  const { rows } = await sql<CivicTurn>`
    WITH move AS (
      SELECT step.*, lead(step.step) OVER turn AS second, lead(step.at) OVER turn AS second_at,
        lead(step.step, 2) OVER turn AS third, lead(step.step, 3) OVER turn AS fourth
      FROM civic_step step WHERE step.step <> 'note'
      WINDOW turn AS (PARTITION BY step.ticket_id ORDER BY step.at, step.id)
    )
    SELECT move.department, move.at AS "sentAt", move.due_at AS "dueAt",
      CASE WHEN move.second = 'report-done' THEN move.second_at END AS "doneAt",
      coalesce(move.second = 'report-done'
        AND (move.third = 'reopen' OR (move.third = 'close' AND move.fourth = 'reopen')), false) AS reopened,
      move.second IS NULL AS current
    FROM move JOIN civic_ticket ticket ON ticket.id = move.ticket_id
    WHERE move.to_state = 'sent' AND move.department IS NOT NULL
      AND move.due_at >= ${from} AND move.due_at < ${to}
      AND ticket.simulated = ${simulated} AND ${withinSites('ticket.site_id', sites)}
      ${siteId === undefined ? sql`` : sql`AND ticket.site_id = ${siteId}::uuid`}
    ORDER BY move.at, move.id`.execute(db);
  return rows;
}
