import type { Role } from '@amaan/contracts/api/me';
import { newPassword, type TestServer } from './start-test-server.ts';
import { TestClient } from './test-client.ts';

/** A person with a password of their own who is signed in. */
export async function signInAs(server: TestServer, role: Role): Promise<TestClient> {
  const username = `${role}.${Math.random().toString(36).slice(2, 8)}`;
  const { oneTimePassword } = await server.services.users.create(
    { username, name: `The ${role}`, role },
    'system:test',
  );
  const client = new TestClient(server.app);
  await client.post('/api/auth/sign-in/username', { username, password: oneTimePassword });
  const changed = await client.post('/api/me/password', {
    currentPassword: oneTimePassword,
    newPassword: newPassword(),
  });
  if (changed.statusCode !== 200) throw new Error(`Signing in failed: ${changed.body}`);
  return client;
}
