import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';
import { Role, SiteScope } from './me.ts';

/** A person who may sign in. */
export const UserAccount = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  role: Role,
  /** The human behind the account, for example a staff number: two accounts of one person count once. */
  person: z.string(),
  /** User names of the other accounts of the same person. */
  otherAccounts: z.array(z.string()),
  sites: SiteScope,
  mustChangePassword: z.boolean(),
  createdAt: Instant,
  /** Since when nobody can sign in with it; null: it is open. */
  disabledAt: Instant.nullable(),
});
export type UserAccount = z.infer<typeof UserAccount>;

const name = z.string().trim().min(1).max(80);
const person = z.string().trim().min(1).max(60);
const sites = z.union([z.literal('all'), z.array(Identifier).min(1).max(200)]);

export const UserAccountInput = z.object({
  name,
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._]{2,29}$/, '3 to 30 characters: letters, digits, dot and underscore'),
  role: Role.default('operator'),
  /** Left out: the user name, as if the human had no other account. */
  person: person.optional(),
  sites: sites.default('all'),
});
export type UserAccountInput = z.infer<typeof UserAccountInput>;

/** What an administrator changes on an account; what is left out stays. */
export const UserAccountChange = z
  .object({ name, role: Role, person, sites, disabled: z.boolean() })
  .partial()
  .refine((change) => Object.keys(change).length > 0, 'nothing to change');
export type UserAccountChange = z.infer<typeof UserAccountChange>;

/** Answer to creating a user or resetting a password: the only time that the one-time password is shown. */
export const CreatedUserAccount = z.object({ user: UserAccount, oneTimePassword: z.string() });
export type CreatedUserAccount = z.infer<typeof CreatedUserAccount>;
