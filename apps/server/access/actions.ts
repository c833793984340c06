import type { Role } from '@amaan/contracts/api/me';

/**
 * Everything that can be done over HTTP, and who may do it. A route names one of these; there is no other
 * place where a role is looked at. `public` needs no sign-in and must be named explicitly.
 */
/** A metrics collector signs in with a token instead of a session; it is no person. */
export type PrincipalRole = Role | 'monitor';

const everyone: readonly PrincipalRole[] = ['administrator', 'operator'];
const administrators: readonly PrincipalRole[] = ['administrator'];

export const ROLES_BY_ACTION = {
  'self.read': everyone,
  'self.change-password': everyone,
  'self.sign-out': everyone,
  'status.read': everyone,
  'update.read': everyone,
  'site.read': everyone,
  'camera.read': everyone,
  'camera.watch': everyone,
  'camera.create': administrators,
  'camera.change': administrators,
  'camera.remove': administrators,
  'rule.create': everyone,
  'rule.change': everyone,
  'rule.remove': everyone,
  'alert.read': everyone,
  'alert.review': everyone,
  'evidence.read': everyone,
  'system.read': everyone,
  'system.suspend': administrators,
  'system.resume': administrators,
  'ledger.read': everyone,
  'ledger.export': administrators,
  'user.read': administrators,
  'user.create': administrators,
  'metrics.read': ['administrator', 'monitor'],
} as const satisfies Record<string, readonly PrincipalRole[]>;

export type ProtectedAction = keyof typeof ROLES_BY_ACTION;
export type Action = ProtectedAction | 'public';

export const PROTECTED_ACTIONS = Object.keys(ROLES_BY_ACTION) as ProtectedAction[];

/** What a person may still do while the one-time password has not been changed. */
export const ACTIONS_BEFORE_PASSWORD_CHANGE: ReadonlySet<Action> = new Set<Action>([
  'public',
  'self.read',
  'self.change-password',
  'self.sign-out',
]);
