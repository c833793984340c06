import { personKey } from '@amaan/governance/four-eyes';
import type { AccountFacts } from '@amaan/store/account-facts';
import { present, stateOf } from '../live-finding.ts';

/** Duties that one human being must not hold together: whoever runs or decides is not who checks. */
const OPPOSING: readonly (readonly [AccountFacts['role'], AccountFacts['role']])[] = [
  ['administrator', 'governance-officer'],
  ['administrator', 'auditor'],
  ['governance-officer', 'auditor'],
  ['operator', 'auditor'],
  ['supervisor', 'auditor'],
];
/** Four eyes need two. */
const OFFICERS_NEEDED = 2;

/** Who holds which duty, and that nobody holds two that oppose each other. */
export const rolesAssigned = present(async ({ accounts }) => {
  const all = await accounts();
  const doubles = peopleInOpposingRoles(all);
  const people = (role: AccountFacts['role']) =>
    new Set(all.filter((account) => account.role === role).map((account) => personKey(account.person))).size;
  const officers = people('governance-officer');
  const auditors = people('auditor');
  const administrators = people('administrator');
  return {
    state: stateOf(doubles > 0 || officers === 0, officers < OFFICERS_NEEDED || auditors === 0),
    en: `${officers} governance officers, ${auditors} auditors and ${administrators} administrators have accounts; ${doubles} people hold two opposing roles.`,
    ur: `${officers} گورننس افسر، ${auditors} آڈیٹر اور ${administrators} منتظم کے اکاؤنٹ ہیں؛ ${doubles} افراد کے پاس متضاد کردار ہیں۔`,
    figures: { accounts: all.length, officers, auditors, administrators, peopleInOpposingRoles: doubles },
    sources: [{ label: 'accounts', href: '/admin' }],
  };
});

/** How many people hold two opposing roles, by whatever accounts. */
export function peopleInOpposingRoles(accounts: readonly AccountFacts[]): number {
  const roles = new Map<string, Set<string>>();
  for (const { person, role } of accounts) {
    const key = personKey(person);
    if (key === null) continue;
    roles.set(key, (roles.get(key) ?? new Set()).add(role));
  }
  const held = [...roles.values()];
  return held.filter((mine) => OPPOSING.some(([one, other]) => mine.has(one) && mine.has(other))).length;
}
