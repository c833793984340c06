import type { AiSystem } from '@amaan/contracts/ai-system';
import { presentCombination } from '@amaan/governance/combination';
import { identifiesPeople } from '@amaan/governance/lifecycle/group-error-gaps';
import type { LifecycleFacts } from '@amaan/governance/lifecycle/lifecycle-facts';
import type { ModelReference, SystemStanding } from '@amaan/governance/system-standing';
import { listFaceAuditSets } from '@amaan/store/faces/matches/face-audit-sets';
import type { Database } from '@amaan/store/open-database';
import { listRecords } from '@amaan/store/records';
import { listSystemEntries } from '@amaan/store/system-entries';
import { getSystemStanding } from '@amaan/store/system-standing';
import { NotFoundError } from '../http/http-errors.ts';

/** What the gates look at and the database does not hold. */
export interface FactSources {
  readonly modelsAtHand: readonly ModelReference[];
  readonly trainingGaps: readonly string[];
  readonly clockGaps: readonly string[];
}

/**
 * Reads everything that decides where a system may go, as it is in this transaction.
 * @throws NotFoundError `SYSTEM_NOT_FOUND`
 */
export async function readLifecycleFacts(
  db: Database,
  system: AiSystem,
  { modelsAtHand, trainingGaps, clockGaps }: FactSources,
): Promise<{ standing: SystemStanding; facts: LifecycleFacts }> {
  const standing = await getSystemStanding(db, system.id);
  if (standing === null) throw new NotFoundError('system');
  const [entry] = await listSystemEntries(db, system.id);
  const risks = await listRecords(db, { kinds: ['risk'], system: system.id });
  const audits = identifiesPeople(system) ? await listFaceAuditSets(db) : [];
  const { suspension, impactAssessment, validations } = standing;
  return {
    standing,
    facts: {
      system,
      combination: presentCombination(system, modelsAtHand),
      entry: entry?.body ?? null,
      suspension,
      impactAssessment,
      validations,
      risks: risks.map(({ number, title, status, owner, reviewAt }) => ({
        number,
        title,
        status,
        owner,
        reviewAt,
      })),
      trainingGaps,
      auditSets: audits.map(({ body }) => body),
      clockGaps,
    },
  };
}
