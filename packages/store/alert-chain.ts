import type { Identifier } from '@amaan/contracts/identifier';
import { AlertFacts } from '@amaan/governance/explain/alert-facts';
import { sql } from 'kysely';
import {
  chainLedger,
  chainPart,
  chainSources,
  framePart,
  hex,
  instant,
  ledgerArray,
  originPart,
} from './chain-parts.ts';
import type { Database } from './open-database.ts';

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
      'about', jsonb_build_object(${originPart},
        'siteId', alert.site_id, 'cameraId', alert.camera_id, 'state', alert.state,
        'priority', alert.priority, 'raisedAt', ${instant('alert.raised_at')}),
      'frame', jsonb_build_object(${framePart},
        'evidence', coalesce((
          SELECT jsonb_agg(jsonb_build_object(
            'kind', item.kind, 'digest', ${hex('item.digest')}, 'mediaType', item.media_type) ORDER BY item.kind)
          FROM evidence_item AS item WHERE item.observation_id = observation.id), '[]')),
      ${chainPart},
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
      'legalBasis', coalesce((
        SELECT jsonb_build_object(
          'kind', 'register-entry', 'version', described.version, 'at', ${instant('described.at')},
          'by', described.by_name, 'demo', described.demo, 'digest', ${hex('described.digest')},
          'entry', described.body)
        FROM system_entry AS described
        WHERE described.system_id = permit.system_id AND described.version = in_force.version),
        '{"kind":"none-recorded"}'),
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
      'ledger', ${ledgerArray(sql`${chainLedger}
          UNION
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject IN ('alert:' || alert.id, 'rule:' || scene_rule.rule_id, 'evidence:' || observation.id)
          UNION
          -- The version of the camera's lanes that the incident was on.
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject = 'traffic-view:' || (alert.cause #>> '{view,id}')
            AND entry::jsonb #>> '{data,version}' = alert.cause #>> '{view,version}'
          UNION
          -- Of a list's own long life: the version that matched, and what was done to the entry.
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject = 'hotlist:' || listed.hotlist_id AND (
            entry::jsonb #>> '{data,version}' = alert.cause #>> '{hit,hotlistVersion}'
            OR strpos(entry, ${hex('listed.digest')}) > 0
            OR entry::jsonb #>> '{data,importId}' = listed.import_id::text)`)}
    ) AS facts
    FROM alert
    JOIN observation ON observation.captured_at = alert.captured_at AND observation.id = alert.observation_id
    JOIN camera ON camera.id = alert.camera_id
    LEFT JOIN hotlist_entry AS listed ON listed.id = (alert.cause #>> '{hit,entryId}')::uuid
    LEFT JOIN scene_rule ON scene_rule.rule_id = alert.rule_id AND scene_rule.version = alert.rule_version
    ${chainSources}
    WHERE alert.id = ${alertId}`.execute(db);
  return rows[0] === undefined ? null : AlertFacts.parse(rows[0].facts);
}
