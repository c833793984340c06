import { SessionView } from '@amaan/contracts/api/session-view';
import { z } from 'zod';
import type { SecondFactorService } from '../access/second-factor/second-factor-service.ts';
import type { SessionService } from '../access/session-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const tags = ['access'];
const params = z.object({ id: z.string().max(60) });
const Ended = z.object({ ended: z.number().int() });

export interface SessionServices {
  readonly sessions: SessionService;
  readonly secondFactors: SecondFactorService;
}

/** Where people are signed in, and how to end it. */
export function sessionRoutes(app: App, { sessions, secondFactors }: SessionServices): void {
  app.get(
    '/api/me/sessions',
    {
      config: { action: 'self.sessions' },
      schema: { tags, summary: 'Where I am signed in', response: { 200: z.array(SessionView) } },
    },
    (request) => sessions.list(actorOf(request).id, request.sessionId),
  );
  app.delete(
    '/api/me/sessions',
    {
      config: { action: 'self.sessions' },
      schema: { tags, summary: 'Sign out everywhere else', response: { 200: Ended } },
    },
    async (request) => {
      const { id } = actorOf(request);
      return { ended: await sessions.revokeAll(id, id, request.sessionId) };
    },
  );
  app.delete(
    '/api/me/sessions/:id',
    {
      config: { action: 'self.sessions' },
      schema: { tags, summary: 'End one session of mine', params, response: { 204: z.null() } },
    },
    async (request, reply) => {
      const { id } = actorOf(request);
      await sessions.revoke(id, request.params.id, id);
      return reply.code(204).send(null);
    },
  );
  app.get(
    '/api/users/:id/sessions',
    {
      config: { action: 'user.change' },
      schema: {
        tags,
        summary: 'Where a person is signed in',
        params,
        response: { 200: z.array(SessionView) },
      },
    },
    (request) => sessions.list(request.params.id, request.sessionId),
  );
  app.delete(
    '/api/users/:id/sessions/:session',
    {
      config: { action: 'user.change' },
      schema: {
        tags,
        summary: 'End one session of a person',
        params: params.extend({ session: z.string().max(100) }),
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { id, session } = request.params;
      await sessions.revoke(id, session, actorOf(request).id);
      return reply.code(204).send(null);
    },
  );
  app.delete(
    '/api/users/:id/sessions',
    {
      config: { action: 'user.change' },
      schema: { tags, summary: 'Sign a person out everywhere', params, response: { 200: Ended } },
    },
    async (request) => ({
      ended: await sessions.revokeAll(request.params.id, actorOf(request).id),
    }),
  );
  app.delete(
    '/api/users/:id/second-factor',
    {
      config: { action: 'user.change' },
      schema: {
        tags,
        summary: 'Take all second factors off an account whose owner has lost them; signs the person out',
        params,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const actor = actorOf(request).id;
      await secondFactors.reset(request.params.id, actor);
      await sessions.revokeAll(request.params.id, actor);
      return reply.code(204).send(null);
    },
  );
}
