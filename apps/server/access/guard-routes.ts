import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from '../http/app.ts';
import { HttpError } from '../http/http-errors.ts';
import type { Action } from './actions.ts';
import { decide } from './decide.ts';
import { type ProgramTokens, programOf } from './program-tokens.ts';
import { assertSameOrigin } from './same-origin.ts';
import type { SessionService } from './session-service.ts';

const REFUSALS = {
  SIGN_IN_REQUIRED: { status: 401, message: 'Sign in first.' },
  PASSWORD_CHANGE_REQUIRED: {
    status: 403,
    message: 'Change the one-time password first; until then nothing else is allowed.',
  },
  ACTION_FORBIDDEN: { status: 403, message: 'Your role does not allow this.' },
} as const;

export interface GuardOptions {
  readonly sessions: Pick<SessionService, 'authenticate'>;
  /** Origin that browsers see, for example `https://amaan.example.pk`; null: whatever host they ask for. */
  readonly publicOrigin: string | null;
  readonly programTokens: ProgramTokens;
}

export interface GuardedRoute {
  readonly method: string;
  readonly url: string;
  readonly action: Action;
}

declare module 'fastify' {
  interface FastifyInstance {
    /** Every route with what it does, for review. */
    readonly guardedRoutes: readonly GuardedRoute[];
  }
}

/**
 * Puts every route registered from now on behind `decide`. A route that does not declare its action fails
 * here, at registration, so none can be forgotten.
 */
export function guardRoutes(app: App, { sessions, publicOrigin, programTokens }: GuardOptions): void {
  app.decorateRequest('principal', null);

  const guarded: GuardedRoute[] = [];
  app.decorate('guardedRoutes', guarded);
  app.addHook('onRoute', ({ method, url, config }) => {
    if (config?.action === undefined)
      throw new Error(`The route ${String(method)} ${url} does not declare its action.`);
    guarded.push({ method: String(method), url, action: config.action });
  });

  app.addHook('onRequest', async (request: FastifyRequest, reply: FastifyReply) => {
    const { action } = request.routeOptions.config;
    // Only the not-found handler has no action: it is no route, and there is nothing to protect in it.
    if (action === undefined) return;
    assertSameOrigin(request, publicOrigin);
    request.principal = programOf(request.headers.authorization, programTokens);
    if (request.principal === null && action !== 'public') {
      const session = await sessions.authenticate(request.headers);
      for (const cookie of session.cookies) reply.header('set-cookie', cookie);
      request.principal = session.principal;
    }
    const decision = decide(request.principal, action);
    if (decision.allowed) return;
    const { status, message } = REFUSALS[decision.code];
    throw new HttpError(status, decision.code, message);
  });
}
