import { PublicRegister } from '@amaan/contracts/public-register';
import type { App } from '../http/app.ts';
import type { PublicRegisterService } from '../public-register/public-register-service.ts';

export function publicRegisterRoutes(app: App, register: PublicRegisterService): void {
  app.get(
    '/api/public/register',
    {
      config: { action: 'public', rateLimit: { max: 60, timeWindow: '1 minute' } },
      schema: {
        tags: ['public register'],
        summary: 'Which AI systems run, what for, on what basis and with which results; nothing about people',
        security: [],
        response: { 200: PublicRegister },
      },
    },
    async (_request, reply) =>
      reply.header('cache-control', 'public, max-age=300').send(await register.read()),
  );
}
