import { z } from 'zod';
import { Identifier } from '../identifier.ts';
import { Instant } from '../instant.ts';

/** What a person is here to do. What each role may do stands in the Cedar policies under `policies/`. */
export const ROLES = [
  'operator',
  'supervisor',
  'investigator',
  'traffic-reviewer',
  'analyst',
  'governance-officer',
  'auditor',
  'administrator',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Whose accounts open so much that a password alone should not guard them. */
export const PRIVILEGED_ROLES: readonly Role[] = ['administrator', 'governance-officer', 'supervisor'];

export const SignIn = z.object({
  username: z.string().trim().min(1).max(60),
  password: z.string().min(1).max(256),
});
export type SignIn = z.infer<typeof SignIn>;

/** The sites whose data somebody may see: all of them, or exactly these. */
export const SiteScope = z.union([z.literal('all'), z.array(Identifier)]);
export type SiteScope = z.infer<typeof SiteScope>;

/** The person who is signed in, and what the console may offer to them. */
export const Me = z.object({
  id: z.string(),
  name: z.string(),
  username: z.string(),
  role: Role,
  sites: SiteScope,
  /** Actions that this person may perform now, for example `camera.create`. */
  actions: z.array(z.string()),
  /** Until the one-time password is changed, `self.change-password` is the only action besides reading. */
  mustChangePassword: z.boolean(),
  /** Whether the account has a second factor (TOTP or a passkey). */
  secondFactor: z.boolean(),
  /** The deployment wants one from this role before anything else. */
  secondFactorDue: z.boolean(),
  /** When the session last proved its person again for a sensitive action; null: never. */
  steppedUpAt: Instant.nullable(),
  /** Courses that the role needs and that are missing or out of date: until then, no reviewing. */
  trainingGaps: z.array(
    z.object({ course: z.string(), title: z.object({ en: z.string(), ur: z.string() }) }),
  ),
});
export type Me = z.infer<typeof Me>;

export const PASSWORD_MIN_LENGTH = 12;

export const PasswordChange = z.object({
  currentPassword: z.string().min(1).max(256),
  newPassword: z.string().min(PASSWORD_MIN_LENGTH).max(128),
});
export type PasswordChange = z.infer<typeof PasswordChange>;
