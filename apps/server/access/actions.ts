import type { Role } from '@amaan/contracts/api/me';

/**
 * Everything that can be done over HTTP, and who may do it. A route names one of these; there is no other
 * place where a role is looked at. `public` needs no sign-in and must be named explicitly.
 */
/** Programs sign in with a token instead of a session; they are no persons. */
export type PrincipalRole = Role | 'monitor' | 'command-line';

const everyone: readonly PrincipalRole[] = [
  'operator',
  'supervisor',
  'investigator',
  'traffic-reviewer',
  'analyst',
  'governance-officer',
  'auditor',
  'administrator',
  'command-line',
];
const watchers: readonly PrincipalRole[] = ['operator', 'supervisor'];
const administrators: readonly PrincipalRole[] = ['administrator', 'command-line'];
const governors: readonly PrincipalRole[] = ['governance-officer', 'command-line'];
const overseers: readonly PrincipalRole[] = [
  'supervisor',
  'analyst',
  'governance-officer',
  'auditor',
  'administrator',
  'command-line',
];

export const ROLES_BY_ACTION = {
  'self.read': everyone,
  'self.change-password': everyone,
  'self.sign-out': everyone,
  'self.step-up': everyone,
  'self.second-factor': everyone,
  'self.sessions': everyone,
  'status.read': [...everyone, 'monitor'],
  'update.read': everyone,
  'site.read': everyone,
  'site.change': administrators,

  'camera.read': everyone,
  'camera.watch': watchers,
  'camera.create': administrators,
  'camera.change': administrators,
  'camera.remove': administrators,
  'camera-group.read': everyone,
  'camera-group.change': administrators,
  'rule.create': watchers,
  'rule.change': watchers,
  'rule.remove': watchers,

  'alert.read': [...watchers, 'investigator'],
  'alert.review': watchers,
  'alert.handle': watchers,
  'alert.explain': [...watchers, 'investigator', 'governance-officer', 'auditor'],
  'evidence.read': [...watchers, 'investigator'],
  'case.read': ['investigator', 'supervisor'],
  'case.create': ['investigator', 'supervisor'],
  'case.change': ['investigator', 'supervisor'],

  'system.read': everyone,
  'system.describe': governors,
  'system.suspend': ['supervisor', 'governance-officer', 'administrator', 'command-line'],
  'system.resume': ['supervisor', 'governance-officer'],
  'lifecycle.read': overseers,
  'lifecycle.request': ['governance-officer', 'administrator', 'command-line'],
  'lifecycle.approve': ['governance-officer', 'supervisor'],
  'validation.record': ['governance-officer', 'administrator', 'command-line'],

  'record.read': overseers,
  'assessment.write': ['governance-officer', 'supervisor'],
  'assessment.sign': ['governance-officer', 'supervisor'],
  'risk.write': ['governance-officer', 'supervisor'],
  'risk.accept': ['governance-officer', 'supervisor'],
  'document.write': ['governance-officer'],
  'document.sign': ['governance-officer', 'supervisor'],
  'control.read': overseers,
  'control.write': ['governance-officer'],
  'incident.read': overseers,
  'incident.write': ['supervisor', 'governance-officer', 'administrator'],
  'concern.raise': everyone,
  'concern.read': ['governance-officer', 'auditor'],
  'concern.handle': ['governance-officer'],
  'audit.read': ['governance-officer', 'auditor'],
  'audit.write': ['auditor'],
  'management-review.read': ['supervisor', 'governance-officer', 'auditor'],
  'management-review.write': ['governance-officer'],
  'training.read': ['supervisor', 'governance-officer', 'auditor', 'administrator'],
  'training.write': ['supervisor', 'governance-officer'],

  'monitoring.read': overseers,
  'monitoring.change': governors,
  'performance.read': ['supervisor', 'analyst', 'governance-officer', 'auditor'],
  'pack.create': ['governance-officer', 'auditor', 'command-line'],

  'ledger.read': [...watchers, 'governance-officer', 'auditor', 'administrator', 'command-line'],
  'ledger.export': ['governance-officer', 'auditor', 'administrator', 'command-line'],
  'user.read': ['administrator', 'command-line', 'auditor', 'governance-officer'],
  'user.create': administrators,
  'user.change': administrators,
  'access.audit': ['auditor', 'governance-officer', 'administrator'],
  'metrics.read': ['administrator', 'monitor', 'command-line'],
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
