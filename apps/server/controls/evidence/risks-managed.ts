import { present, stateOver } from '../live-finding.ts';
import { recordSources } from '../record-sources.ts';
import { systemSources } from '../system-sources.ts';

/** Every system in operation has rated risks, and none waits for its review. */
export const risksAssessed = present(async ({ operating, records, now }) => {
  const [systems, risks] = await Promise.all([operating(), records('risk')]);
  const open = risks.filter(({ closedAt }) => closedAt === null);
  const without = systems.filter(({ definition }) => !risks.some(({ system }) => system === definition.id));
  const overdue = open.filter(({ reviewAt }) => reviewAt !== null && Date.parse(reviewAt) <= now);
  return {
    state: stateOver(risks.length, without.length + overdue.length),
    en: `${risks.length} risks are in the register, ${open.length} of them open; ${overdue.length} reviews are overdue and ${without.length} of ${systems.length} AI systems in operation have no risk.`,
    ur: `رجسٹر میں ${risks.length} خطرات ہیں، جن میں سے ${open.length} کھلے ہیں؛ ${overdue.length} جائزے تاخیر میں ہیں اور ${systems.length} میں سے ${without.length} زیر عمل AI نظاموں کا کوئی خطرہ درج نہیں۔`,
    figures: {
      risks: risks.length,
      open: open.length,
      overdue: overdue.length,
      systemsWithout: without.length,
    },
    sources: [...recordSources(overdue), ...systemSources(without)],
  };
});

/** Every open risk has somebody who answers for its treatment. */
export const risksTreated = present(async ({ records }) => {
  const risks = await records('risk');
  const open = risks.filter(({ closedAt }) => closedAt === null);
  const orphaned = open.filter(({ owner }) => owner === null);
  const accepted = open.filter(({ status }) => status === 'accepted').length;
  return {
    state: stateOver(risks.length, orphaned.length),
    en: `${open.length - orphaned.length} of ${open.length} open risks have an owner; what remains of ${accepted} was accepted by signature.`,
    ur: `${open.length} میں سے ${open.length - orphaned.length} کھلے خطرات کا ذمہ دار ہے؛ ${accepted} کا باقی خطرہ دستخط سے قبول ہے۔`,
    figures: { open: open.length, withoutOwner: orphaned.length, accepted },
    sources: recordSources(orphaned),
  };
});
