import type { Database } from './open-database.ts';

/** A person with an account; the password stays with `better-auth`. */
export interface User {
  readonly id: string;
  readonly name: string;
  readonly username: string | null;
  readonly role: string;
  readonly mustChangePassword: boolean;
}

/** All users by name. */
export async function listUsers(db: Database): Promise<User[]> {
  return db
    .selectFrom('user')
    .select(['id', 'name', 'username', 'role', 'mustChangePassword'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** How many users have this role, or how many there are at all. */
export async function countUsers(db: Database, role?: string): Promise<number> {
  let query = db.selectFrom('user').select((select) => select.fn.countAll<number>().as('count'));
  if (role !== undefined) query = query.where('role', '=', role);
  return (await query.executeTakeFirstOrThrow()).count;
}
