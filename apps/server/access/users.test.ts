import type { AccessReport } from '@amaan/contracts/api/access-report';
import type { UserAccount } from '@amaan/contracts/api/user-account';
import { digestOfJson } from '@amaan/contracts/digest-of';
import { LedgerEntry } from '@amaan/contracts/ledger-entry';
import { getLedgerEntry } from '@amaan/store/ledger-store';
import { createTestDatabase } from '@amaan/store/test-database';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { somebody } from '../testing/access-table.ts';
import { signInAs } from '../testing/sign-in-as.ts';
import { startTestServer, type TestServer } from '../testing/start-test-server.ts';
import type { TestClient } from '../testing/test-client.ts';
import { AccessPolicies } from './access-policies.ts';
import { AccessReportService } from './access-report-service.ts';
import { currentPolicies } from './decide.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

describe('accounts as administrators run them', () => {
  let server: TestServer;
  let admin: TestClient;
  let auditor: TestClient;

  const accounts = async (): Promise<UserAccount[]> => (await admin.get('/api/users')).json();
  const accountOf = async (client: TestClient) => {
    const { id } = (await client.get('/api/me')).json();
    return (await accounts()).find((account) => account.id === id)!;
  };
  const sessionsInLedger = async (userId: string) => {
    const rows = await server.db
      .selectFrom('ledger_entry')
      .select('entry')
      .where('subject', '=', `user:${userId}`)
      .where('kind', 'in', ['session.opened', 'session.ended'])
      .orderBy('index')
      .execute();
    return rows.map(({ entry }) => {
      const { kind, actor, data } = LedgerEntry.parse(JSON.parse(entry));
      return { kind, actor, session: data.session, reason: data.reason };
    });
  };
  const change = (id: string, body: object, by = admin) => by.request('PATCH', `/api/users/${id}`, body);

  beforeAll(async () => {
    server = await startTestServer(await createTestDatabase());
    admin = await signInAs(server, 'administrator');
    auditor = await signInAs(server, 'auditor');
  });
  afterAll(async () => {
    await server?.[Symbol.asyncDispose]();
    await server?.db.destroy();
  });

  test('a changed role holds at once, and the sessions of before are over', async () => {
    const operator = await signInAs(server, 'operator');
    const { id } = await accountOf(operator);
    const { session } = (await sessionsInLedger(id)).at(-1)!;
    const changed = await change(id, { role: 'analyst' });
    expect(changed.json()).toMatchObject({ role: 'analyst' });
    expect((await operator.get('/api/alerts')).json()).toMatchObject({ code: 'SIGN_IN_REQUIRED' });
    expect((await sessionsInLedger(id)).at(-1)).toEqual({
      kind: 'session.ended',
      actor: `user:${(await accountOf(admin)).id}`,
      session,
      reason: 'user-changed',
    });
  });

  test('a disabled account opens nothing until it is enabled', async () => {
    const operator = await signInAs(server, 'operator');
    const { id, username } = await accountOf(operator);
    expect((await change(id, { disabled: true })).json().disabledAt).not.toBeNull();
    expect((await operator.get('/api/me')).statusCode).toBe(401);
    const given = await admin.post(`/api/users/${id}/one-time-password`);
    const { oneTimePassword } = given.json();
    const signIn = () => operator.post('/api/auth/sign-in/username', { username, password: oneTimePassword });
    expect((await signIn()).statusCode).not.toBe(200);
    expect((await change(id, { disabled: false })).json().disabledAt).toBeNull();
    expect((await signIn()).json()).toMatchObject({ mustChangePassword: true });
    // Each session that there was ends once in the ledger; the second is over with the password it was opened with.
    await admin.post(`/api/users/${id}/one-time-password`);
    await admin.post(`/api/users/${id}/one-time-password`);
    const ends = (await sessionsInLedger(id)).filter(({ kind }) => kind === 'session.ended');
    expect(ends.slice(-2).map(({ reason }) => reason)).toEqual(['user-disabled', 'user-password-reset']);
    expect(new Set(ends.map(({ session }) => session)).size).toBe(ends.length);
  });

  test('nobody changes their own standing, and the last administrator stays', async () => {
    const own = await accountOf(admin);
    for (const body of [{ disabled: true }, { role: 'supervisor' }, { person: 'somebody-else' }])
      expect((await change(own.id, body)).json()).toMatchObject({ status: 409, code: 'OWN_ACCOUNT' });
    expect((await change(own.id, { name: 'A new name' })).statusCode).toBe(200);
    admin = await signInAs(server, 'administrator');
    const other = await accountOf(admin);
    const third = await signInAs(server, 'administrator');
    expect((await change(other.id, { disabled: true }, third)).statusCode).toBe(200);
    expect((await change(own.id, { role: 'operator' }, third)).statusCode).toBe(200);
    const { id } = (await third.get('/api/me')).json();
    const last = server.services.users.change(id, { disabled: true }, { ...somebodyElse, id: 'another' });
    await expect(last).rejects.toMatchObject({ code: 'LAST_ADMINISTRATOR' });
    admin = third;
  });

  test('two accounts of one human are shown as such, however the number was typed', async () => {
    await signInAs(server, 'operator', { person: 'PSCA-1044' });
    const second = await signInAs(server, 'governance-officer', { person: 'psca-1044 ' });
    const account = await accountOf(second);
    expect(account.otherAccounts).toHaveLength(1);
    expect((await accountOf(admin)).otherAccounts).toEqual([]);
  });

  test('an unknown site is refused', async () => {
    const { id } = await accountOf(await signInAs(server, 'operator'));
    const answer = await change(id, { sites: ['0195d5f0-0000-7000-8000-000000000000'] });
    expect(answer.json()).toMatchObject({ status: 422, code: 'SITE_UNKNOWN' });
  });

  test('an auditor reads who could do what on a day, by the accounts of that day', async () => {
    server.clock.aheadMs = 2 * DAY_MS;
    const mover = await server.services.users.create(
      { username: 'the.mover', name: 'Mover', role: 'operator' },
      'system:test',
    );
    server.clock.aheadMs = 3 * DAY_MS;
    const by = { ...somebodyElse, id: 'another' };
    await server.services.users.change(mover.user.id, { role: 'auditor' }, by);
    server.clock.aheadMs = 5 * DAY_MS;
    const report = async (ahead: number): Promise<AccessReport> => {
      const day = new Date(Date.now() + ahead * DAY_MS).toISOString().slice(0, 10);
      const answer = await server.services.access.report({ day, username: 'the.mover' });
      return answer;
    };
    expect((await report(1)).lines).toEqual([]);
    const [first] = (await report(2)).lines;
    expect(first).toMatchObject({ role: 'operator', policies: currentPolicies.digest });
    expect(first!.actions).toContain('alert.review');
    expect(first!.conditional.map(({ code }) => code)).toContain('TRAINING_REQUIRED');
    const changed = (await report(3)).lines;
    expect(changed.map(({ role }) => role)).toEqual(['operator', 'auditor']);
    expect(changed[0]!.to).toBe(changed[1]!.from);
    const [after] = (await report(4)).lines;
    expect(after!.actions).not.toContain('alert.read');
    expect(after!.actions).toContain('access.audit');
    // Each line is bound to the entry that made the account so: whoever rewrites the history is found.
    for (const line of [first!, ...changed, after!]) {
      const { userId, since, username, role, person, sites, disabled } = line;
      const digest = digestOfJson({ userId, since, username, role, person, sites, disabled });
      expect(line.accountDigest).toBe(digest);
      const stored = await getLedgerEntry(server.db, line.provenBy!);
      expect(stored?.entry).toMatchObject({ subject: `user:${userId}`, data: { accountDigest: digest } });
    }
    expect(changed[0]!.provenBy).not.toBe(changed[1]!.provenBy);
    await sql`ALTER TABLE user_history DISABLE TRIGGER USER`.execute(server.db);
    await server.db
      .updateTable('user_history')
      .set({ role: 'administrator' })
      .where('user_id', '=', first!.userId)
      .where('role', '=', 'operator')
      .execute();
    expect((await report(2)).lines).toMatchObject([{ role: 'administrator', provenBy: null }]);
    server.clock.aheadMs = 0;

    const today = new Date().toISOString().slice(0, 10);
    const answer = await auditor.get(`/api/access/report?day=${today}&action=alert.read`);
    const { lines } = answer.json() as AccessReport;
    expect(lines.some(({ role, actions }) => role === 'operator' && actions.includes('alert.read'))).toBe(
      true,
    );
    expect(lines.some(({ role, actions }) => role === 'auditor' && actions.length > 0)).toBe(false);
  });

  test('a day is judged by the policies of that day', async () => {
    const loosened = {
      ...currentPolicies.text,
      policies: {
        ...currentPolicies.text.policies,
        'more.cedar':
          '@id("for-a-day") @reason("For a day.") permit (principal in Role::"analyst", action == Action::"user.read", resource);',
      },
    };
    const start = Date.now() + 10 * DAY_MS;
    const at = (ms: number, policies = currentPolicies) =>
      new AccessReportService({ db: server.db, now: () => ms, policies });
    await at(start, new AccessPolicies(loosened)).recordRules();
    await at(start + DAY_MS).recordRules();
    await at(start + DAY_MS).recordRules();
    const couldRead = async (days: number) => {
      const day = new Date(start + days * DAY_MS).toISOString().slice(0, 10);
      const { lines, policies } = await at(start + 5 * DAY_MS).report({ day, action: 'user.read' });
      const analysts = lines.filter(({ role }) => role === 'analyst');
      return { policies: policies.length, could: analysts.some(({ actions }) => actions.length > 0) };
    };
    expect(await couldRead(-1)).toEqual({ policies: 1, could: false });
    expect(await couldRead(0)).toEqual({ policies: 2, could: true });
    expect(await couldRead(2)).toEqual({ policies: 1, could: false });
    const rules = (await auditor.get('/api/access/policies')).json();
    expect(
      rules.policies.find(({ id }: { id: string }) => id === 'auditors-see-no-citizen-data'),
    ).toMatchObject({
      effect: 'forbid',
      reason: 'Auditors read everything about the system and nothing about citizens.',
    });
  });

  test('every change is in the ledger, without a name or a password', async () => {
    const rows = await server.db.selectFrom('ledger_entry').select(['kind', 'entry']).execute();
    const kinds = new Set(rows.map(({ kind }) => kind));
    for (const kind of [
      'user.created',
      'user.changed',
      'user.disabled',
      'user.enabled',
      'user.password-reset',
    ])
      expect(kinds).toContain(kind);
    expect(kinds).toContain('access.policies-changed');
    expect(rows.map(({ entry }) => entry).join()).not.toMatch(/A new name|argon2/i);
  });
});

const somebodyElse = somebody('administrator', { name: 'Another' });
