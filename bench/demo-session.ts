import type { Deployment } from '@amaan/cli/up/deployment';

type DemoAccount = Deployment['demoAccounts'][number];

/** The account of a role in a demonstration. @throws Error when the deployment is none */
export function demoAccount(accounts: Deployment['demoAccounts'], role: DemoAccount['role']): DemoAccount {
  const account = accounts.find((candidate) => candidate.role === role);
  if (account === undefined) throw new Error(`The deployment has no demo ${role}.`);
  return account;
}

/** Signs in and gives the `Cookie` header of the session. */
export async function demoSession(url: string, { username, password }: DemoAccount): Promise<string> {
  const response = await fetch(new URL('/api/auth/sign-in/username', url), {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: new URL(url).origin },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw new Error(`Signing in as ${username} failed: ${await response.text()}`);
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';', 1)[0])
    .join('; ');
}
