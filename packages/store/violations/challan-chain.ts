import type { Identifier } from '@amaan/contracts/identifier';
import { ChallanFacts } from '@amaan/governance/explain/challan-facts';
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
} from '../chain-parts.ts';
import type { Database } from '../open-database.ts';

/**
 * Why a challan was issued and what became of it, with one query: frame, model, configuration, permit with what it relied
 * on, what people answered, what happened to the challan, and the ledger entries about all of these.
 *
 * @returns null when there is no such challan, or its observation was made under no permit of this deployment
 */
export async function getChallanFacts(db: Database, challanId: Identifier): Promise<ChallanFacts | null> {
  const { rows } = await sql<{ facts: unknown }>`
    SELECT jsonb_build_object(
      'id', challan.id,
      'about', jsonb_build_object(${originPart},
        'siteId', challan.site_id, 'cameraId', challan.camera_id, 'state', challan.state,
        'violation', challan.kind, 'caseId', opened.id, 'raisedAt', ${instant('opened.opened_at')}),
      'frame', jsonb_build_object(${framePart},
        'evidence', coalesce((
          SELECT jsonb_agg(jsonb_build_object(
            'kind', item.kind, 'digest', ${hex('item.digest')}, 'mediaType', item.media_type) ORDER BY item.kind)
          FROM evidence_item AS item WHERE item.observation_id = observation.id), '[]')),
      ${chainPart},
      'observation', opened.observation,
      'challan', jsonb_build_object(
        'law', challan.law, 'amount', challan.amount, 'issuedAt', ${instant('challan.issued_at')},
        'payBy', ${instant('challan.pay_by')}, 'events', (
        SELECT jsonb_agg(jsonb_build_object(
          'id', happened.id, 'at', ${instant('happened.at')}, 'event', happened.event,
          'from', happened.from_state, 'to', happened.to_state, 'cause', happened.cause)
          ORDER BY happened.at, happened.id)
        FROM challan_event AS happened WHERE happened.challan_id = challan.id)),
      'decisions', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'id', decision.id, 'step', decision.step, 'decision', decision.decision, 'reason', decision.reason,
          'note', decision.note, 'at', ${instant('decision.at')}, 'by', decision.by_user,
          'byName', decision.by_name) ORDER BY decision.at, decision.id)
        FROM violation_decision AS decision WHERE decision.case_id = opened.id), '[]'),
      'legalBasis', coalesce((
        SELECT jsonb_build_object(
          'kind', 'register-entry', 'version', described.version, 'at', ${instant('described.at')},
          'by', described.by_name, 'demo', described.demo, 'digest', ${hex('described.digest')},
          'entry', described.body)
        FROM system_entry AS described
        WHERE described.system_id = permit.system_id AND described.version = in_force.version),
        '{"kind":"none-recorded"}'),
      'ledger', ${ledgerArray(sql`${chainLedger}
          UNION
          SELECT index, entry, leaf_hash FROM ledger_entry
          WHERE subject IN ('challan:' || challan.id, 'violation-case:' || opened.id,
            'evidence:' || observation.id)`)}
    ) AS facts
    FROM challan
    JOIN violation_case AS opened ON opened.id = challan.case_id
    JOIN observation ON observation.captured_at = opened.captured_at AND observation.id = opened.observation_id
    JOIN camera ON camera.id = challan.camera_id
    ${chainSources}
    WHERE challan.id = ${challanId}`.execute(db);
  return rows[0] === undefined ? null : ChallanFacts.parse(rows[0].facts);
}
