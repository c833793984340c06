import { expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import { AccessPolicies, readPolicyText } from './access-policies.ts';
import { currentPolicies, decideBy } from './decide.ts';

const text = readPolicyText();
const withPolicy = (policy: string) => ({ ...text, policies: { ...text.policies, 'more.cedar': policy } });

test('every policy has a name of its own and a sentence for whoever it refuses', () => {
  expect(currentPolicies.policies.length).toBeGreaterThan(20);
  for (const { id, reason } of currentPolicies.policies) {
    expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/);
    expect(reason, id).toMatch(/^[A-Z].*\.$/);
  }
});

test('no policy is about one person or account: what somebody may do follows from what they are', () => {
  for (const { id, text } of currentPolicies.policies) expect(text, id).not.toContain('User::"');
});

test('the digest is that of every word', () => {
  expect(new AccessPolicies(text).digest).toBe(currentPolicies.digest);
  const changed = { ...text, schema: `${text.schema}\n// one more remark\n` };
  expect(new AccessPolicies(changed).digest).not.toBe(currentPolicies.digest);
});

test.each([
  ['no reason', '@id("x") permit (principal, action, resource);', 'lacks @id or @reason'],
  [
    'a name that is taken',
    '@id("case-work") @reason("R.") permit (principal, action, resource);',
    'same @id',
  ],
  [
    'what the schema does not know',
    '@id("x") @reason("R.") permit (principal, action == Action::"fly", resource);',
    'x:',
  ],
  ['what is no Cedar', 'permit everything;', 'more.cedar'],
])('a policy with %s fails', (_what, policy, message) => {
  expect(() => new AccessPolicies(withPolicy(policy))).toThrow(message);
});

test('without any policy nobody may do anything', () => {
  const none = new AccessPolicies({ schema: text.schema, policies: {} });
  const uid = { type: 'Program', id: 'command-line' };
  const answer = none.decide({
    principal: uid,
    action: 'status.read',
    resource: { type: 'Platform', id: 'amaan' },
    context: { stepUpFresh: true, trainingCurrent: true, purposeStated: true },
    entities: [{ uid, attrs: {}, parents: [] }],
  });
  expect(answer).toEqual({
    allowed: false,
    code: 'ACTION_FORBIDDEN',
    reason: 'Your role does not allow this.',
    policies: [],
  });
});

test('policies of the past answer though more is known of people and circumstances today', () => {
  const older = new AccessPolicies({
    schema: text.schema.replace(/^ *trainingCurrent: Bool,\n/m, '').replace(/^ *secondFactor: Bool,\n/m, ''),
    policies: { 'all.cedar': '@id("all") @reason("R.") permit (principal is User, action, resource);' },
  });
  expect(older.text.schema).not.toContain('trainingCurrent: Bool');
  const answer = decideBy(older, somebody('operator'), 'alert.read');
  expect(answer).toEqual({ allowed: true });
});
