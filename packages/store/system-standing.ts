import type { LifecycleStage } from '@amaan/contracts/ai-system';
import type { Identifier } from '@amaan/contracts/identifier';
import type { Approval, SystemStanding, ValidationResult } from '@amaan/governance/system-standing';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';
import { readSuspensionsInForce, standingOf } from './suspensions.ts';

/**
 * All that decides whether an AI system may get a permit, for `issuePermit`: its stage and suspension, its
 * newest approved impact assessment, and every validation and approval recorded. Null when it is not registered.
 */
export async function getSystemStanding(db: Database, system: string): Promise<SystemStanding | null> {
  const row = await db.selectFrom('ai_system').selectAll().where('id', '=', system).executeTakeFirst();
  if (row === undefined) return null;
  const assessment = await db
    .selectFrom('impact_assessment')
    .select(['id', 'at', 'statement', 'demo', 'status', 'expires_at as expiresAt'])
    .select('system_version as systemVersion')
    .where('system_id', '=', system)
    // A draft or a rejection takes nothing away from what was approved before.
    .where('status', '=', 'approved')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const validations = await db
    .selectFrom('validation_result')
    .select(['id', 'at', 'statement', 'demo', 'models', 'configuration_digest', 'passed', 'report'])
    .where('system_id', '=', system)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const approvals = await db
    .selectFrom('approval')
    .select(['id', 'at', 'statement', 'demo', 'models', 'configuration_digest'])
    .select(['account', 'person', 'name', 'role'])
    .where('system_id', '=', system)
    .orderBy('at')
    .orderBy('id')
    .execute();
  return {
    system: row.id,
    version: row.version,
    stage: row.stage,
    ...standingOf(await readSuspensionsInForce(db, system), system),
    impactAssessment: assessment ?? null,
    validations: validations.map(withDigest),
    approvals: approvals.map(withDigest),
  };
}

/** Records that a validation was made; whether it passed was computed from its figures. */
export async function insertValidation(
  db: Database,
  system: string,
  validation: ValidationResult & { readonly by: string },
): Promise<void> {
  const { configurationDigest, models, report, by, ...rest } = validation;
  const overall = (report?.figures ?? []).filter(({ group }) => group === null);
  await db
    .insertInto('validation_result')
    .values({
      ...rest,
      system_id: system,
      models: JSON.stringify(models),
      configuration_digest: digestBytes(configurationDigest),
      results: JSON.stringify(Object.fromEntries(overall.map(({ name, value }) => [name, value]))),
      report: report === null ? null : JSON.stringify(report),
      by_name: by,
    })
    .execute();
}

/** The validations of a system with who recorded them, the newest first. */
export async function listValidations(
  db: Database,
  system: string,
): Promise<(ValidationResult & { readonly by: string })[]> {
  const rows = await db
    .selectFrom('validation_result')
    .select(['id', 'at', 'statement', 'demo', 'models', 'configuration_digest', 'passed', 'report'])
    .select('by_name as by')
    .where('system_id', '=', system)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .execute();
  return rows.map(withDigest);
}

/** Records a person's approval of a combination: what permits rely on. */
export async function insertApproval(
  db: Database,
  system: string,
  approval: Approval & { readonly requestId: Identifier | null },
): Promise<void> {
  const { configurationDigest, models, requestId, ...rest } = approval;
  await db
    .insertInto('approval')
    .values({
      ...rest,
      system_id: system,
      models: JSON.stringify(models),
      configuration_digest: digestBytes(configurationDigest),
      request_id: requestId,
    })
    .execute();
}

/** Lets a system enter a stage. */
export async function setStage(db: Database, system: string, stage: LifecycleStage): Promise<void> {
  await db.updateTable('ai_system').set({ stage }).where('id', '=', system).execute();
}

function withDigest<Row extends { readonly configuration_digest: Uint8Array }>(row: Row) {
  const { configuration_digest, ...rest } = row;
  return { ...rest, configurationDigest: digestHex(configuration_digest) };
}
