import { authDatabase } from '@amaan/store/auth-database';
import type { Database } from '@amaan/store/open-database';
import { betterAuth } from 'better-auth';
import { username } from 'better-auth/plugins/username';
import type { Logger } from 'pino';
import { hashPassword, verifyPassword } from './passwords.ts';

/** A signed-in person works a shift without signing in again. */
const SESSION_SECONDS = 12 * 60 * 60;
/** How long a session is believed without asking the database: also how long a revoked one may live on. */
const SESSION_CACHE_SECONDS = 30;

export interface AuthOptions {
  readonly db: Database;
  /** Signs the cookies. */
  readonly secret: string;
  readonly publicOrigin: string | null;
  readonly logger: Logger;
}

/**
 * The library that keeps sessions. Only its functions are used, never its HTTP handler, so that nothing is
 * reachable that this project did not declare; users are created by `UserService`.
 */
export function createAuth({ db, secret, publicOrigin, logger }: AuthOptions) {
  return betterAuth({
    appName: 'Amaan',
    baseURL: publicOrigin ?? 'http://localhost',
    basePath: '/api/auth',
    secret,
    database: { db: authDatabase(db), type: 'postgres' },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      password: {
        hash: hashPassword,
        verify: ({ hash, password }) => verifyPassword(hash, password),
      },
    },
    plugins: [username()],
    user: {
      additionalFields: {
        role: { type: 'string', input: false, required: true },
        mustChangePassword: { type: 'boolean', input: false, required: true },
        person: { type: 'string', input: false, required: true },
        sites: { type: 'string', input: false, required: true },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: 60 * 60,
      cookieCache: { enabled: true, maxAge: SESSION_CACHE_SECONDS },
    },
    // The route in front counts attempts; see `me-routes.ts`.
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    advanced: {
      cookiePrefix: 'amaan',
      useSecureCookies: publicOrigin?.startsWith('https:') ?? false,
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax' },
      ipAddress: { disableIpTracking: true },
    },
    logger: {
      disableColors: true,
      level: 'warn',
      // Its messages, never its arguments: those may hold what a person typed.
      log: (level, message) => logger[level]({ part: 'sessions' }, message),
    },
  });
}

export type Auth = ReturnType<typeof createAuth>;
