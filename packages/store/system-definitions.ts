import type { AiSystem, LifecycleStage } from '@amaan/contracts/ai-system';
import type { Digest } from '@amaan/contracts/digest';
import { canonicalJson, digestOfJson } from '@amaan/contracts/digest-of';
import type { SystemDefinition } from '@amaan/contracts/governance/system-definition';
import type { Instant } from '@amaan/contracts/instant';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';

/** That the code says something else of a system than the register had. */
export interface DefinitionChange {
  readonly system: string;
  readonly version: number;
  readonly digest: Digest;
  /** Of the version before; null: the system is registered for the first time. */
  readonly before: Digest | null;
  /** Members of the definition that differ, by name; empty for the first one. */
  readonly changed: readonly string[];
  readonly stage: LifecycleStage;
}

/**
 * Keeps what the code says of a system as a version of its own when it is not what the newest one says. Call
 * it in the transaction that registers the system.
 *
 * @param standing of the register as it was until now; null: the system is new
 */
export async function keepDefinition(
  db: Database,
  system: AiSystem,
  standing: { readonly definition: AiSystem; readonly stage: LifecycleStage; readonly at: Instant } | null,
  at: Instant,
): Promise<DefinitionChange | null> {
  const digest = digestOfJson(system);
  let newest = await newestVersion(db, system.id);
  // Registered before versions were kept: what the register has is the first one.
  if (newest === null && standing !== null)
    newest = await insertVersion(db, standing.definition, { version: 1, changed: [], at: standing.at });
  if (newest?.digest === digest) return null;
  const changed = standing === null ? [] : changedMembers(standing.definition, system);
  const version = (newest?.version ?? 0) + 1;
  await insertVersion(db, system, { version, changed, at });
  const stage = standing?.stage ?? 'proposed';
  return { system: system.id, version, digest, before: newest?.digest ?? null, changed, stage };
}

/** Every version of what the code said of a system, the newest first. */
export async function listDefinitions(db: Database, system: string): Promise<SystemDefinition[]> {
  const rows = await db
    .selectFrom('system_definition')
    .select(['version', 'digest', 'changed', 'at'])
    .where('system_id', '=', system)
    .orderBy('version', 'desc')
    .execute();
  return rows.map((row) => ({ ...row, digest: digestHex(row.digest) }));
}

async function newestVersion(
  db: Database,
  system: string,
): Promise<{ version: number; digest: Digest } | null> {
  const row = await db
    .selectFrom('system_definition')
    .select(['version', 'digest'])
    .where('system_id', '=', system)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row === undefined ? null : { version: row.version, digest: digestHex(row.digest) };
}

async function insertVersion(
  db: Database,
  definition: AiSystem,
  { version, changed, at }: Pick<SystemDefinition, 'version' | 'changed' | 'at'>,
): Promise<{ version: number; digest: Digest }> {
  const digest = digestOfJson(definition);
  await db
    .insertInto('system_definition')
    .values({
      system_id: definition.id,
      version,
      definition: JSON.stringify(definition),
      digest: digestBytes(digest),
      changed: JSON.stringify(changed),
      at,
    })
    .execute();
  return { version, digest };
}

function changedMembers(before: AiSystem, after: AiSystem): string[] {
  const [old, now] = [Object.entries(before), Object.entries(after)].map((members) => new Map(members));
  const names = new Set([...old!.keys(), ...now!.keys()]);
  return [...names].filter((name) => textOf(old!.get(name)) !== textOf(now!.get(name))).sort();
}

function textOf(value: unknown): string {
  return value === undefined ? '' : canonicalJson(value);
}
