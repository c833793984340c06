import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import { z } from 'zod';
import type { App } from './app.ts';
import { HttpError } from './http-errors.ts';
import { CONSOLE_CONTENT_POLICY } from './security-headers.ts';

/** Files that carry a hash of their content in their name never change. */
const HASHED_FILES = /^assets\//;

/**
 * Serves the built console: its files, and `index.html` for every other address outside `/api`, because
 * the console does its own routing. The folder may appear after the server has started.
 */
export async function serveConsole(app: App, directory: string): Promise<void> {
  await app.register(fastifyStatic, { serve: false, cacheControl: false });
  app.get(
    '/*',
    { config: { action: 'public' }, schema: { hide: true, params: z.object({ '*': z.string() }) } },
    (request, reply) => {
      const path = request.params['*'];
      if (/^api(\/|$)/.test(path)) return reply.callNotFound();
      reply.header('content-security-policy', CONSOLE_CONTENT_POLICY);
      if (/\.[a-z0-9]+$/i.test(path)) {
        const lifetime = HASHED_FILES.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
        return reply.header('cache-control', lifetime).sendFile(path, directory);
      }
      if (!existsSync(join(directory, 'index.html'))) throw notBuilt();
      return reply.header('cache-control', 'no-cache').sendFile('index.html', directory);
    },
  );
}

function notBuilt(): HttpError {
  return new HttpError(
    503,
    'CONSOLE_NOT_BUILT',
    'The console has not been built; start Amaan with ./amaan, which builds it.',
  );
}
