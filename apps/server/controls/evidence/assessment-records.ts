import { type Affected, ImpactAssessment } from '@amaan/contracts/governance/impact-assessment';
import type { EvidenceContext } from '../evidence-context.ts';
import { latestBySystem } from '../latest-by-system.ts';
import { oldest, recurring, stateOver, YEAR_MS } from '../live-finding.ts';
import { recordSources } from '../record-sources.ts';

/** The approved assessment record of each system in operation, or null. */
async function approvedRecords({ operating, records }: EvidenceContext) {
  const approved = latestBySystem(
    (await records('impact-assessment')).filter(({ status }) => status === 'approved'),
  );
  return (await operating()).map(({ definition }) => approved.get(definition.id) ?? null);
}

/** Each system in operation has a written assessment with a version and the names of those who approved it. */
export const assessmentsDocumented = recurring(YEAR_MS, async (context) => {
  const all = await approvedRecords(context);
  const written = all.filter((record) => record !== null);
  const ids = written.map(({ id }) => id);
  const signed =
    ids.length === 0
      ? []
      : await context.db
          .selectFrom('governance_record_signature')
          .select('record_id')
          .distinct()
          .where('record_id', 'in', ids)
          .where('meaning', '=', 'approved')
          .execute();
  return {
    state: stateOver(all.length, all.length - signed.length),
    en: `${written.length} of ${all.length} AI systems in operation have a written impact assessment; ${signed.length} of these carry a signature.`,
    ur: `${all.length} میں سے ${written.length} زیر عمل AI نظاموں کا تحریری اثراتی جائزہ ہے؛ ان میں سے ${signed.length} پر دستخط ہیں۔`,
    figures: { inOperation: all.length, written: written.length, signed: signed.length },
    ...oldest(written.map(({ changedAt }) => changedAt)),
    sources: recordSources(written),
  };
});

/** Each approved assessment says what the system does to these. */
function impactsOn(who: readonly Affected[], en: string, ur: string) {
  return recurring(YEAR_MS, async (context) => {
    const all = await approvedRecords(context);
    const written = all.filter((record) => record !== null);
    const impacts = written.map(({ body }) => {
      const parsed = ImpactAssessment.safeParse(body);
      return parsed.success ? parsed.data.impacts.filter(({ affected }) => who.includes(affected)).length : 0;
    });
    const answered = impacts.filter((count) => count > 0).length;
    const total = impacts.reduce((sum, count) => sum + count, 0);
    return {
      state: stateOver(all.length, all.length - answered),
      en: `${answered} of ${all.length} AI systems in operation have an approved assessment of effects on ${en}; ${total} effects are described.`,
      ur: `${all.length} میں سے ${answered} زیر عمل AI نظاموں کا ${ur} پر اثر منظور شدہ جائزے میں ہے؛ ${total} اثرات بیان ہیں۔`,
      figures: { inOperation: all.length, assessed: answered, effects: total },
      ...oldest(written.map(({ changedAt }) => changedAt)),
      sources: recordSources(written),
    };
  });
}

export const impactsOnPeople = impactsOn(
  ['individuals', 'groups'],
  'individuals and groups',
  'افراد اور گروہوں',
);
export const impactsOnSociety = impactsOn(['society'], 'society', 'معاشرے');
