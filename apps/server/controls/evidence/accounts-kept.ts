import { personKey } from '@amaan/governance/four-eyes';
import type { AccountFacts } from '@amaan/store/account-facts';
import { DAY_MS, present, stateOf } from '../live-finding.ts';

const SOURCES = [{ label: 'accounts', href: '/admin' }];
/** An account that nobody used for so long is asked about. */
const DORMANT_DAYS = 90;
/** A one-time password that nobody changed for so long lies somewhere on paper. */
const UNCHANGED_DAYS = 7;
/** How long a new holder of far-reaching rights has to set up a second factor. */
const SECOND_FACTOR_DAYS = 7;
/** Roles whose misuse reaches furthest. */
const PRIVILEGED: readonly AccountFacts['role'][] = [
  'administrator',
  'governance-officer',
  'supervisor',
  'auditor',
];

/** Every account belongs to one known person. */
export const accountsNamed = present(async ({ accounts }) => {
  const all = await accounts();
  const unnamed = all.filter(({ person }) => personKey(person) === null).length;
  const people = new Set(all.map(({ person }) => personKey(person)).filter((key) => key !== null)).size;
  return {
    state: stateOf(unnamed),
    en: `${all.length} open accounts belong to ${people} people; behind ${unnamed} nobody is named.`,
    ur: `${all.length} کھلے اکاؤنٹ ${people} افراد کے ہیں؛ ${unnamed} کے پیچھے کسی کا نام نہیں۔`,
    figures: { accounts: all.length, people, unnamed },
    sources: SOURCES,
  };
});

/** One-time passwords do not stay in use. */
export const oneTimePasswordsChanged = present(async ({ accounts, now }) => {
  const all = await accounts();
  const waiting = all.filter(({ mustChangePassword }) => mustChangePassword);
  const old = waiting.filter(({ createdAt }) => now - Date.parse(createdAt) > UNCHANGED_DAYS * DAY_MS);
  return {
    state: stateOf(old.length),
    en: `${all.length - waiting.length} of ${all.length} accounts have a password of their own; ${old.length} have kept a one-time password for more than ${UNCHANGED_DAYS} days.`,
    ur: `${all.length} میں سے ${all.length - waiting.length} اکاؤنٹ کا اپنا پاس ورڈ ہے؛ ${old.length} نے ${UNCHANGED_DAYS} دن سے زیادہ سے یک بارگی پاس ورڈ نہیں بدلا۔`,
    figures: { accounts: all.length, waiting: waiting.length, tooLong: old.length },
    sources: SOURCES,
  };
});

/** Accounts that nobody uses are noticed, so that somebody decides about them. */
export const dormantAccounts = present(async ({ accounts, now }) => {
  const all = await accounts();
  const dormant = all.filter(
    ({ lastSeenAt, createdAt }) => now - Date.parse(lastSeenAt ?? createdAt) > DORMANT_DAYS * DAY_MS,
  );
  return {
    state: stateOf(0, dormant.length),
    en: `${dormant.length} of ${all.length} open accounts were not seen for ${DORMANT_DAYS} days; shut them or say why they stay.`,
    ur: `${all.length} میں سے ${dormant.length} کھلے اکاؤنٹ ${DORMANT_DAYS} دن سے استعمال نہیں ہوئے؛ انہیں بند کریں یا وجہ بتائیں۔`,
    figures: { accounts: all.length, dormant: dormant.length },
    sources: SOURCES,
  };
});

/** Whoever can do much proves more than a password. */
export const secondFactors = present(async ({ accounts, now }) => {
  const privileged = (await accounts()).filter(({ role }) => PRIVILEGED.includes(role));
  const without = privileged.filter(({ secondFactor }) => !secondFactor);
  const late = without.filter(({ createdAt }) => now - Date.parse(createdAt) > SECOND_FACTOR_DAYS * DAY_MS);
  return {
    state: stateOf(late.length, without.length),
    en: `${privileged.length - without.length} of ${privileged.length} accounts with far-reaching rights have a second factor; ${late.length} have gone without for more than ${SECOND_FACTOR_DAYS} days.`,
    ur: `${privileged.length} میں سے ${privileged.length - without.length} وسیع اختیار والے اکاؤنٹ کا دوسرا عامل ہے؛ ${late.length} ${SECOND_FACTOR_DAYS} دن سے زیادہ سے اس کے بغیر ہیں۔`,
    figures: { privileged: privileged.length, withoutSecondFactor: without.length, tooLong: late.length },
    sources: SOURCES,
  };
});

/** People see the cities that they work for. */
export const siteScopes = present(async ({ accounts, db }) => {
  const local = (await accounts()).filter(({ role }) => role === 'operator' || role === 'investigator');
  const everywhere = local.filter(({ sites }) => sites === 'all').length;
  const { sites } = await db
    .selectFrom('site')
    .select(({ fn }) => fn.countAll<number>().as('sites'))
    .executeTakeFirstOrThrow();
  return {
    state: stateOf(0, sites > 1 && everywhere > 0),
    en: `${local.length - everywhere} of ${local.length} operators and investigators are limited to sites; there are ${sites} sites.`,
    ur: `${local.length} میں سے ${local.length - everywhere} آپریٹر اور تفتیش کار مخصوص سائٹس تک محدود ہیں؛ کل ${sites} سائٹس ہیں۔`,
    figures: { localAccounts: local.length, everywhere, sites },
    sources: SOURCES,
  };
});

/** Who may do what follows written rules that are kept word for word. */
export const accessRules = present(async ({ accounts, db }) => {
  const rules = await db
    .selectFrom('policy_in_force')
    .select('since')
    .orderBy('since', 'desc')
    .limit(1)
    .executeTakeFirst();
  const all = await accounts();
  const roles = new Set(all.map(({ role }) => role)).size;
  return {
    state: stateOf(0, rules === undefined),
    en:
      rules === undefined
        ? `${all.length} accounts in ${roles} roles; the rules of access in force have not been recorded yet.`
        : `${all.length} accounts in ${roles} roles; the rules of access in force were recorded on ${rules.since.slice(0, 10)}.`,
    ur:
      rules === undefined
        ? `${roles} کرداروں میں ${all.length} اکاؤنٹ؛ رسائی کے نافذ قواعد ابھی درج نہیں ہوئے۔`
        : `${roles} کرداروں میں ${all.length} اکاؤنٹ؛ رسائی کے نافذ قواعد ${rules.since.slice(0, 10)} کو درج ہوئے۔`,
    figures: { accounts: all.length, roles, rulesSince: rules?.since ?? null },
    sources: [{ label: 'access', href: '/governance/access' }],
  };
});
