import { randomBytes } from 'node:crypto';
import type { Role } from '@amaan/contracts/api/me';
import type { UserAccountInput } from '@amaan/contracts/api/user-account';
import { newPassword, type TestServer } from './start-test-server.ts';
import { TestClient } from './test-client.ts';

/** A person with a password of their own, trained for their role, who is signed in. */
export async function signInAs(
  server: TestServer,
  role: Role,
  account: Partial<Pick<UserAccountInput, 'name' | 'person' | 'sites'>> = {},
): Promise<TestClient> {
  // User names have no hyphens.
  const username = `${role.replaceAll('-', '.')}.${Math.random().toString(36).slice(2, 8)}`;
  const { oneTimePassword } = await server.services.users.create(
    { username, name: `The ${role}`, role, ...account },
    'system:test',
  );
  const trainer = { actor: 'system:test', name: 'Trainer', person: 'trainer', role: 'supervisor' };
  const { training } = server.services.assurance;
  const { person = username } = account;
  for (const { course } of await training.gapsOf(person, role)) {
    await training.record({ person, course, passedAt: new Date().toISOString() }, trainer);
  }
  // Attempts to sign in are counted by address: each person has a machine of their own.
  const client = new TestClient(server.app, `10.${randomBytes(3).join('.')}`);
  await client.post('/api/auth/sign-in/username', { username, password: oneTimePassword });
  const changed = await client.post('/api/me/password', {
    currentPassword: oneTimePassword,
    newPassword: newPassword(),
  });
  if (changed.statusCode !== 200) throw new Error(`Signing in failed: ${changed.body}`);
  return client;
}
