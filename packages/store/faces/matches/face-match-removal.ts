import type { FaceMatchRetention } from '@amaan/contracts/faces/matches/face-match';
import type { Identifier } from '@amaan/contracts/identifier';
import { newIdentifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { sql } from 'kysely';
import type { Database } from '../../open-database.ts';
import { queueObjectRemoval } from '../face-objects.ts';

/** A match that was deleted, so that whoever had it on a screen can be told. */
export interface DeletedMatch {
  readonly matchId: Identifier;
  readonly siteId: Identifier;
  readonly caseId: Identifier;
}

/** Matches whose time is over, and whether anybody decided on them. */
export interface DueMatches {
  readonly rejected: Identifier[];
  readonly abandoned: Identifier[];
}

/**
 * Matches that are to be deleted: rejected before an instant, or undecided though their authorisation ended before it.
 * They stay locked until the transaction ends.
 */
export async function listDueMatches(tx: Database, before: Instant, limit: number): Promise<DueMatches> {
  const { rows } = await sql<{ id: Identifier; state: string }>`
    SELECT face_match.id, face_match.state FROM face_match
    JOIN face_authorisation authorisation ON authorisation.id = face_match.authorisation_id
    WHERE (face_match.state = 'rejected' AND face_match.decided_at < ${before}::timestamptz)
      OR (face_match.state IN ('possible', 'disputed') AND authorisation.ended_at < ${before}::timestamptz)
    ORDER BY face_match.id LIMIT ${limit} FOR UPDATE OF face_match`.execute(tx);
  const idsOf = (isRejected: boolean) =>
    rows.filter(({ state }) => (state === 'rejected') === isRejected).map(({ id }) => id);
  return { rejected: idsOf(true), abandoned: idsOf(false) };
}

/** Deletes matches with their answers, observations and pictures; the objects are queued. */
export async function deleteFaceMatches(
  tx: Database,
  ids: readonly Identifier[],
  at: Instant,
): Promise<DeletedMatch[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom('face_match')
    .innerJoin('face_authorisation', 'face_authorisation.id', 'face_match.authorisation_id')
    .select(['face_match.id', 'face_match.site_id', 'face_authorisation.case_id'])
    .select(['product_id', 'crop_product_id', 'picture_product_id'])
    .where('face_match.id', '=', sql<Identifier>`any(${[...ids]}::uuid[])`)
    .execute();
  const products = rows.flatMap((row) => [row.product_id, row.crop_product_id, row.picture_product_id]);
  const gone = await tx
    .deleteFrom('face_product')
    .where('id', '=', sql<Identifier>`any(${products}::uuid[])`)
    .returning('object_digest')
    .execute();
  await queueObjectRemoval(
    tx,
    gone.flatMap(({ object_digest }) => (object_digest === null ? [] : [object_digest])),
    at,
  );
  return rows.map((row) => ({ matchId: row.id, siteId: row.site_id, caseId: row.case_id }));
}

/** What an authorisation produced that is still there. */
export async function countProducts(
  tx: Database,
  authorisationId: Identifier,
): Promise<{ readonly matches: DeletedMatch[]; readonly answers: number }> {
  const rows = await tx
    .selectFrom('face_match')
    .innerJoin('face_authorisation', 'face_authorisation.id', 'face_match.authorisation_id')
    .select(['face_match.id', 'face_match.site_id', 'face_authorisation.case_id'])
    .where('authorisation_id', '=', authorisationId)
    .orderBy('face_match.id')
    .execute();
  const { answers } = await tx
    .selectFrom('face_match_answer')
    .innerJoin('face_match', 'face_match.id', 'face_match_answer.match_id')
    .select(({ fn }) => fn.countAll<number>().as('answers'))
    .where('face_match.authorisation_id', '=', authorisationId)
    .executeTakeFirstOrThrow();
  return {
    matches: rows.map((row) => ({ matchId: row.id, siteId: row.site_id, caseId: row.case_id })),
    answers: Number(answers),
  };
}

type Run = NonNullable<FaceMatchRetention['last']>;

/** Puts a run of the job on record. */
export async function insertMatchRetentionRun(tx: Database, run: Run): Promise<void> {
  const { startedAt, finishedAt, ...rest } = run;
  await tx
    .insertInto('face_match_retention_run')
    .values({ id: newIdentifier(), started_at: startedAt, finished_at: finishedAt, ...rest })
    .execute();
}

/** The last run, or null. */
export async function lastMatchRetentionRun(db: Database): Promise<Run | null> {
  const row = await db
    .selectFrom('face_match_retention_run')
    .select(['started_at as startedAt', 'finished_at as finishedAt', 'before', 'deleted', 'abandoned'])
    .orderBy('started_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}
