import { impactGaps } from '@amaan/governance/permits/permit-gaps';
import { DAY_MS, oldest, recurring, stateOver, YEAR_MS } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

const SOON_DAYS = 30;

/** Every AI system in operation has an approved impact assessment of its present version that has not expired. */
export const assessmentsCurrent = recurring(YEAR_MS, async ({ operating, now }) => {
  const systems = await operating();
  const lapsed = systems.filter(
    ({ definition, standing }) =>
      impactGaps(standing.impactAssessment, definition.version, new Date(now)).length > 0,
  );
  const soon = systems.filter(({ standing }) => {
    const left = Date.parse(standing.impactAssessment?.expiresAt ?? '') - now;
    return left > 0 && left <= SOON_DAYS * DAY_MS;
  });
  const current = systems.length - lapsed.length;
  return {
    state: stateOver(systems.length, lapsed.length, soon.length),
    en: `${current} of ${systems.length} AI systems in operation have a current impact assessment; ${soon.length} expire within ${SOON_DAYS} days.`,
    ur: `${systems.length} میں سے ${current} زیر عمل AI نظاموں کا اثراتی جائزہ تازہ ہے؛ ${soon.length} کی مدت ${SOON_DAYS} دن میں ختم ہوگی۔`,
    figures: {
      inOperation: systems.length,
      current,
      lapsed: lapsed.length,
      expiringSoon: soon.length,
    },
    ...oldest(systems.map(({ standing }) => standing.impactAssessment?.at)),
    sources: systemSources(lapsed.length > 0 ? lapsed : systems),
  };
});
