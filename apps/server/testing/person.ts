import type { Role } from '@amaan/contracts/api/me';
import { newPassword, type TestServer } from './start-test-server.ts';
import { TestClient } from './test-client.ts';

/** Somebody with an account whose name and password the test knows. */
export interface TestPerson {
  readonly id: string;
  readonly username: string;
  readonly password: string;
  /** Signed in and stepped up. */
  readonly client: TestClient;
}

/** Creates somebody who has chosen a password, is signed in, and has just proven who they are. */
export async function createPerson(server: TestServer, role: Role): Promise<TestPerson> {
  const username = `p${Math.random().toString(36).slice(2, 10)}`;
  const password = newPassword();
  const { user, oneTimePassword } = await server.services.users.create(
    { username, name: `The ${role}`, role },
    'system:test',
  );
  const client = new TestClient(server.app);
  await client.post('/api/auth/sign-in/username', { username, password: oneTimePassword });
  const changed = await client.post('/api/me/password', {
    currentPassword: oneTimePassword,
    newPassword: password,
  });
  if (changed.statusCode !== 200) throw new Error(`Signing in failed: ${changed.body}`);
  return { id: user.id, username, password, client };
}

/** The entries of the ledger about somebody, oldest first. */
export async function ledgerOf(
  server: TestServer,
  userId: string,
): Promise<{ kind: string; data: object }[]> {
  const rows = await server.db.selectFrom('ledger_entry').select('entry').orderBy('index').execute();
  return rows.map(({ entry }) => JSON.parse(entry)).filter(({ subject }) => subject === `user:${userId}`);
}
