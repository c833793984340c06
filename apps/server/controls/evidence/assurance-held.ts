import type { GovernanceRecord } from '@amaan/contracts/governance/record';
import type { EvidenceContext } from '../evidence-context.ts';
import { DAY_MS, present, stateOf } from '../live-finding.ts';
import { recordSources } from '../record-sources.ts';

const YEAR_DAYS = 365;

/** Records in one of these states that were opened in the last year. */
async function ofLastYear(
  { records, now }: EvidenceContext,
  kind: 'audit' | 'management-review',
  statuses: readonly string[],
): Promise<GovernanceRecord[]> {
  const all = await records(kind);
  return all.filter(
    ({ status, openedAt }) => statuses.includes(status) && now - Date.parse(openedAt) <= YEAR_DAYS * DAY_MS,
  );
}

/** Whether the deployment is old enough that a yearly duty must have been done once. */
async function isOlderThanAYear({ db, now }: EvidenceContext): Promise<boolean> {
  const deployment = await db.selectFrom('deployment').select('created_at').executeTakeFirst();
  return deployment !== undefined && now - Date.parse(deployment.created_at) > YEAR_DAYS * DAY_MS;
}

/** Internal audits are held every year, and further ones are planned. */
export const auditsHeld = present(async (context) => {
  const held = await ofLastYear(context, 'audit', ['reported', 'closed']);
  const ahead = await ofLastYear(context, 'audit', ['planned', 'running']);
  const due = held.length === 0;
  return {
    state: stateOf(due && (await isOlderThanAYear(context)), due),
    en: `${held.length} internal audits were reported in the last twelve months; ${ahead.length} are planned or running.`,
    ur: `گزشتہ بارہ ماہ میں ${held.length} اندرونی آڈٹ کی رپورٹ ہوئی؛ ${ahead.length} طے شدہ یا جاری ہیں۔`,
    figures: { reported: held.length, ahead: ahead.length },
    sources: recordSources([...held, ...ahead]),
  };
});

/** The top looks at the management system every year and decides. */
export const reviewsHeld = present(async (context) => {
  const held = await ofLastYear(context, 'management-review', ['held', 'closed']);
  const prepared = await ofLastYear(context, 'management-review', ['prepared']);
  const due = held.length === 0;
  return {
    state: stateOf(due && (await isOlderThanAYear(context)), due),
    en: `${held.length} management reviews were held in the last twelve months, each with inputs from the running system; ${prepared.length} are prepared.`,
    ur: `گزشتہ بارہ ماہ میں ${held.length} انتظامی جائزے ہوئے، ہر ایک چلتے نظام کی معلومات کے ساتھ؛ ${prepared.length} تیار ہیں۔`,
    figures: { held: held.length, prepared: prepared.length },
    sources: recordSources([...held, ...prepared]),
  };
});

/** What went wrong is put right, with its cause, in the time that was set. */
export const nonconformitiesCorrected = present(async ({ records, now }) => {
  const [found, actions] = await Promise.all([records('nonconformity'), records('corrective-action')]);
  const open = found.filter(({ closedAt }) => closedAt === null);
  const late = actions.filter(
    ({ closedAt, body }) => closedAt === null && Date.parse(String(body.dueAt)) < now,
  );
  return {
    state: stateOf(late.length),
    en: `${found.length - open.length} of ${found.length} nonconformities are closed; ${late.length} of ${actions.length} corrective actions are overdue.`,
    ur: `${found.length} میں سے ${found.length - open.length} عدم مطابقتیں بند ہیں؛ ${actions.length} میں سے ${late.length} اصلاحی اقدامات تاخیر میں ہیں۔`,
    figures: { found: found.length, open: open.length, actions: actions.length, overdue: late.length },
    sources: recordSources(late.length > 0 ? late : open),
  };
});
