import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../open-database.ts';

/** An alert of a rule that suggests tickets. */
export interface SuggestingAlert {
  readonly alertId: Identifier;
  readonly observationId: Identifier;
  readonly ruleId: Identifier;
  readonly ruleName: string;
  readonly siteId: Identifier;
  readonly cameraId: Identifier;
  readonly cameraName: string;
  readonly longitude: number;
  readonly latitude: number;
  readonly capturedAt: Instant;
  readonly simulated: boolean;
}

/**
 * Alerts of rules since an instant that no person rejected and that suggested nothing yet, of cameras with a place on
 * the map, the oldest of each rule. Rules with a ticket that is not at an end suggest nothing.
 */
export async function listSuggestingAlerts(
  db: Database,
  rules: readonly Identifier[],
  since: Instant,
): Promise<SuggestingAlert[]> {
  if (rules.length === 0) return [];
  const { rows } = await sql<SuggestingAlert>`
    SELECT DISTINCT ON (alert.rule_id) alert.id AS "alertId", alert.observation_id AS "observationId",
      alert.rule_id AS "ruleId", alert.rule_name AS "ruleName", alert.site_id AS "siteId",
      camera.id AS "cameraId", camera.name AS "cameraName", camera.longitude, camera.latitude,
      alert.captured_at AS "capturedAt", alert.simulated
    FROM alert JOIN camera ON camera.id = alert.camera_id
    WHERE alert.rule_id = any(${[...rules]}::uuid[]) AND alert.raised_at >= ${since}
      AND alert.state <> 'rejected' AND camera.longitude IS NOT NULL
      AND NOT EXISTS (SELECT FROM civic_ticket ticket WHERE ticket.alert_id = alert.id)
      AND NOT EXISTS (SELECT FROM civic_ticket ticket
        WHERE ticket.rule_id = alert.rule_id
          AND (ticket.ended_at IS NULL OR ticket.ended_at > alert.raised_at))
    ORDER BY alert.rule_id, alert.raised_at, alert.id`.execute(db);
  return rows;
}

/** Tickets of alerts from since an instant whose picture of the alert is not there yet. */
export async function listSuggestionsWithoutPicture(
  db: Database,
  since: Instant,
): Promise<{ ticketId: Identifier; observationId: Identifier; cameraId: Identifier }[]> {
  const { rows } = await sql<{ ticketId: Identifier; observationId: Identifier; cameraId: Identifier }>`
    SELECT ticket.id AS "ticketId", alert.observation_id AS "observationId", alert.camera_id AS "cameraId"
    FROM civic_ticket ticket JOIN alert ON alert.id = ticket.alert_id
    WHERE ticket.opened_at >= ${since} AND ticket.ended_at IS NULL
      AND NOT EXISTS (SELECT FROM civic_picture picture
        WHERE picture.ticket_id = ticket.id AND picture.source = 'alert')
    ORDER BY ticket.opened_at LIMIT 100`.execute(db);
  return rows;
}
