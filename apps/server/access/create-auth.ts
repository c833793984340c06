import { authDatabase } from '@amaan/store/auth-database';
import type { Database } from '@amaan/store/open-database';
import { betterAuth } from 'better-auth';
import { createAuthEndpoint } from 'better-auth/api';
import { setSessionCookie } from 'better-auth/cookies';
import type { BetterAuthPlugin } from 'better-auth/types';
import type { Logger } from 'pino';
import { z } from 'zod';

/** A signed-in person works a shift without signing in again. */
export const SESSION_SECONDS = 12 * 60 * 60;

export interface AuthOptions {
  readonly db: Database;
  /** Signs the cookies. */
  readonly secret: string;
  readonly publicOrigin: string | null;
  readonly logger: Logger;
}

/** Gives the browser the cookie of a session that `SessionService` has opened together with its ledger entry. */
const sessionCookie = {
  id: 'amaan-session-cookie',
  endpoints: {
    issueSessionCookie: createAuthEndpoint(
      '/amaan/issue-session-cookie',
      { method: 'POST', body: z.object({ token: z.string() }) },
      async (context) => {
        const session = await context.context.internalAdapter.findSession(context.body.token);
        if (session !== null) await setSessionCookie(context, session);
        return context.json({ issued: session !== null });
      },
    ),
  },
} satisfies BetterAuthPlugin;

/**
 * The library that keeps sessions. Only its functions are used, never its HTTP handler, so that nothing is
 * reachable that this project did not declare; users are created by `UserService`, and who may sign in is
 * decided by `SignInService`. Every request asks the database: a session that was revoked is over at once.
 */
export function createAuth({ db, secret, publicOrigin, logger }: AuthOptions) {
  return betterAuth({
    appName: 'Amaan',
    baseURL: publicOrigin ?? 'http://localhost',
    basePath: '/api/auth',
    secret,
    database: { db: authDatabase(db), type: 'postgres' },
    plugins: [sessionCookie],
    user: {
      additionalFields: {
        username: { type: 'string', input: false, required: true },
        role: { type: 'string', input: false, required: true },
        mustChangePassword: { type: 'boolean', input: false, required: true },
        person: { type: 'string', input: false, required: true },
        sites: { type: 'string', input: false, required: true },
        secondFactor: { type: 'boolean', input: false, required: true },
        disabledAt: { type: 'string', input: false, required: false },
      },
    },
    session: {
      expiresIn: SESSION_SECONDS,
      updateAge: 60 * 60,
      additionalFields: {
        steppedUpAt: { type: 'string', input: false, required: false },
        lastSeenAt: { type: 'string', input: false, required: true },
      },
    },
    // The routes in front count attempts; see `sign-in-routes.ts`.
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
