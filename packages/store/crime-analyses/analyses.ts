import type { SiteScope } from '@amaan/contracts/api/me';
import type { Analysis, AnalysisDetails, AnalysisListQuery } from '@amaan/contracts/crime/analysis';
import type { AnalysisKind } from '@amaan/contracts/crime/analysis-kind';
import type { AnalysisNote } from '@amaan/contracts/crime/analysis-note';
import type { AnalysisQuestion } from '@amaan/contracts/crime/analysis-question';
import type { AnalysisResult } from '@amaan/contracts/crime/analysis-result';
import type { Digest } from '@amaan/contracts/digest';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import { type InferResult, sql } from 'kysely';
import { digestBytes, digestHex } from '../digest-column.ts';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** One attempt at an analysis; what an earlier one still says is ignored. */
export interface AnalysisAttempt {
  readonly id: Identifier;
  readonly attempt: number;
}

export interface AskedAnalysis {
  readonly id: Identifier;
  readonly question: AnalysisQuestion;
  /** Of question, data and software. */
  readonly digest: Digest;
  /** Of the data alone, as they were when it was asked. */
  readonly dataDigest: Digest;
  readonly softwareVersion: string;
  readonly at: Instant;
  readonly actor: string;
  readonly name: string;
}

/** Puts down an analysis that waits. @returns false where an equal one waits, runs or is done */
export async function insertAnalysis(tx: Database, asked: AskedAnalysis): Promise<boolean> {
  const { question } = asked;
  const inserted = await tx
    .insertInto('crime_analysis')
    .values({
      id: asked.id,
      site_id: question.selection.siteId,
      kind: question.kind,
      question: JSON.stringify(question),
      state: 'waiting',
      asked_at: asked.at,
      asked_by: asked.actor,
      asked_by_name: asked.name,
      digest: digestBytes(asked.digest),
      data_digest: digestBytes(asked.dataDigest),
      software_version: asked.softwareVersion,
      simulated: question.selection.simulated,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  return inserted !== undefined;
}

/** The analysis of this digest that waits, runs or is done. */
export async function findAnalysis(db: Database, digest: Digest): Promise<Identifier | null> {
  const row = await db
    .selectFrom('crime_analysis')
    .select('id')
    .where('digest', '=', digestBytes(digest))
    .where('state', 'in', ['waiting', 'running', 'done'])
    .executeTakeFirst();
  return row?.id ?? null;
}

/** An attempt that begins. */
export interface ClaimedAnalysis extends AnalysisAttempt {
  readonly question: AnalysisQuestion;
  readonly digest: Digest;
  readonly dataDigest: Digest;
  /** As the ledger names who asked. */
  readonly askedBy: string;
}

/**
 * Takes the oldest analysis of some kinds that waits, or whose process has not spoken since an instant, and begins it
 * anew.
 */
export async function claimAnalysis(
  tx: Database,
  kinds: readonly AnalysisKind[],
  at: Instant,
  silentSince: Instant,
): Promise<ClaimedAnalysis | null> {
  const { rows } = await sql<{
    id: Identifier;
    attempt: number;
    question: AnalysisQuestion;
    digest: Uint8Array;
    data_digest: Uint8Array;
    asked_by: string;
  }>`
    UPDATE crime_analysis SET state = 'running', attempt = attempt + 1, progress = 0, started_at = ${at},
      heard_at = ${at}
    WHERE id = (SELECT id FROM crime_analysis
      WHERE kind = any(${[...kinds]}::text[])
        AND (state = 'waiting' OR (state = 'running' AND heard_at < ${silentSince}::timestamptz))
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, attempt, question, digest, data_digest, asked_by`.execute(tx);
  const row = rows[0];
  if (row === undefined) return null;
  const { id, attempt, question, asked_by } = row;
  const [digest, dataDigest] = [digestHex(row.digest), digestHex(row.data_digest)];
  return { id, attempt, question, digest, dataDigest, askedBy: asked_by };
}

/** Lets an attempt wait again: its process stops. */
export async function releaseAnalysis(db: Database, of: AnalysisAttempt): Promise<void> {
  await db
    .updateTable('crime_analysis')
    .set({ state: 'waiting', progress: 0 })
    .where('id', '=', of.id)
    .where('attempt', '=', of.attempt)
    .where('state', '=', 'running')
    .execute();
}

/**
 * Writes down how far an attempt is.
 * @returns whether it still is the present one; where it is not, it should end
 */
export async function setAnalysisProgress(
  db: Database,
  of: AnalysisAttempt,
  progress: number,
  at: Instant,
): Promise<boolean> {
  const set = await db
    .updateTable('crime_analysis')
    .set({ progress, heard_at: at })
    .where('id', '=', of.id)
    .where('attempt', '=', of.attempt)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return set !== undefined;
}

export interface AnalysisEnd {
  readonly at: Instant;
  readonly incidents: number;
  readonly notes: readonly AnalysisNote[];
  readonly result: AnalysisResult;
  readonly resultDigest: Digest;
}

/** Ends the present attempt with what it found. @returns whether there was one */
export async function endAnalysis(tx: Database, of: AnalysisAttempt, end: AnalysisEnd): Promise<boolean> {
  const ended = await tx
    .updateTable('crime_analysis')
    .set({
      state: 'done',
      progress: 1,
      ended_at: end.at,
      incidents: end.incidents,
      notes: JSON.stringify(end.notes),
      result: JSON.stringify(end.result),
      result_digest: digestBytes(end.resultDigest),
    })
    .where('id', '=', of.id)
    .where('attempt', '=', of.attempt)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Ends an analysis without a result, whichever attempt it is at. @returns whether it had not ended before */
export async function stopAnalysis(
  tx: Database,
  id: Identifier,
  state: 'failed' | 'cancelled',
  problem: Analysis['problem'],
  at: Instant,
): Promise<boolean> {
  const stopped = await tx
    .updateTable('crime_analysis')
    .set({ state, problem: problem === null ? null : JSON.stringify(problem), ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return stopped !== undefined;
}

/** Everything that has not ended. */
export async function listOpenAnalyses(db: Database): Promise<Identifier[]> {
  const rows = await db.selectFrom('crime_analysis').select('id').where('ended_at', 'is', null).execute();
  return rows.map(({ id }) => id);
}

/** Newest first, without results. */
export async function listAnalyses(
  db: Database,
  sites: SiteScope,
  query: AnalysisListQuery,
): Promise<Analysis[]> {
  let asked = selectAnalyses(db).where(withinSites('site_id', sites));
  if (query.siteId !== undefined) asked = asked.where('site_id', '=', query.siteId);
  if (query.kind !== undefined) asked = asked.where('kind', '=', query.kind);
  if (query.state !== undefined) asked = asked.where('state', '=', query.state);
  return (await asked.orderBy('id', 'desc').limit(query.limit).execute()).map(analysisOf);
}

/** One analysis with its result. */
export async function getAnalysis(
  db: Database,
  sites: SiteScope,
  id: Identifier,
): Promise<AnalysisDetails | null> {
  const row = await selectAnalyses(db)
    .select(['notes', 'result'])
    .where('id', '=', id)
    .where(withinSites('site_id', sites))
    .executeTakeFirst();
  return row === undefined ? null : { ...analysisOf(row), notes: row.notes, result: row.result };
}

function selectAnalyses(db: Database) {
  return db
    .selectFrom('crime_analysis')
    .select(['id', 'site_id', 'kind', 'question', 'state', 'progress', 'asked_at', 'asked_by_name'])
    .select(['started_at', 'ended_at', 'incidents', 'simulated', 'digest', 'software_version', 'problem']);
}

function analysisOf(row: InferResult<ReturnType<typeof selectAnalyses>>[number]): Analysis {
  return {
    id: row.id,
    kind: row.kind,
    siteId: row.site_id,
    question: row.question,
    state: row.state,
    progress: row.progress,
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    incidents: row.incidents,
    simulated: row.simulated,
    digest: digestHex(row.digest),
    softwareVersion: row.software_version,
    problem: row.problem,
  };
}
