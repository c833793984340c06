import { createHmac } from 'node:crypto';
import type { Role } from '@amaan/contracts/api/me';
import type { UserService } from '../access/user-service.ts';
import { DEMO_PEOPLE, type DemoPerson } from './demo-people.ts';

/** An account of a demonstration, with the password that opens it. */
export interface DemoAccount {
  readonly role: Role;
  readonly name: string;
  readonly username: string;
  readonly password: string;
}

const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789';
const LETTERS = 16;

/**
 * Lets the people of the demonstration sign in. Their passwords follow from the secret of this start: a
 * server that is started again after a crash gives the same ones and ends nobody's session, the next start
 * of the whole gives others.
 *
 * @param secret known to this start only
 */
export async function prepareDemoAccounts(users: UserService, secret: string): Promise<DemoAccount[]> {
  const known = new Set((await users.list()).map(({ id }) => id));
  const accounts: DemoAccount[] = [];
  for (const person of Object.values(DEMO_PEOPLE)) {
    const password = passwordOf(person, secret);
    const { id, name, username, role } = person;
    if (!known.has(id)) await users.add(person, password, false, 'system:server');
    else if (!(await users.hasPassword(id, password)))
      await users.setPassword(id, password, false, 'user.password-reset', 'system:server');
    accounts.push({ role, name, username, password });
  }
  return accounts;
}

function passwordOf({ id }: DemoPerson, secret: string): string {
  const bytes = createHmac('sha256', secret).update(`demo account ${id}`).digest();
  const letters = [...bytes.subarray(0, LETTERS)].map((byte) => ALPHABET[byte % ALPHABET.length]);
  return letters.join('').replace(/(.{4})(?=.)/g, '$1-');
}
