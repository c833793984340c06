import { OrganisationEntry } from '@amaan/contracts/governance/system-entry';
import type { Instant } from '@amaan/contracts/instant';
import type { EvidenceContext, ObservedSystem } from '../evidence-context.ts';
import { oldest, recurring, stateOver, YEAR_MS } from '../live-finding.ts';
import { systemSources } from '../system-sources.ts';

type Field = keyof OrganisationEntry;
const ALL_FIELDS = Object.keys(OrganisationEntry.shape) as Field[];

/** Systems in operation whose register entry lacks one of these fields. */
async function lacking(
  { operating, entries }: Pick<EvidenceContext, 'operating' | 'entries'>,
  fields: readonly Field[],
): Promise<{
  systems: readonly ObservedSystem[];
  incomplete: readonly ObservedSystem[];
  /** Since when the oldest of their entries stands unchanged: it is confirmed once a year at least. */
  age: { readonly asOf?: Instant };
}> {
  const [systems, written] = await Promise.all([operating(), entries()]);
  const incomplete = systems.filter(({ definition }) => {
    const body = written.get(definition.id)?.body;
    return body === undefined || fields.some((field) => body[field].trim() === '');
  });
  const age = oldest(systems.map(({ definition }) => written.get(definition.id)?.at));
  return { systems, incomplete, age };
}

/** What a system needs is written down: people, data and tools by the code, context and suppliers by the office. */
export const resourcesDocumented = recurring(YEAR_MS, async (context) => {
  const { systems, incomplete, age } = await lacking(context, [
    'owner',
    'deploymentContext',
    'supplierNotes',
  ]);
  const complete = systems.length - incomplete.length;
  const models = new Set(systems.flatMap(({ definition }) => definition.models)).size;
  return {
    state: stateOver(systems.length, incomplete.length),
    en: `${complete} of ${systems.length} AI systems in operation have owner, place of use and suppliers in the register; together they use ${models} models.`,
    ur: `${systems.length} میں سے ${complete} زیر عمل AI نظاموں کا ذمہ دار، استعمال کی جگہ اور سپلائر رجسٹر میں درج ہیں؛ مجموعی طور پر ${models} ماڈل استعمال ہوتے ہیں۔`,
    figures: { inOperation: systems.length, complete, incomplete: incomplete.length, models },
    ...age,
    sources: systemSources(incomplete.length > 0 ? incomplete : systems),
  };
});

/** Everything that the register asks for is there for every system in operation. */
export const technicalDocumentation = recurring(YEAR_MS, async (context) => {
  const { systems, incomplete, age } = await lacking(context, ALL_FIELDS);
  const complete = systems.length - incomplete.length;
  const limits = systems.reduce((sum, { definition }) => sum + definition.limits.length, 0);
  return {
    state: stateOver(systems.length, incomplete.length),
    en: `${complete} of ${systems.length} AI systems in operation have a complete register entry; ${limits} known limits are written in it.`,
    ur: `${systems.length} میں سے ${complete} زیر عمل AI نظاموں کا اندراج مکمل ہے؛ اس میں ${limits} معلوم حدود درج ہیں۔`,
    figures: { inOperation: systems.length, complete, incomplete: incomplete.length, knownLimits: limits },
    ...age,
    sources: systemSources(incomplete.length > 0 ? incomplete : systems),
  };
});

/** What the public register shows of each system in operation is there and names law and contact. */
export const publicRegister = recurring(YEAR_MS, async (context) => {
  const { systems, incomplete, age } = await lacking(context, ['contact', 'legalBasis']);
  const complete = systems.length - incomplete.length;
  return {
    state: stateOver(systems.length, incomplete.length),
    en: `The public register shows ${systems.length} AI systems in operation; ${complete} of them name their legal basis and a contact.`,
    ur: `عوامی رجسٹر ${systems.length} زیر عمل AI نظام دکھاتا ہے؛ ان میں سے ${complete} کی قانونی بنیاد اور رابطہ درج ہے۔`,
    figures: { inOperation: systems.length, complete, incomplete: incomplete.length },
    ...age,
    sources: [{ label: 'public register', href: '/register' }, ...systemSources(incomplete)],
  };
});

/** What each system may be used for, and must never do, is stated, and on which legal basis. */
export const purposesStated = recurring(YEAR_MS, async (context) => {
  const { systems, incomplete, age } = await lacking(context, ['legalBasis', 'deploymentContext']);
  const purposes = systems.reduce((sum, { definition }) => sum + definition.purposes.length, 0);
  const prohibitions = systems.reduce((sum, { definition }) => sum + definition.prohibited.length, 0);
  const silent = systems.filter(({ definition }) => definition.prohibited.length === 0);
  return {
    state: stateOver(systems.length, silent.length, incomplete.length),
    en: `${systems.length} AI systems in operation state ${purposes} purposes and ${prohibitions} prohibited uses; ${incomplete.length} of them lack legal basis or context.`,
    ur: `${systems.length} زیر عمل AI نظام ${purposes} مقاصد اور ${prohibitions} ممنوع استعمال بیان کرتے ہیں؛ ${incomplete.length} میں قانونی بنیاد یا سیاق نہیں۔`,
    figures: { inOperation: systems.length, purposes, prohibitions, incomplete: incomplete.length },
    ...age,
    sources: systemSources(incomplete.length > 0 ? incomplete : systems),
  };
});
