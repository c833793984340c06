import type { AiSystem } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import type { ModelManifest } from '@amaan/contracts/model-manifest';
import { AmaanError } from '@amaan/contracts/problem';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import type { SystemStanding } from '@amaan/governance/system-standing';
import { digestBytes } from './digest-column.ts';
import type { Database } from './open-database.ts';
import { readSuspensionsInForce, standingOf } from './suspensions.ts';
import { type DefinitionChange, keepDefinition } from './system-definitions.ts';

/** `SYSTEM_NOT_FOUND`: no AI system of that id is registered. */
export class SystemError extends AmaanError {}

/** An AI system as the register has it. */
export interface RegisteredSystem {
  readonly definition: AiSystem;
  readonly stage: SystemStanding['stage'];
  /** Of the whole system. */
  readonly suspension: SystemStanding['suspension'];
  readonly groupSuspensions: SystemStanding['groupSuspensions'];
}

/**
 * Puts an AI system as the code defines it into the register, or brings its entry up to date. Its stage and
 * suspension stay; a new one starts as `proposed`. What the code says of it is kept as a version, its
 * configuration by digest, both for ever. Call it in a transaction, with the ledger entry of what it returns.
 *
 * @returns what changed; null when the register said the same already
 */
export async function registerSystem(db: Database, system: AiSystem): Promise<DefinitionChange | null> {
  const now = new Date().toISOString();
  const standing = await db
    .selectFrom('ai_system')
    .select(['definition', 'stage', 'registered_at as at'])
    .where('id', '=', system.id)
    .forUpdate()
    .executeTakeFirst();
  const definition = JSON.stringify(system);
  await db
    .insertInto('ai_system')
    .values({
      id: system.id,
      version: system.version,
      definition,
      stage: 'proposed',
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
      purposes: JSON.stringify(system.purposes),
      thresholds: JSON.stringify(system.thresholds),
      settings: JSON.stringify(system.settings),
      registered_at: now,
    })
    .onConflict((conflict) => conflict.column('digest').doNothing())
    .execute();
  return keepDefinition(db, system, standing ?? null, now);
}

/**
 * Keeps what is known of a model under the digest of its file, for ever. Call it in a transaction, with its
 * ledger entry.
 * @returns whether it is new
 */
export async function registerModel(
  db: Database,
  model: Pick<ModelManifest, 'id' | 'title' | 'licence' | 'source'> & { readonly digest: Digest },
): Promise<boolean> {
  const { id, title, licence, source } = model;
  const added = await db
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
    .returning('id')
    .executeTakeFirst();
  return added !== undefined;
}

/** The register, by id. */
export async function listSystems(db: Database): Promise<RegisteredSystem[]> {
  const rows = await db.selectFrom('ai_system').selectAll().orderBy('id').execute();
  const inForce = await readSuspensionsInForce(db);
  return rows.map((row) => ({
    definition: row.definition,
    stage: row.stage,
    ...standingOf(inForce, row.id),
  }));
}
