import type { SystemStanding } from '@amaan/governance/system-standing';
import { digestBytes, digestHex } from './digest-column.ts';
import type { Database } from './open-database.ts';
import { suspensionOf } from './systems.ts';

/**
 * All that decides whether an AI system may get a permit, for `issuePermit`: its stage and suspension, its
 * latest impact assessment, and every validation and approval recorded. Null when it is not registered.
 */
export async function getSystemStanding(db: Database, system: string): Promise<SystemStanding | null> {
  const row = await db.selectFrom('ai_system').selectAll().where('id', '=', system).executeTakeFirst();
  if (row === undefined) return null;
  const assessment = await db
    .selectFrom('impact_assessment')
    .select(['id', 'at', 'statement', 'demo', 'status', 'expires_at as expiresAt'])
    .where('system_id', '=', system)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  const validations = await db
    .selectFrom('validation_result')
    .select(['id', 'at', 'statement', 'demo', 'models', 'configuration_digest', 'passed', 'results'])
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
    suspension: suspensionOf(row),
    impactAssessment: assessment ?? null,
    validations: validations.map(withDigest),
    approvals: approvals.map(withDigest),
  };
}

/**
 * Records the decisions of a standing that are not recorded yet, and its stage: how a deployment is seeded
 * (`demoStanding`). The system must be registered. Call it in a transaction, with its ledger entry.
 */
export async function recordSystemStanding(db: Database, standing: SystemStanding): Promise<void> {
  const system_id = standing.system;
  await db.updateTable('ai_system').set({ stage: standing.stage }).where('id', '=', system_id).execute();
  if (standing.impactAssessment !== null) {
    const { expiresAt, ...assessment } = standing.impactAssessment;
    await db
      .insertInto('impact_assessment')
      .values({ ...assessment, system_id, expires_at: expiresAt, record_id: null, record_version: null })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  for (const { configurationDigest, ...validation } of standing.validations) {
    await db
      .insertInto('validation_result')
      .values({
        ...validation,
        system_id,
        models: JSON.stringify(validation.models),
        configuration_digest: digestBytes(configurationDigest),
        results: JSON.stringify(validation.results),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
  for (const { configurationDigest, ...approval } of standing.approvals) {
    await db
      .insertInto('approval')
      .values({
        ...approval,
        system_id,
        models: JSON.stringify(approval.models),
        configuration_digest: digestBytes(configurationDigest),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .execute();
  }
}

function withDigest<Row extends { readonly configuration_digest: Uint8Array }>(row: Row) {
  const { configuration_digest, ...rest } = row;
  return { ...rest, configurationDigest: digestHex(configuration_digest) };
}
