import { type RawBuilder, sql } from 'kysely';

/** An instant in the contracts' form, made by the database: within JSON no column parser sees it. */
export const instant = (column: string): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
export const hex = (column: string): RawBuilder<string> => sql`encode(${sql.ref(column)}, 'hex')`;

/**
 * What every chain is read from, beside the table of what is explained: it needs `observation` and `camera` before it,
 * and adds `permit`, `model`, `configuration` and `in_force`, the version of the register entry at the capture.
 */
export const chainSources: RawBuilder<unknown> = sql`
    JOIN permit ON permit.id = observation.permit_id
    JOIN model ON model.digest = observation.model_digest
    JOIN configuration ON configuration.digest = observation.configuration_digest
    -- What the organisation had written of the system when the frame was taken.
    LEFT JOIN LATERAL (
      SELECT max(version) AS version FROM system_entry
      WHERE system_entry.system_id = permit.system_id AND system_entry.at <= observation.captured_at
    ) AS in_force ON true`;

/** Where the frame came from; `about` has it first. */
export const originPart: RawBuilder<unknown> = sql`
        'system', observation.system, 'simulated', observation.simulated, 'observationId', observation.id`;

/** The frame's members but for what was kept of it. */
export const framePart: RawBuilder<unknown> = sql`
        'digest', ${hex('observation.frame_digest')}, 'capturedAt', ${instant('observation.captured_at')},
        'clockOffsetMs', observation.clock_offset_ms`;

/** Keys and values of `jsonb_build_object` for what every chain has after its frame, but for the ledger. */
export const chainPart: RawBuilder<unknown> = sql`
      'model', jsonb_build_object(
        'id', model.id, 'title', model.title, 'digest', ${hex('model.digest')},
        'licence', model.licence, 'source', model.source),
      'configuration', jsonb_build_object(
        'digest', ${hex('configuration.digest')}, 'system', configuration.system_id,
        'version', configuration.version, 'purposes', configuration.purposes, 'thresholds', configuration.thresholds,
        'settings', configuration.settings),
      'permit', jsonb_build_object(
        'id', permit.id, 'issuedAt', ${instant('permit.issued_at')},
        'expiresAt', ${instant('permit.expires_at')}, 'purposes', permit.claims -> 'purposes',
        'models', permit.claims -> 'models', 'configurationDigest', permit.claims -> 'configurationDigest',
        'revokedAt', ${instant('permit.revoked_at')}, 'revokedReason', permit.revoked_reason),
      'approvals', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', approval.id, 'account', approval.account, 'by', approval.name, 'role', approval.role,
          'at', ${instant('approval.at')}, 'statement', approval.statement, 'demo', approval.demo)
          ORDER BY approval.at, approval.id)
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
      'suspension', (
        SELECT jsonb_build_object(
          'at', ${instant('suspension.at')}, 'by', suspension.by_name, 'reason', suspension.reason,
          'scope', CASE WHEN suspension.camera_group_id IS NULL THEN 'system' ELSE 'camera-group' END)
        FROM suspension
        WHERE suspension.system_id = permit.system_id AND suspension.ended_at IS NULL
          AND (suspension.camera_group_id IS NULL OR suspension.camera_group_id = camera.group_id)
        ORDER BY suspension.camera_group_id NULLS FIRST LIMIT 1)`;

/** The entries of the ledger that every chain needs, each once: of the permit, and of what it relied on. */
export const chainLedger: RawBuilder<unknown> = sql`
          SELECT index, entry, leaf_hash FROM ledger_entry WHERE subject = 'permit:' || permit.id
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
              WHERE strpos(entry, relied.id::text) > 0))`;

/** The rows of a union of ledger entries as one array of JSON. */
export function ledgerArray(union: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'index', entry.index, 'text', entry.entry, 'leafHash', ${hex('entry.leaf_hash')})
          ORDER BY entry.index)
        FROM (${union}) AS entry
      ), '[]')`;
}
