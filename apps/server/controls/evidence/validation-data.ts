import { latestValidation } from '@amaan/governance/permits/permit-gaps';
import type { EvidenceContext, ObservedSystem } from '../evidence-context.ts';
import { oldest, recurring, stateOver, YEAR_MS } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

/** Fewer cases than this behind a figure say little. */
const ENOUGH_CASES = 30;

/** The reports of the validations that permits in force rest on; null where there is none. */
async function reports({ running, now }: Pick<EvidenceContext, 'running' | 'now'>) {
  return (await running()).map((system) => {
    const latest = latestValidation(system.standing, system.permit!, new Date(now));
    return { system, report: latest?.report ?? null, at: latest?.at ?? null };
  });
}

function sourcesOf(all: readonly { system: ObservedSystem; report: unknown }[]) {
  const without = all.filter(({ report }) => report === null);
  return systemSources((without.length > 0 ? without : all).map(({ system }) => system));
}

/** The data behind each validation is named, with a digest and a licence. */
export const dataDocumented = recurring(YEAR_MS, async (context) => {
  const all = await reports(context);
  const named = all.flatMap(({ report }) => (report === null ? [] : [report.dataset]));
  const sets = new Set(named.map(({ digest }) => digest)).size;
  return {
    state: stateOver(all.length, all.length - named.length),
    en: `${named.length} of ${all.length} permits in force rest on a validation that names its data; that is ${sets} data sets, each with digest and licence.`,
    ur: `${all.length} میں سے ${named.length} اجازت نامے ایسی توثیق پر قائم ہیں جس کا ڈیٹا درج ہے؛ یہ ${sets} ڈیٹا سیٹ ہیں، ہر ایک ڈائجسٹ اور لائسنس سمیت۔`,
    figures: { permitsInForce: all.length, withNamedData: named.length, dataSets: sets },
    ...oldest(all.map(({ at }) => at)),
    sources: sourcesOf(all),
  };
});

/** Quality is measured: with cases enough, by group, and against aims that were set before. */
export const dataQuality = recurring(YEAR_MS, async (context) => {
  const all = await reports(context);
  const figures = all.flatMap(({ report }) => report?.figures ?? []);
  const thin = figures.filter(({ n }) => n < ENOUGH_CASES).length;
  const groups = figures.filter(({ group }) => group !== null).length;
  const judged = figures.filter(({ met }) => met !== null);
  const missed = judged.filter(({ met }) => met === false).length;
  const silent = all.filter(({ report }) => report === null).length;
  return {
    state: stateOver(all.length, silent + missed, thin > 0 || groups === 0),
    en: `${figures.length} figures with confidence intervals stand behind ${all.length} permits in force, ${groups} of them by group; ${missed} of ${judged.length} aims are missed and ${thin} rest on fewer than ${ENOUGH_CASES} cases.`,
    ur: `${all.length} اجازت ناموں کے پیچھے اعتمادی وقفوں سمیت ${figures.length} اعداد ہیں، جن میں سے ${groups} گروہ وار ہیں؛ ${judged.length} میں سے ${missed} اہداف پورے نہیں ہوئے اور ${thin} کی بنیاد ${ENOUGH_CASES} سے کم مثالوں پر ہے۔`,
    figures: {
      permitsInForce: all.length,
      withoutFigures: silent,
      figures: figures.length,
      byGroup: groups,
      aimsMissed: missed,
      thin,
    },
    ...oldest(all.map(({ at }) => at)),
    sources: sourcesOf(all),
  };
});

/** Where data came from and on what ground it may be used is told with it. */
export const dataProvenance = recurring(YEAR_MS, async (context) => {
  const all = await reports(context);
  const told = all.filter(({ report }) => report?.dataset.provenance !== undefined).length;
  return {
    state: stateOver(all.length, all.length - told),
    en: `${told} of ${all.length} permits in force rest on a validation that says where its data came from.`,
    ur: `${all.length} میں سے ${told} اجازت نامے ایسی توثیق پر قائم ہیں جو بتاتی ہے کہ ڈیٹا کہاں سے آیا۔`,
    figures: { permitsInForce: all.length, withProvenance: told, without: all.length - told },
    ...oldest(all.map(({ at }) => at)),
    sources: sourcesOf(all),
  };
});

/** How data was chosen, labelled and made ready is told with it, and how it was measured can be repeated. */
export const dataPreparation = recurring(YEAR_MS, async (context) => {
  const all = await reports(context);
  const told = all.filter(({ report }) => report?.dataset.preparation !== undefined).length;
  const repeatable = all.filter(({ report }) => report !== null && report.command !== '').length;
  return {
    state: stateOver(all.length, 2 * all.length - told - repeatable),
    en: `${told} of ${all.length} permits in force rest on a validation that says how its data was prepared; the measurement of ${repeatable} can be repeated from its record.`,
    ur: `${all.length} میں سے ${told} اجازت نامے ایسی توثیق پر قائم ہیں جو بتاتی ہے کہ ڈیٹا کیسے تیار ہوا؛ ${repeatable} کی پیمائش ریکارڈ سے دہرائی جا سکتی ہے۔`,
    figures: { permitsInForce: all.length, withPreparation: told, without: all.length - told, repeatable },
    ...oldest(all.map(({ at }) => at)),
    sources: sourcesOf(all),
  };
});
