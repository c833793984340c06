import { ROLES, type Role } from '@amaan/contracts/api/me';
import { newIdentifier } from '@amaan/contracts/identifier';
import { instantOf } from '@amaan/contracts/instant';
import type { Action, PrincipalRole } from '../access/actions.ts';
import { decide, type Principal } from '../access/decide.ts';

/**
 * The letters of the reviewed tables, always in this order, with a dot for who may not:
 * o operator, s supervisor, i investigator, t traffic reviewer, n analyst, g governance officer, u auditor,
 * a administrator; c the command line, m the metrics collector. An `I` is an investigator who has stated a
 * purpose.
 */
export const LETTERS = {
  o: 'operator',
  s: 'supervisor',
  i: 'investigator',
  t: 'traffic-reviewer',
  n: 'analyst',
  g: 'governance-officer',
  u: 'auditor',
  a: 'administrator',
  c: 'command-line',
  m: 'monitor',
} as const satisfies Record<string, PrincipalRole>;

export const PERSON_LETTERS = 'ositngua'.split('') as (keyof typeof LETTERS)[];

/** Somebody with nothing but a role, who has just proven who they are: all sites, no second factor, no purpose. */
export function somebody(role: PrincipalRole, change: Partial<Principal> = {}): Principal {
  return {
    id: `the-${role}`,
    name: `The ${role}`,
    username: role,
    role,
    mustChangePassword: false,
    person: role,
    sites: 'all',
    secondFactor: false,
    steppedUpAt: instantOf(Date.now()),
    ...change,
  };
}

/** Who may perform an action, in letters. */
export function lettersOf(action: Action): string {
  const letter = ([mark, role]: [string, PrincipalRole]) => {
    if (decide(somebody(role), action).allowed) return mark;
    return decide(somebody(role, { purpose: SOME_PURPOSE }), action).allowed ? mark.toUpperCase() : '.';
  };
  return Object.entries(LETTERS).map(letter).join('');
}

export const SOME_PURPOSE = {
  ...{ id: newIdentifier(), caseId: newIdentifier(), siteId: newIdentifier() },
  expiresAt: '9999-12-31T23:59:59.999Z',
};

/** Whether a word is one of the eight roles of persons. */
export function isRole(role: PrincipalRole): role is Role {
  return (ROLES as readonly string[]).includes(role);
}
