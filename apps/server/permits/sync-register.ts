import type { AiSystem } from '@amaan/contracts/ai-system';
import { demoStanding } from '@amaan/governance/demo-standing';
import { configurationDigest } from '@amaan/governance/permits/configuration-digest';
import { permitGaps } from '@amaan/governance/permits/permit-gaps';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { getSystemStanding, recordSystemStanding } from '@amaan/store/system-standing';
import { registerModel, registerSystem } from '@amaan/store/systems';
import { ledgerEntry } from '../ledger/ledger-entry.ts';
import type { RunnableModel } from './runnable-model.ts';

/** Stages that a demonstration may move on from; a system that a person retired stays retired. */
const DEMO_STAGES = ['proposed', 'pilot'];

/**
 * Brings the register up to date with the code: AI systems, their configurations and the models at hand.
 *
 * Until the lifecycle of the register is built, a combination of models and configuration that has no
 * decisions yet gets the demonstration's: they say of themselves that no real person took them, and the
 * ledger says so too.
 */
export async function syncRegister(
  db: Database,
  systems: readonly AiSystem[],
  models: readonly RunnableModel[],
  now: number,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    for (const system of systems) await registerSystem(tx, system);
    for (const model of models) await registerModel(tx, model);
  });
  for (const system of systems) await seedDemoStanding(db, system, models, now);
}

async function seedDemoStanding(
  db: Database,
  system: AiSystem,
  allModels: readonly RunnableModel[],
  now: number,
): Promise<void> {
  const models = allModels
    .filter(({ id }) => system.models.includes(id))
    .map(({ id, digest }) => ({ id, digest }));
  if (models.length === 0) return;
  await db.transaction().execute(async (tx) => {
    const standing = await getSystemStanding(tx, system.id);
    if (standing === null || !DEMO_STAGES.includes(standing.stage)) return;
    const combination = { models, configurationDigest: configurationDigest(system) };
    const gaps = permitGaps(system, { ...standing, suspension: null }, combination, new Date(now));
    if (gaps.length === 0) return;
    const seeded = demoStanding(system, models, new Date(now));
    await recordSystemStanding(tx, seeded);
    const entry = ledgerEntry({
      kind: 'system.demo-approved',
      at: now,
      actor: 'system:server',
      subject: `system:${system.id}`,
      data: {
        ...combination,
        demo: true,
        approvalIds: seeded.approvals.map(({ id }) => id),
        impactAssessmentId: seeded.impactAssessment?.id ?? null,
      },
    });
    await appendToLedger(tx, [entry]);
  });
}
