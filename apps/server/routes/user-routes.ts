import { CreatedUserAccount, UserAccount, UserAccountInput } from '@amaan/contracts/api/user-account';
import { z } from 'zod';
import type { UserService } from '../access/user-service.ts';
import type { App } from '../http/app.ts';
import { actorOf } from './actor.ts';

export function userRoutes(app: App, users: UserService): void {
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
}
