import { newIdentifier } from '@amaan/contracts/identifier';
import { describe, expect, test } from 'vitest';
import { LETTERS, lettersOf, PERSON_LETTERS, SOME_PURPOSE, somebody } from '../testing/access-table.ts';
import { type Action, PROTECTED_ACTIONS } from './actions.ts';
import { allowedActions, currentPolicies, decide } from './decide.ts';

/**
 * Reviewed by hand: who may do what. The letters stand in `testing/access-table.ts`. A new action belongs
 * here, with a thought about who may do it; the policies must then say the same.
 */
const TABLE = `
self.read                  ositngua..
self.change-password       ositngua..
self.sign-out              ositngua..
self.step-up               ositngua..
self.second-factor         ositngua..
self.sessions              ositngua..
status.read                ositnguacm
update.read                ositngua..
site.read                  ositnguac.
site.change                .......a..

camera.read                ositnguac.
camera.watch               os........
camera.create              .......ac.
camera.change              .......ac.
camera.remove              .......a..
camera-group.read          ositngua..
camera-group.change        .......a..
rule.create                os......c.
rule.change                os........
rule.remove                os........

alert.read                 osI.......
alert.review               os........
alert.handle               os........
alert.explain              osI..gu...
evidence.read              osI.......
unmask.read                .si.......
unmask.request             .sI.......
unmask.approve             .s........
unmask.revoke              .si.......
unmask.open                .sI.......
hotlist.read               osI.......
hotlist.write              .si.......
hotlist.approve            .s........
watchlist.read             .sI.......
watchlist.write            .si.......
watchlist.approve          .s........
watchlist.destroy          .s........
face-authorisation.read    .si.......
face-authorisation.request ..i.......
face-authorisation.request-urgent ..i.......
face-authorisation.approve .s........
face-authorisation.revoke  .si.......
face-oversight.read        .s...gu...
face.search                ..I.......
face-search.read           .sI.......
face-match.read            osI.......
face-match.explain         osI..gu...
face-match.review          os........
face-match.rule            .s........
face-report.read           .s..ngu...
face-audit.write           .....g....
plate.watch                os........
plate.search               .SI.......
plate-search.read          .si.......
sighting.read              osI.......
sighting.correct           osI.......
traffic.read               os.tngu.c.
traffic.change             .s......c.
traffic.travel             .s..n.....
traffic.publish            os.tngu.cm
junction.read              os.tngua..
junction.write             .s........
junction.output            .......a..
signal.mode                .s........
signal.fix                 os...g....
signal-approval.read       .s.tngu...
signal-approval.request    .s.t......
signal-approval.approve    .s...g....
signal-approval.revoke     .s...g....
emergency-wave.read        os.tngu...
emergency-wave.request     os......c.
what-if.read               .s.tngu...
what-if.run                .s.tn.....
purpose.state              .si.......
case.read                  .si.......
case.create                .si.......
case.change                .si.......

system.read                ositnguac.
system.describe            .....g....
system.suspend             .s...g.a..
system.resume              .s...g....
lifecycle.read             .s..nguac.
lifecycle.request          .....g.a..
lifecycle.approve          .s...g....
validation.record          .....g.ac.

record.read                .s..ngua..
assessment.write           .s...g....
assessment.sign            .s...g....
risk.write                 .s...g....
risk.accept                .s...g....
document.write             .....g....
document.sign              .s...g....
control.read               .s..nguac.
control.write              .....g....
incident.read              .s..ngua..
incident.write             .s...g.a..
concern.raise              ositngua..
concern.read               .....gu...
concern.handle             .....g....
audit.read                 .....gu...
audit.write                ......u...
audit.step                 .....gu...
management-review.read     .s...gu...
management-review.write    .....g....
training.read              .s...gua..
training.write             .s...g....
monitoring.read            .s..ngua..
monitoring.change          .....g....
performance.read           .s..ngu...
pack.read                  .....gu.c.
pack.create                .....gu.c.
pack.remove                .....guac.
pack.remove-any            .......ac.

ledger.read                os...guac.
ledger.export              .....guac.
clock.accept               .s...g....
user.read                  .....gua..
user.create                .......a..
user.change                .......a..
access.audit               .....gua..
metrics.read               .......a.m
`;

const reviewed = new Map(
  TABLE.trim()
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => line.split(/\s+/) as [string, string]),
);

const REFUSED_BEFORE_CHANGE = PROTECTED_ACTIONS.filter(
  (action) => !['self.read', 'self.change-password', 'self.sign-out'].includes(action),
);

