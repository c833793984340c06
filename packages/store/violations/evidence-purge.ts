import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import { digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';

/** What was destroyed. */
export interface PurgedEvidence {
  readonly cases: Identifier[];
  readonly observations: Identifier[];
  /** Objects that the evidence had; others may have them too. */
  readonly objects: Digest[];
}

/**
 * Destroys one batch of evidence that no fine stands on: of cases that were rejected before an instant, and of suspicions
 * from before it that were merged into another case or became none. The case stays as a number with its decision; plate,
 * observation and pictures go.
 */
export async function purgeEvidence(
  tx: Database,
  before: Instant,
  at: Instant,
  limit: number,
): Promise<PurgedEvidence> {
  const rejected = await sql<{ id: Identifier; observation_id: Identifier; captured_at: Instant }>`
    SELECT id, observation_id, captured_at FROM violation_case
    WHERE state = 'rejected' AND purged_at IS NULL AND decided_at < ${before}::timestamptz
    ORDER BY decided_at LIMIT ${limit} FOR UPDATE`.execute(tx);
  const unused = await sql<{ observation_id: Identifier; captured_at: Instant }>`
    SELECT suspicion.id AS observation_id, suspicion.captured_at FROM observation AS suspicion
    WHERE suspicion.kind = 'violation-suspected' AND suspicion.captured_at < ${before}::timestamptz
      AND NOT EXISTS (SELECT FROM violation_case WHERE violation_case.observation_id = suspicion.id)
      AND NOT EXISTS (SELECT FROM violation_suspicion AS waiting WHERE waiting.observation_id = suspicion.id)
    ORDER BY suspicion.captured_at, suspicion.id LIMIT ${limit}`.execute(tx);
  const gone = [...rejected.rows, ...unused.rows];
  if (gone.length === 0) return { cases: [], observations: [], objects: [] };
  const ids = gone.map(({ observation_id }) => observation_id);
  const times = gone.map(({ captured_at }) => captured_at);
  const evidence = await sql<{ digest: Uint8Array }>`
    DELETE FROM evidence_item WHERE observation_id = any(${ids}::uuid[]) RETURNING digest`.execute(tx);
  await sql`
    DELETE FROM observation WHERE id = any(${ids}::uuid[]) AND captured_at = any(${times}::timestamptz[])`.execute(
    tx,
  );
  const cases = rejected.rows.map(({ id }) => id);
  await sql`
    UPDATE violation_case SET purged_at = ${at}::timestamptz, plate = NULL, observation = NULL, reading = NULL,
      vehicle = NULL, registry = NULL WHERE id = any(${cases}::uuid[])`.execute(tx);
  return {
    cases,
    observations: ids,
    objects: [...new Set(evidence.rows.map(({ digest }) => digestHex(digest)))],
  };
}
