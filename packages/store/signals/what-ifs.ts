import type { SiteScope } from '@amaan/contracts/api/me';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Instant } from '@amaan/contracts/instant';
import type { SignalProblem } from '@amaan/contracts/traffic/signal-live';
import type { WhatIf, WhatIfInput, WhatIfResult } from '@amaan/contracts/traffic/what-if';
import { type InferResult, sql } from 'kysely';
import type { Database } from '../open-database.ts';
import { withinSites } from '../within-sites.ts';

/** Puts down a replay that waits. */
export async function insertWhatIf(
  tx: Database,
  id: Identifier,
  input: WhatIfInput,
  asked: { readonly at: Instant; readonly actor: string; readonly name: string },
): Promise<void> {
  await tx
    .insertInto('what_if')
    .values({
      id,
      junction_id: input.junctionId,
      body: JSON.stringify(input),
      state: 'waiting',
      asked_at: asked.at,
      asked_by: asked.actor,
      asked_by_name: asked.name,
    })
    .execute();
}

/**
 * Takes the oldest replay that waits, or whose process has not spoken since an instant, and begins it anew.
 * @returns its identifier and which attempt it is, or null
 */
export async function claimWhatIf(
  tx: Database,
  at: Instant,
  silentSince: Instant,
): Promise<{ id: Identifier; attempt: number } | null> {
  const { rows } = await sql<{ id: Identifier; attempt: number }>`
    UPDATE what_if SET state = 'running', attempt = attempt + 1, progress = 0, started_at = ${at}, heard_at = ${at}
    WHERE id = (SELECT id FROM what_if
      WHERE state = 'waiting' OR (state = 'running' AND heard_at < ${silentSince}::timestamptz)
      ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED)
    RETURNING id, attempt`.execute(tx);
  return rows[0] ?? null;
}

export async function setDemand(
  tx: Database,
  id: Identifier,
  demand: NonNullable<WhatIf['demand']>,
): Promise<void> {
  await tx
    .updateTable('what_if')
    .set({ demand: JSON.stringify(demand) })
    .where('id', '=', id)
    .execute();
}

/** Writes down how far an attempt is; one that is not the present one is ignored. */
export async function setWhatIfProgress(
  db: Database,
  of: { readonly id: Identifier; readonly attempt: number },
  progress: number,
  at: Instant,
): Promise<void> {
  await db
    .updateTable('what_if')
    .set({ progress, heard_at: at })
    .where('id', '=', of.id)
    .where('attempt', '=', of.attempt)
    .where('state', '=', 'running')
    .execute();
}

/** Ends the present attempt. @returns whether there was one */
export async function endWhatIf(
  tx: Database,
  of: { readonly id: Identifier; readonly attempt: number },
  end: {
    readonly results: readonly WhatIfResult[];
    readonly problem: SignalProblem | null;
    readonly at: Instant;
  },
): Promise<boolean> {
  const { results, problem, at } = end;
  const ended = await tx
    .updateTable('what_if')
    .set({
      state: problem === null ? 'done' : 'failed',
      ...(problem === null && { progress: 1 }),
      results: JSON.stringify(results),
      problem: problem === null ? null : JSON.stringify(problem),
      ended_at: at,
    })
    .where('id', '=', of.id)
    .where('attempt', '=', of.attempt)
    .where('state', '=', 'running')
    .returning('id')
    .executeTakeFirst();
  return ended !== undefined;
}

/** Cancels a replay that has not ended. @returns whether there was one */
export async function cancelWhatIf(tx: Database, id: Identifier, at: Instant): Promise<boolean> {
  const cancelled = await tx
    .updateTable('what_if')
    .set({ state: 'cancelled', ended_at: at })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  return cancelled !== undefined;
}

/** Newest first. @param id one alone */
export async function listWhatIfs(
  db: Database,
  sites: SiteScope,
  query: { readonly id?: Identifier; readonly limit: number },
): Promise<WhatIf[]> {
  let asked = selectWhatIfs(db).where(withinSites('junction.site_id', sites));
  if (query.id !== undefined) asked = asked.where('what_if.id', '=', query.id);
  return (await asked.orderBy('what_if.id', 'desc').limit(query.limit).execute()).map(whatIfOf);
}

function selectWhatIfs(db: Database) {
  return db
    .selectFrom('what_if')
    .innerJoin('junction', 'junction.id', 'what_if.junction_id')
    .selectAll('what_if')
    .select('junction.name as junction_name');
}

function whatIfOf(row: InferResult<ReturnType<typeof selectWhatIfs>>[number]): WhatIf {
  return {
    ...row.body,
    id: row.id,
    junctionName: row.junction_name,
    state: row.state,
    progress: row.progress,
    askedAt: row.asked_at,
    askedBy: row.asked_by_name,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    demand: row.demand,
    results: row.results,
    problem: row.problem,
  };
}
