import { describe, expect, test } from 'vitest';
import { type Action, PROTECTED_ACTIONS, type PrincipalRole } from './actions.ts';
import { decide, type Principal } from './decide.ts';

const person = (role: PrincipalRole, mustChangePassword = false): Principal => ({
  id: 'u',
  name: 'U',
  username: 'u',
  role,
  mustChangePassword,
  person: 'u',
  sites: 'all',
  secondFactor: false,
  steppedUpAt: null,
});

const allowed = (principal: Principal | null) =>
  (['public', ...PROTECTED_ACTIONS] as Action[]).filter((action) => decide(principal, action).allowed);

/** Reviewed by hand: what each role may do. A new action belongs here, with a thought about who may do it. */
const OPERATOR = [
  'public',
  'self.read',
  'self.change-password',
  'self.sign-out',
  'status.read',
  'update.read',
  'site.read',
  'camera.read',
  'camera.watch',
  'rule.create',
  'rule.change',
  'rule.remove',
  'alert.read',
  'alert.review',
  'evidence.read',
  'system.read',
  'ledger.read',
];
const ADMINISTRATOR = [
  ...OPERATOR,
  'camera.create',
  'camera.change',
  'camera.remove',
  'system.suspend',
  'system.resume',
  'ledger.export',
  'user.read',
  'user.create',
  'metrics.read',
];

describe('who may do what', () => {
  test('nobody: only what is public', () => {
    expect(allowed(null)).toEqual(['public']);
    expect(decide(null, 'alert.read')).toEqual({ allowed: false, code: 'SIGN_IN_REQUIRED' });
  });

  test('operators', () => {
    expect(allowed(person('operator')).sort()).toEqual([...OPERATOR].sort());
    expect(decide(person('operator'), 'user.create')).toEqual({ allowed: false, code: 'ACTION_FORBIDDEN' });
  });

  test('administrators', () => {
    expect(allowed(person('administrator')).sort()).toEqual([...ADMINISTRATOR].sort());
  });

  test('a metrics collector', () => {
    expect(allowed(person('monitor'))).toEqual(['public', 'metrics.read']);
  });

  test('a one-time password opens nothing but its change', () => {
    expect(allowed(person('administrator', true))).toEqual([
      'public',
      'self.read',
      'self.change-password',
      'self.sign-out',
    ]);
    expect(decide(person('administrator', true), 'alert.read')).toEqual({
      allowed: false,
      code: 'PASSWORD_CHANGE_REQUIRED',
    });
  });
});
