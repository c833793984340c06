import { z } from 'zod';
import { Instant } from '../instant.ts';
import { Role } from './me.ts';

/** A person who may sign in. */
export const UserAccount = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  role: Role,
  mustChangePassword: z.boolean(),
  createdAt: Instant,
});
export type UserAccount = z.infer<typeof UserAccount>;

export const UserAccountInput = z.object({
  name: z.string().trim().min(1).max(80),
  username: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[a-z0-9][a-z0-9._]{2,29}$/, '3 to 30 characters: letters, digits, dot and underscore'),
  role: Role.default('operator'),
});
export type UserAccountInput = z.infer<typeof UserAccountInput>;

/** Answer to creating a user: the only time that the one-time password is shown. */
export const CreatedUserAccount = z.object({ user: UserAccount, oneTimePassword: z.string() });
export type CreatedUserAccount = z.infer<typeof CreatedUserAccount>;