describe('who may do what', () => {
  test('the policies, the list of actions and the reviewed table name the same actions', () => {
    expect([...currentPolicies.actions].sort()).toEqual([...PROTECTED_ACTIONS].sort());
    expect([...reviewed.keys()].sort()).toEqual([...PROTECTED_ACTIONS].sort());
  });

  test.each(PROTECTED_ACTIONS.map((action) => [action]))('%s', (action) => {
    expect(lettersOf(action)).toBe(reviewed.get(action));
  });

  test('nobody: only what is public', () => {
    expect(decide(null, 'public').allowed).toBe(true);
    for (const action of PROTECTED_ACTIONS)
      expect(decide(null, action)).toMatchObject({ allowed: false, code: 'SIGN_IN_REQUIRED' });
  });

  test.each(PERSON_LETTERS.map((letter) => LETTERS[letter]))(
    'a one-time password opens nothing but its change: %s',
    (role) => {
      const newcomer = somebody(role, { mustChangePassword: true });
      expect(allowedActions(newcomer)).toEqual(['self.read', 'self.change-password', 'self.sign-out']);
      for (const action of REFUSED_BEFORE_CHANGE)
        expect(decide(newcomer, action)).toMatchObject({ code: 'PASSWORD_CHANGE_REQUIRED' });
    },
  );

  test('a disabled account does nothing at all', () => {
    expect(allowedActions(somebody('administrator', { disabled: true }))).toEqual([]);
    expect(decide(somebody('operator', { disabled: true }), 'self.read')).toMatchObject({
      code: 'ACCOUNT_DISABLED',
    });
  });

  test('a missing training keeps from citizens’ data and from nothing else', () => {
    const untrained = somebody('operator', { trainingGaps: ['Reviewing alerts'] });
    expect(decide(untrained, 'alert.read')).toMatchObject({ code: 'TRAINING_REQUIRED' });
    expect(decide(untrained, 'camera.read').allowed).toBe(true);
  });

  test('sensitive actions want a fresh proof', () => {
    const now = Date.parse('2026-03-01T12:00:00.000Z');
    const officer = somebody('governance-officer', { steppedUpAt: null });
    const at = (steppedUpAt: string | null) =>
      decide({ ...officer, steppedUpAt }, 'lifecycle.approve', { now }).allowed;
    expect(decide(officer, 'lifecycle.approve')).toMatchObject({ code: 'STEP_UP_REQUIRED' });
    expect(at('2026-03-01T11:58:00.000Z')).toBe(true);
    expect(at('2026-03-01T11:30:00.000Z')).toBe(false);
    // A clock that was set back does not keep a proof fresh for ever.
    expect(at('2026-03-01T13:00:00.000Z')).toBe(false);
  });

  test('a purpose opens nothing once its hour is over', () => {
    const expiresAt = '2026-03-01T12:00:00.000Z';
    const investigator = somebody('investigator', { purpose: { ...SOME_PURPOSE, expiresAt } });
    const at = (now: string) => decide(investigator, 'alert.read', { now: Date.parse(now) });
    expect(at('2026-03-01T11:59:59.000Z').allowed).toBe(true);
    expect(at('2026-03-01T12:00:00.000Z')).toMatchObject({ code: 'PURPOSE_REQUIRED' });
  });

  test('a site that is not theirs is nobody’s business', () => {
    const [ours, theirs] = [newIdentifier(), newIdentifier()];
    const operator = somebody('operator', { sites: [ours] });
    const of = (id: string) => decide(operator, 'alert.read', { resource: { type: 'site', id } });
    expect(of(ours).allowed).toBe(true);
    expect(of(theirs)).toMatchObject({ allowed: false, code: 'OUTSIDE_YOUR_SITES' });
  });

  test('only members see a case, and only within their sites', () => {
    const [siteId, other] = [newIdentifier(), newIdentifier()];
    const file = (members: string[]) =>
      ({ type: 'case', id: newIdentifier(), siteId, open: true, members }) as const;
    const investigator = somebody('investigator', { sites: [siteId] });
    const read = (who: typeof investigator, members: string[]) =>
      decide(who, 'case.read', { resource: file(members) });
    expect(read(investigator, [investigator.id]).allowed).toBe(true);
    expect(read(investigator, ['someone-else'])).toMatchObject({
      code: 'ACTION_FORBIDDEN',
      reason: expect.stringContaining('Only the members of a case see it'),
    });
    expect(read({ ...investigator, sites: [other] }, [investigator.id])).toMatchObject({
      code: 'OUTSIDE_YOUR_SITES',
    });
    expect(read(somebody('auditor', { id: 'u' }), ['u']).allowed).toBe(false);
  });

  test.each<[keyof typeof LETTERS, Action, string]>([
    ['a', 'alert.read', 'Administrators run the system and see no citizen data.'],
    ['a', 'camera.watch', 'Administrators run the system and see no citizen data.'],
    ['u', 'evidence.read', 'Auditors read everything about the system and nothing about citizens.'],
    [
      'g',
      'alert.read',
      'Governance officers judge the systems and see no pictures and no alerts of citizens.',
    ],
    ['c', 'alert.read', 'Programs see no citizen data; a person signs in for that.'],
    [
      'o',
      'user.create',
      'Your role does not allow this. Administrators run the system: sites, cameras and accounts.',
    ],
  ])('a refused person reads why: %s %s', (letter, action, reason) => {
    expect(decide(somebody(LETTERS[letter]), action)).toMatchObject({ allowed: false, reason });
  });
});
