import { instantOf } from '@amaan/contracts/instant';
import { DAY_MS, present, stateOver } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

/** Permits allow nothing beyond the stated purposes, and what asked for more was refused and recorded. */
export const useWithinPurpose = present(async ({ running, db, now }) => {
  const systems = await running();
  const beyond = systems.filter(({ definition, permit }) =>
    permit!.purposes.some((purpose) => !definition.purposes.includes(purpose)),
  );
  const { refused } = await db
    .selectFrom('denial')
    .select(({ fn }) => fn.countAll<number>().as('refused'))
    .where('at', '>', instantOf(now - DAY_MS))
    .executeTakeFirstOrThrow();
  return {
    state: stateOver(systems.length, beyond.length),
    en: `${systems.length - beyond.length} of ${systems.length} permits in force stay within the stated purposes; ${refused} attempts without a fitting permit were refused in the last 24 hours.`,
    ur: `${systems.length} میں سے ${systems.length - beyond.length} اجازت نامے بیان کردہ مقاصد کے اندر ہیں؛ گزشتہ 24 گھنٹوں میں بغیر موزوں اجازت نامے کی ${refused} کوششیں رد ہوئیں۔`,
    figures: { permitsInForce: systems.length, beyondPurpose: beyond.length, refusedLastDay: refused },
    sources: systemSources(beyond.length > 0 ? beyond : systems),
  };
});
