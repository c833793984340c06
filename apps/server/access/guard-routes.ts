import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PurposeService } from '../cases/purpose-service.ts';
import type { App } from '../http/app.ts';
import type { Action } from './actions.ts';
import { decide, type Principal } from './decide.ts';
import { type ProgramTokens, programOf } from './program-tokens.ts';
import { purposeOf } from './purpose-cookie.ts';
import { refusal } from './refusal.ts';
import type { RefusedActions } from './refused-actions.ts';
import { assertSameOrigin } from './same-origin.ts';
import type { SessionService } from './session-service.ts';

export interface GuardOptions {
  readonly sessions: Pick<SessionService, 'authenticate'>;
  /** Origin that browsers see, for example `https://amaan.example.pk`; null: whatever host they ask for. */
  readonly publicOrigin: string | null;
  readonly programTokens: ProgramTokens;
  /** Left out: nobody can state any. */
  readonly purposes?: Pick<PurposeService, 'find'>;
  /** Left out: refusals are put on record nowhere. */
  readonly refused?: Pick<RefusedActions, 'record'>;
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
export function guardRoutes(app: App, options: GuardOptions): void {
  const { sessions, publicOrigin, programTokens } = options;
  app.decorateRequest('principal', null);
  app.decorateRequest('sessionId', null);

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
      request.sessionId = session.sessionId;
      if (session.principal !== null) request.principal = await equip(session.principal, request, options);
    }
    const decision = decide(request.principal, action);
    if (decision.allowed) return;
    if (request.principal !== null) await options.refused?.record(request.principal, action, decision);
    throw refusal(decision);
  });
}

/** Adds what decisions need beside the session: the purpose that the request names. */
async function equip(
  principal: Principal,
  { headers }: FastifyRequest,
  { purposes }: GuardOptions,
): Promise<Principal> {
  const purposeId = purposeOf(headers);
  const purpose = purposeId === null ? null : await purposes?.find(purposeId, principal);
  return {
    ...principal,
    ...(purpose && { purpose }),
  };
}
