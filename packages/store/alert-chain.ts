import type { Identifier } from '@amaan/contracts/identifier';
import { AlertFacts } from '@amaan/governance/explain/alert-facts';
import { sql } from 'kysely';
import type { Database } from './open-database.ts';

/** An instant in the contracts' form, made by the database: within JSON no column parser sees it. */
const instant = (column: string) =>
  sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const hex = (column: string) => sql`encode(${sql.ref(column)}, 'hex')`;

/**
 * Why an alert was raised and what became of it, with one query: frame, model, configuration, rule, permit,
 * the decisions that the permit relied on, what people did, and the ledger entries about all of these.
 *
 * @returns null when there is no such alert
 */
export async function getAlertFacts(db: Database, alertId: Identifier): Promise<AlertFacts | null> {
  const { rows } = await sql<{ facts: unknown }>`
    SELECT jsonb_build_object(
      'id', alert.id,
      'about', jsonb_build_object(
        'system', observation.system, 'siteId', alert.site_id, 'cameraId', alert.camera_id,
        'state', alert.state, 'priority', alert.priority, 'raisedAt', ${instant('alert.raised_at')},
        'simulated', alert.simulated, 'observationId', observation.id),
      'frame', jsonb_build_object(
        'digest', ${hex('observation.frame_digest')}, 'capturedAt', ${instant('observation.captured_at')},
        'clockOffsetMs', observation.clock_offset_ms,
        'evidence', coalesce((
          SELECT jsonb_agg(jsonb_build_object(
            'kind', item.kind, 'digest', ${hex('item.digest')}, 'mediaType', item.media_type) ORDER BY item.kind)
          FROM evidence_item AS item WHERE item.observation_id = observation.id), '[]')),
      'model', jsonb_build_object(
        'id', model.id, 'title', model.title, 'digest', ${hex('model.digest')},
        'licence', model.licence, 'source', model.source),
      'configuration', jsonb_build_object(
        'digest', ${hex('configuration.digest')}, 'system', configuration.system_id,
        'version', configuration.version, 'thresholds', configuration.thresholds,
        'settings', configuration.settings),
      'cause', alert.cause,
      'hotlist', (
        SELECT jsonb_build_object(
          'list', jsonb_build_object(
            'id', version.hotlist_id, 'version', version.version, 'body', version.body,
            'digest', ${hex('version.digest')}, 'at', ${instant('version.at')}, 'by', version.by_name),
          'entry', jsonb_build_object(
            'content', jsonb_build_object(
              'id', listed.id, 'hotlistId', listed.hotlist_id, 'plate', listed.plate, 'note', listed.note,
              'caseNumber', listed.case_number, 'expiresOn', to_char(listed.expires_on, 'YYYY-MM-DD')),
            'digest', ${hex('listed.digest')}, 'state', listed.state, 'addedAt', ${instant('listed.added_at')},
            'addedBy', listed.added_by_name, 'importId', listed.import_id,
            'approvedAt', ${instant('listed.decided_at')}, 'approvedBy', listed.decided_by_name))
        FROM hotlist_version AS version
        WHERE version.hotlist_id = listed.hotlist_id
          AND version.version = (alert.cause #>> '{hit,hotlistVersion}')::integer),
      'rule', scene_rule.body || jsonb_build_object('id', scene_rule.rule_id, 'version', scene_rule.version),
      'permit', jsonb_build_object(
        'id', permit.id, 'issuedAt', ${instant('permit.issued_at')},
        'expiresAt', ${instant('permit.expires_at')}, 'purposes', permit.claims -> 'purposes',
        'models', permit.claims -> 'models', 'configurationDigest', permit.claims -> 'configurationDigest',
        'revokedAt', ${instant('permit.revoked_at')}, 'revokedReason', permit.revoked_reason),
      'approvals', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', approval.id, 'account', approval.account, 'by', approval.name, 'role', approval.role, 'at', ${instant('approval.at')},
          'statement', approval.statement, 'demo', approval.demo) ORDER BY approval.at, approval.id)
        FROM approval WHERE approval.id = ANY (permit.approval_ids)), '[]'),
      'validation', (
        SELECT jsonb_build_object(
          'id', validation.id, 'at', ${instant('validation.at')}, 'passed', validation.passed,
          'models', validation.models, 'configurationDigest', ${hex('validation.configuration_digest')},
          'report', validation.report, 'statement', validation.statement, 'demo', validation.demo)
        FROM validation_result AS validation
        WHERE validation.system_id = permit.system_id
          AND validation.configuration_digest = observation.configuration_digest
          AND validation.models @> (permit.claims -> 'models')
          AND validation.models <@ (permit.claims -> 'models')
          -- The permit counts in whole seconds.
          AND validation.at < permit.issued_at + interval '1 second'
        ORDER BY validation.at DESC, validation.id DESC LIMIT 1),
      'assessment', (
        SELECT jsonb_build_object(
          'id', assessment.id, 'status', assessment.status, 'expiresAt', ${instant('assessment.expires_at')},
          'demo', assessment.demo, 'record', (
            SELECT jsonb_build_object(
              'id', record.id, 'number', 'AIA-' || lpad(record.ordinal::text, 4, '0'),
              'version', version.version, 'digest', ${hex('version.digest')})
            FROM governance_record AS record
            JOIN governance_record_version AS version
              ON version.record_id = record.id AND version.version = assessment.record_version
            WHERE record.id = assessment.record_id))
        FROM impact_assessment AS assessment WHERE assessment.id = permit.impact_assessment_id),
      'legalBasis', coalesce((
        SELECT jsonb_build_object(
          'kind', 'register-entry', 'version', described.version, 'at', ${instant('described.at')},
          'by', described.by_name, 'demo', described.demo, 'digest', ${hex('described.digest')},
          'entry', described.body)
        FROM system_entry AS described
        WHERE described.system_id = permit.system_id AND described.version = in_force.version),
        '{"kind":"none-recorded"}'),
      'suspension', (
        SELECT jsonb_build_object(
          'at', ${instant('suspension.at')}, 'by', suspension.by_name, 'reason', suspension.reason,
          'scope', CASE WHEN suspension.camera_group_id IS NULL THEN 'system' ELSE 'camera-group' END)
        FROM suspension
        WHERE suspension.system_id = permit.system_id AND suspension.ended_at IS NULL
          AND (suspension.camera_group_id IS NULL OR suspension.camera_group_id = camera.group_id)
        ORDER BY suspension.camera_group_id NULLS FIRST LIMIT 1),
      'decisions', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', decision.id, 'what', decision.what, 'reason', decision.reason, 'note', decision.note,
          'by', decision.by_user, 'byName', decision.by_name, 'at', ${instant('decision.at')})
          ORDER BY decision.at, decision.id)
        FROM (
          SELECT id, decision AS what, reason, note, by_user, by_name, at
          FROM review WHERE alert_id = alert.id
          UNION ALL
          SELECT id, step, NULL, note, by_user, by_name, at FROM alert_step WHERE alert_id = alert.id
        ) AS decision), '[]'),
      'ledger', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'index', entry.index, 'text', entry.entry, 'leafHash', ${hex('entry.leaf_hash')})
          ORDER BY entry.index)
        FROM (
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject IN ('alert:' || alert.id, 'permit:' || permit.id, 'rule:' || scene_rule.rule_id,
            'evidence:' || observation.id)
          UNION
          -- Of a list's own long life: the version that matched, and what was done to the entry.
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject = 'hotlist:' || listed.hotlist_id AND (
            entry::jsonb #>> '{data,version}' = alert.cause #>> '{hit,hotlistVersion}'
            OR strpos(entry, ${hex('listed.digest')}) > 0
            OR entry::jsonb #>> '{data,importId}' = listed.import_id::text)
          UNION
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject = 'record:' || (
            SELECT record_id FROM impact_assessment WHERE id = permit.impact_assessment_id)
          UNION
          -- Of the system's own long life: what stopped it, and the decisions that the permit relied on.
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject = 'system:' || permit.system_id AND (
            kind ~ 'suspend|resum'
            OR (kind = 'system.described'
              AND entry::jsonb #>> '{data,version}' = in_force.version::text)
            OR (kind = 'validation.recorded' AND strpos(entry, ${hex('observation.configuration_digest')}) > 0)
            OR EXISTS (
              SELECT FROM unnest(permit.approval_ids || permit.impact_assessment_id || ARRAY(
                SELECT record_id FROM impact_assessment WHERE id = permit.impact_assessment_id)) AS relied (id)
              WHERE strpos(entry, relied.id::text) > 0))
        ) AS entry
      ), '[]')
    ) AS facts
    FROM alert
    JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
    JOIN camera ON camera.id = alert.camera_id
    LEFT JOIN hotlist_entry AS listed ON listed.id = (alert.cause #>> '{hit,entryId}')::uuid
    LEFT JOIN scene_rule ON scene_rule.rule_id = alert.rule_id AND scene_rule.version = alert.rule_version
    JOIN permit ON permit.id = observation.permit_id
    JOIN model ON model.digest = observation.model_digest
    JOIN configuration ON configuration.digest = observation.configuration_digest
    -- What the organisation had written of the system when the frame was taken.
    LEFT JOIN LATERAL (
      SELECT max(version) AS version FROM system_entry
      WHERE system_entry.system_id = permit.system_id AND system_entry.at <= observation.captured_at
    ) AS in_force ON true
    WHERE alert.id = ${alertId}`.execute(db);
  return rows[0] === undefined ? null : AlertFacts.parse(rows[0].facts);
}
