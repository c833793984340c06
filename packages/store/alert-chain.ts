import { AlertChain } from '@amaan/contracts/alert-chain';
import type { Identifier } from '@amaan/contracts/identifier';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** An instant in the contracts' form, made by the database: within JSON no column parser sees it. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const hex = (column: string) => sql`encode(${sql.ref(column)}, 'hex')`;

/**
 * Why an alert was raised and what became of it, with one query: frame, model, configuration, rule, permit,
 * the decisions that the permit relied on, the review, and where the ledger proves the steps.
 *
 * The ledger's entries are those about the alert, its permit, and its rule.
 *
 * @returns null when there is no such alert
 */
export async function getAlertChain(db: Database, alertId: Identifier): Promise<AlertChain | null> {
  const { rows } = await sql<{ chain: unknown }>`
    SELECT jsonb_build_object(
      'alertId', alert.id,
      'frame', jsonb_build_object(
        'digest', ${hex('observation.frame_digest')}, 'capturedAt', ${instant('observation.captured_at')},
        'clockOffsetMs', observation.clock_offset_ms),
      'model', jsonb_build_object(
        'id', model.id, 'title', model.title, 'digest', ${hex('model.digest')},
        'licence', model.licence, 'source', model.source),
      'configuration', jsonb_build_object(
        'digest', ${hex('configuration.digest')}, 'system', configuration.system_id,
        'version', configuration.version, 'thresholds', configuration.thresholds,
        'settings', configuration.settings),
      'rule', scene_rule.body || jsonb_build_object('id', scene_rule.rule_id, 'version', scene_rule.version),
      'permit', jsonb_build_object(
        'id', permit.id, 'issuedAt', ${instant('permit.issued_at')},
        'expiresAt', ${instant('permit.expires_at')}, 'purposes', permit.claims -> 'purposes',
        'revokedAt', ${instant('permit.revoked_at')}),
      'approvals', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'by', approval.name, 'role', approval.role, 'at', ${instant('approval.at')},
          'statement', approval.statement, 'demo', approval.demo) ORDER BY approval.at, approval.id)
        FROM approval WHERE approval.id = ANY (permit.approval_ids)), '[]'),
      'impactAssessment', (
        SELECT jsonb_build_object(
          'status', impact_assessment.status, 'expiresAt', ${instant('impact_assessment.expires_at')},
          'demo', impact_assessment.demo)
        FROM impact_assessment WHERE impact_assessment.id = permit.impact_assessment_id),
      'authorisation', NULL,
      'decisions', coalesce((
        SELECT jsonb_agg(jsonb_strip_nulls(jsonb_build_object(
          'id', review.id, 'decision', review.decision, 'reason', review.reason, 'note', review.note,
          'by', review.by_user, 'byName', review.by_name, 'at', ${instant('review.at')})) ORDER BY review.at)
        FROM review WHERE review.alert_id = alert.id), '[]'),
      'ledger', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'index', entry.index, 'kind', entry.kind, 'at', entry.at, 'leafHash', ${hex('entry.leaf_hash')})
          ORDER BY entry.index)
        FROM ledger_entry AS entry
        WHERE entry.subject IN ('alert:' || alert.id, 'permit:' || permit.id, 'rule:' || scene_rule.rule_id)
      ), '[]')
    ) AS chain
    FROM alert
    JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
    JOIN scene_rule ON scene_rule.rule_id = alert.rule_id AND scene_rule.version = alert.rule_version
    JOIN permit ON permit.id = observation.permit_id
    JOIN model ON model.digest = observation.model_digest
    JOIN configuration ON configuration.digest = observation.configuration_digest
    WHERE alert.id = ${alertId}`.execute(db);
  return rows[0] === undefined ? null : AlertChain.parse(rows[0].chain);
}
