import { z } from 'zod';

/** Roles until policies arrive: an administrator also manages cameras, people and AI systems. */
export const ROLES = ['administrator', 'operator'] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

export const SignIn = z.object({
  username: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(256),
});
export type SignIn = z.infer<typeof SignIn>;

/** The person who is signed in, and what the console may offer to them. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  role: Role,
  /** Actions that this person may perform now, for example `camera.create`. */
  actions: z.array(z.string()),
  /** Until the one-time password is changed, `self.change-password` is the only action besides reading. */
  mustChangePassword: z.boolean(),
});
export type Me = z.infer<typeof Me>;

export const PASSWORD_MIN_LENGTH = 12;

export const PasswordChange = z.object({
  currentPassword: z.string().min(1).max(256),
  newPassword: z.string().min(PASSWORD_MIN_LENGTH).max(128),
});
export type PasswordChange = z.infer<typeof PasswordChange>;
