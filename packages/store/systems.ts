import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import type { Instant } from '@amaan/contracts/instant';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { AmaanError } from '@amaan/contracts/problem';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import type { SystemStanding } from '@amaan/governance/system-standing';
import { digestBytes } from './digest-column.ts';
import type { Database } from './open-database.ts';

/** `SYSTEM_NOT_FOUND`: no AI system of that id is registered. */
export class SystemError extends AmaanError {}

/** An AI system as the register has it. */
export interface RegisteredSystem {
  readonly definition: AiSystem;
  readonly stage: SystemStanding['stage'];
  readonly suspension: SystemStanding['suspension'];
}

/**
 * Puts an AI system as the code defines it into the register, or brings its entry up to date. Its stage and
 * suspension stay; a new one starts as `proposed`. Its configuration is kept by digest for ever. Call it in
 * a transaction.
 */
export async function registerSystem(db: Database, system: AiSystem): Promise<void> {
  const now = new Date().toISOString();
  const definition = JSON.stringify(system);
  await db
    .insertInto('ai_system')
    .values({
      id: system.id,
      version: system.version,
      definition,
      stage: 'proposed',
      suspended_at: null,
      suspended_by: null,
      suspended_reason: null,
      registered_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doUpdateSet({ version: system.version, definition }))
    .execute();
  await db
    .insertInto('configuration')
    .values({
      digest: digestBytes(configurationDigest(system)),
      system_id: system.id,
      version: system.version,
      thresholds: JSON.stringify(system.thresholds),
      settings: JSON.stringify(system.settings),
      registered_at: now,
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}

/** Keeps what is known of a model under the digest of its file, for ever. */
export async function registerModel(
  db: Database,
  model: Pick<ModelManifest, 'id' | 'title' | 'licence' | 'source'> & { readonly digest: Digest },
): Promise<void> {
  const { id, title, licence, source } = model;
  await db
    .insertInto('model')
    .values({
      digest: digestBytes(model.digest),
      id,
      title,
      licence,
      source,
      registered_at: new Date().toISOString(),
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
}

/** The register, by id. */
export async function listSystems(db: Database): Promise<RegisteredSystem[]> {
  const rows = await db.selectFrom('ai_system').selectAll().orderBy('id').execute();
  return rows.map((row) => ({
    definition: row.definition,
    stage: row.stage,
    suspension: suspensionOf(row),
  }));
}

/**
 * Suspends an AI system; its permits are revoked with `revokePermits` in the same transaction.
 * @returns false when it was suspended before: that suspension stays as it is
 * @throws SystemError `SYSTEM_NOT_FOUND`
 */
export async function suspendSystem(
  db: Database,
  id: string,
  suspension: NonNullable<SystemStanding['suspension']>,
): Promise<boolean> {
  const changed = await db
    .updateTable('ai_system')
    .set({
      suspended_at: suspension.at,
      suspended_by: suspension.by,
      suspended_reason: suspension.reason,
    })
    .where('id', '=', id)
    .where('suspended_at', 'is', null)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) await requireSystem(db, id);
  return changed !== undefined;
}

/**
 * Ends a suspension; new permits may be issued again.
 * @returns false when it was not suspended
 * @throws SystemError `SYSTEM_NOT_FOUND`
 */
export async function resumeSystem(db: Database, id: string): Promise<boolean> {
  const changed = await db
    .updateTable('ai_system')
    .set({ suspended_at: null, suspended_by: null, suspended_reason: null })
    .where('id', '=', id)
    .where('suspended_at', 'is not', null)
    .returning('id')
    .executeTakeFirst();
  if (changed === undefined) await requireSystem(db, id);
  return changed !== undefined;
}

/** The suspension of a row of `ai_system`; its three columns are set together (a check holds it). */
export function suspensionOf(row: {
  readonly suspended_at: Instant | null;
  readonly suspended_by: string | null;
  readonly suspended_reason: string | null;
}): SystemStanding['suspension'] {
  const { suspended_at: at, suspended_by: by, suspended_reason: reason } = row;
  return at === null || by === null || reason === null ? null : { at, by, reason };
}

async function requireSystem(db: Database, id: string): Promise<void> {
  const known = await db.selectFrom('ai_system').select('id').where('id', '=', id).executeTakeFirst();
  if (known === undefined) {
    throw new SystemError('SYSTEM_NOT_FOUND', `There is no AI system "${id}"; nothing was changed.`);
  }
}
