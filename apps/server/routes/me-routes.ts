import { Me, PasswordChange, Role, SignIn } from '@amaan/contracts/api/me';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { allowedActions, type Principal } from '../access/decide.ts';
import type { SessionService } from '../access/session-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

function me(principal: Principal): Me {
  const { person: _, role, ...shown } = principal;
  return { ...shown, role: Role.parse(role), actions: allowedActions(principal) };
}

function setCookies(reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie);
}

/** Signing in and out, and the account of whoever is signed in. */
export function meRoutes(app: App, sessions: SessionService): void {
  app.post(
    '/api/auth/sign-in/username',
    {
      config: { action: 'public', rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: { tags: ['access'], summary: 'Sign in', security: [], body: SignIn, response: { 200: Me } },
    },
    async (request, reply) => {
      const { principal, headers } = await sessions.signIn(request.body);
      setCookies(reply, headers);
      return me(principal);
    },
  );
  app.post(
    '/api/auth/sign-out',
    {
      config: { action: 'self.sign-out' },
      schema: { tags: ['access'], summary: 'Sign out', response: { 204: z.null() } },
    },
    async (request, reply) => {
      setCookies(reply, await sessions.signOut(request.headers));
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/me',
    {
      config: { action: 'self.read' },
      schema: { tags: ['access'], summary: 'Who is signed in', response: { 200: Me } },
    },
    (request) => me(actorOf(request)),
  );
  app.post(
    '/api/me/password',
    {
      config: { action: 'self.change-password', rateLimit: { max: 10, timeWindow: '1 minute' } },
      schema: {
        tags: ['access'],
        summary: 'Change the own password; ends every other session of this person',
        body: PasswordChange,
        response: { 200: Me },
      },
    },
    async (request, reply) => {
      const { principal, headers } = await sessions.changePassword(actorOf(request), request.body);
      setCookies(reply, headers);
      return me(principal);
    },
  );
}
