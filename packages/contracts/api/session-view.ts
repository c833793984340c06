import { z } from 'zod';
import { Instant } from '../instant.ts';

/** How a session was opened. */
export const SIGN_IN_METHODS = [
  'password',
  'password+totp',
  'password+passkey',
  'password+recovery-code',
  'passkey',
] as const;
export const SignInMethod = z.enum(SIGN_IN_METHODS);
export type SignInMethod = z.infer<typeof SignInMethod>;

/** One place where somebody is signed in. */
export const SessionView = z.object({
  id: z.string(),
  createdAt: Instant,
  /** To the minute. */
  lastSeenAt: Instant,
  method: SignInMethod,
  /** Names of the browser and of the operating system, as far as they are recognised. */
  browser: z.string().nullable(),
  system: z.string().nullable(),
  /** Whether the request came with this very session. */
  current: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;
