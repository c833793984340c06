import type { AiSystem } from '@amaan/contracts/ai-system';
import { presentCombination } from '@amaan/governance/combination';
import { approvedStanding } from '@amaan/governance/testing/approved-standing';
import { appendToLedger } from '@amaan/store/ledger-store';
import type { Database } from '@amaan/store/open-database';
import { recordStanding } from '@amaan/store/testing/record-standing';
import type { RunningServices } from '../create-services.ts';
import { standingEntries } from './standing-entries.ts';

/** Decides what a permit needs, without the people: tests of the lifecycle do it through its services. */
export async function approveSystem(
  db: Database,
  { registerUpkeep }: Pick<RunningServices, 'registerUpkeep'>,
  system: AiSystem,
): Promise<void> {
  const { models } = presentCombination(system, registerUpkeep.modelsAtHand);
  const { stage } = await db
    .selectFrom('ai_system')
    .select('stage')
    .where('id', '=', system.id)
    .executeTakeFirstOrThrow();
  if (stage !== 'proposed') return;
  const standing = approvedStanding(system, models, new Date());
  await recordStanding(db, standing);
  await db.transaction().execute((tx) => appendToLedger(tx, standingEntries(standing)));
}
