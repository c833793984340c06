import type { SiteScope } from '@amaan/contracts/api/me';
import type { Instant } from '@amaan/contracts/instant';
import {
  ACTIONS_BEFORE_PASSWORD_CHANGE,
  type Action,
  PROTECTED_ACTIONS,
  type PrincipalRole,
  ROLES_BY_ACTION,
} from './actions.ts';

/** Who asks: a person who is signed in, or a program with a token. */
export interface Principal {
  readonly id: string;
  readonly name: string;
  readonly username: string;
  readonly role: PrincipalRole;
  readonly mustChangePassword: boolean;
  /** The human behind the account: two accounts of one person count once. A program has none of its own. */
  readonly person: string;
  readonly sites: SiteScope;
  readonly secondFactor: boolean;
  /** When the session last proved its person again; null: never. */
  readonly steppedUpAt: Instant | null;
}

export type Decision =
  | { readonly allowed: true }
  | {
      readonly allowed: false;
      readonly code: 'SIGN_IN_REQUIRED' | 'PASSWORD_CHANGE_REQUIRED' | 'ACTION_FORBIDDEN';
    };

/** The one place that decides whether somebody may perform an action. Default is no. */
export function decide(principal: Principal | null, action: Action): Decision {
  if (action === 'public') return { allowed: true };
  if (principal === null) return { allowed: false, code: 'SIGN_IN_REQUIRED' };
  if (principal.mustChangePassword && !ACTIONS_BEFORE_PASSWORD_CHANGE.has(action))
    return { allowed: false, code: 'PASSWORD_CHANGE_REQUIRED' };
  const roles: readonly PrincipalRole[] = ROLES_BY_ACTION[action];
  return roles.includes(principal.role) ? { allowed: true } : { allowed: false, code: 'ACTION_FORBIDDEN' };
}

/** The actions that somebody may perform now. */
export function allowedActions(principal: Principal): string[] {
  return PROTECTED_ACTIONS.filter((action) => decide(principal, action).allowed);
}
