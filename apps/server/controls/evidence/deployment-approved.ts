import { sameCombination } from '@amaan/governance/combination';
import { countPeople } from '@amaan/governance/four-eyes';
import { present, stateOver } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

const PEOPLE_NEEDED = 2;

/** Behind every permit in force stand approvals of exactly its combination by two different people. */
export const deploymentApproved = present(async ({ running, db }) => {
  const systems = await running();
  const unapproved = systems.filter(({ standing, permit }) => {
    const relied = standing.approvals.filter(({ id }) => permit!.approvalIds.includes(id));
    return countPeople(relied.filter((approval) => sameCombination(approval, permit!))) < PEOPLE_NEEDED;
  });
  const { revoked } = await db
    .selectFrom('permit')
    .select(({ fn }) => fn.countAll<number>().as('revoked'))
    .where('revoked_at', 'is not', null)
    .executeTakeFirstOrThrow();
  const approved = systems.length - unapproved.length;
  return {
    state: stateOver(systems.length, unapproved.length),
    en: `${approved} of ${systems.length} permits in force rest on approvals of exactly their combination by two different people; ${revoked} permits were ever revoked.`,
    ur: `${systems.length} میں سے ${approved} اجازت نامے دو الگ افراد کی عین اسی امتزاج کی منظوری پر قائم ہیں؛ اب تک ${revoked} منسوخ ہوئے۔`,
    figures: {
      permitsInForce: systems.length,
      approved,
      notApproved: unapproved.length,
      everRevoked: revoked,
    },
    sources: systemSources(unapproved.length > 0 ? unapproved : systems),
  };
});
