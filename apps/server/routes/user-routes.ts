import {
  CreatedUserAccount,
  UserAccount,
  UserAccountChange,
  UserAccountInput,
} from '@amaan/contracts/api/user-account';
import { z } from 'zod';
import type { SessionService } from '../access/session-service.ts';
import type { UserService } from '../access/user-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

const params = z.object({ id: z.string().max(60) });

export function userRoutes(
  app: App,
  users: UserService,
  sessions: Pick<SessionService, 'recheckConnections'>,
): void {
  app.get(
    '/api/users',
    {
      config: { action: 'user.read' },
      schema: {
        tags: ['access'],
        summary: 'Everybody who may sign in',
        response: { 200: z.array(UserAccount) },
      },
    },
    () => users.list(),
  );
  app.post(
    '/api/users',
    {
      config: { action: 'user.create' },
      schema: {
        tags: ['access'],
        summary: 'Create a user; the answer holds the one-time password, which is never shown again',
        body: UserAccountInput,
        response: { 201: CreatedUserAccount },
      },
    },
    async (request, reply) =>
      reply
        .code(201)
        .header('cache-control', 'no-store')
        .send(await users.create(request.body, `user:${actorOf(request).id}`)),
  );
  app.patch(
    '/api/users/:id',
    {
      config: { action: 'user.change' },
      schema: {
        tags: ['access'],
        summary: 'Change, disable or enable an account; ends its sessions',
        params,
        body: UserAccountChange,
        response: { 200: UserAccount },
      },
    },
    async (request) => {
      const changed = await users.change(request.params.id, request.body, actorOf(request));
      await sessions.recheckConnections();
      return changed;
    },
  );
  app.post(
    '/api/users/:id/one-time-password',
    {
      config: { action: 'user.change' },
      schema: {
        tags: ['access'],
        summary: 'Give an account a new one-time password, shown once; ends its sessions',
        params,
        response: { 200: CreatedUserAccount },
      },
    },
    async (request, reply) => {
      const given = await users.resetPassword(request.params.id, actorOf(request));
      await sessions.recheckConnections();
      return reply.header('cache-control', 'no-store').send(given);
    },
  );
}
