import { Incident } from '@amaan/contracts/governance/incident';
import type { EvidenceContext } from '../evidence-context.ts';
import { DAY_MS, present, stateOf } from '../live-finding.ts';
import { recordSources } from '../record-sources.ts';

/** Days after which an incident that nobody has begun to work on counts as unanswered. */
const ANSWER_DAYS = { critical: 1, high: 3, medium: 14, low: 30 } as const;
/** An incident that stays open longer than this asks for attention whatever is done about it. */
const LONG_DAYS = 30;

/** Incidents that are not closed, with their bodies. */
export async function openIncidents({ records }: Pick<EvidenceContext, 'records'>) {
  const incidents = await records('incident');
  return incidents
    .filter(({ closedAt }) => closedAt === null)
    .map((record) => ({ ...record, body: Incident.parse(record.body) }));
}

/** Nobody waits for an answer to an incident longer than its severity allows. */
export const incidentsAnswered = present(async (context) => {
  const open = await openIncidents(context);
  const daysOf = (instant: string) => (context.now - Date.parse(instant)) / DAY_MS;
  const unanswered = open.filter(
    ({ status, openedAt, body }) => status === 'open' && daysOf(openedAt) > ANSWER_DAYS[body.severity],
  );
  const long = open.filter(({ openedAt }) => daysOf(openedAt) > LONG_DAYS);
  const oldest = Math.floor(Math.max(0, ...open.map(({ openedAt }) => daysOf(openedAt))));
  const grave = open.filter(({ body }) => body.severity === 'critical' || body.severity === 'high').length;
  return {
    state: stateOf(unanswered.length, long.length + grave),
    en: `${open.length} incidents are open, ${grave} of them high or critical, the oldest ${oldest} days; ${unanswered.length} wait longer than their severity allows.`,
    ur: `${open.length} واقعات کھلے ہیں، جن میں سے ${grave} سنگین ہیں، سب سے پرانا ${oldest} دن کا ہے؛ ${unanswered.length} اپنی شدت کی مہلت سے زیادہ منتظر ہیں۔`,
    figures: { open: open.length, highOrCritical: grave, oldestDays: oldest, unanswered: unanswered.length },
    sources: recordSources(unanswered.length > 0 ? unanswered : open),
  };
});

/** Every closed incident says why it happened. */
export const incidentsLearned = present(async ({ records }) => {
  const closed = (await records('incident')).filter(({ status }) => status === 'closed');
  const silent = closed.filter(({ body }) => Incident.parse(body).cause.trim() === '');
  const actions = await records('corrective-action');
  const effective = actions.filter(({ status }) => status === 'effective').length;
  return {
    state: stateOf(silent.length),
    en: `${closed.length - silent.length} of ${closed.length} closed incidents name their cause; ${effective} of ${actions.length} corrective actions were shown to help.`,
    ur: `${closed.length} میں سے ${closed.length - silent.length} بند واقعات میں وجہ درج ہے؛ ${actions.length} میں سے ${effective} اصلاحی اقدامات مؤثر ثابت ہوئے۔`,
    figures: { closed: closed.length, withoutCause: silent.length, actions: actions.length, effective },
    sources: recordSources(silent),
  };
});
