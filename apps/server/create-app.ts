import { join } from 'node:path';
import rateLimit from '@fastify/rate-limit';
import websocket from '@fastify/websocket';
import Fastify, { type FastifyInstance, LogController } from 'fastify';
import { serializerCompiler, validatorCompiler, type ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Logger } from 'pino';
import { guardRoutes } from './access/guard-routes.ts';
import type { ProgramTokens } from './access/program-tokens.ts';
import type { RunningServices } from './create-services.ts';
import type { App } from './http/app.ts';
import { serveConsole } from './http/console-files.ts';
import { HttpError } from './http/http-errors.ts';
import { describeRoutes } from './http/openapi.ts';
import { answerProblems, problemOf, sendProblem } from './http/problem-details.ts';
import { secureHeaders } from './http/security-headers.ts';
import { metricsRoutes } from './routes/metrics-routes.ts';
import { purposeRoutes } from './routes/purpose-routes.ts';
import { registerRoutes } from './routes/register-routes.ts';
import { roadRoutes } from './routes/road-routes.ts';

/** The largest request that makes sense is a polygon of 64 points. */
const LARGEST_BODY_BYTES = 64 * 1024;
/** Consoles say nothing on their WebSockets. */
const LARGEST_SOCKET_MESSAGE_BYTES = 1024;
const GOODBYE_MS = 500;

export interface AppOptions {
  readonly services: RunningServices;
  readonly dataDir: string;
  /** The built console; null serves the API alone. */
  readonly consoleDir: string | null;
  readonly publicOrigin: string | null;
  readonly programTokens: ProgramTokens;
  /** Addresses or networks of reverse proxies whose `X-Forwarded-For` is believed; null: none. */
  readonly trustedProxies: string | null;
  readonly version: string;
  readonly logger: Logger;
}

/** The HTTP side of the control plane, ready to listen or to be injected into. */
export async function createApp(options: AppOptions): Promise<App> {
  const { services, publicOrigin, version } = options;
  const app: App = Fastify({
    loggerInstance: options.logger,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: LARGEST_BODY_BYTES,
    requestTimeout: 30_000,
    forceCloseConnections: true,
    trustProxy: options.trustedProxies ?? false,
    frameworkErrors: (error, _request, reply) => void sendProblem(reply, problemOf(error)),
  }).withTypeProvider<ZodTypeProvider>() as unknown as App;
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);

  answerProblems(app);
  services.metrics.measure(app);
  secureHeaders(app, { https: publicOrigin?.startsWith('https:') ?? false });
  // Before the guard: only a request that it has seen as an upgrade has its socket closed when refused.
  await app.register(websocket, {
    options: { maxPayload: LARGEST_SOCKET_MESSAGE_BYTES, perMessageDeflate: false },
    preClose: endViewers,
  });
  guardRoutes(app, {
    sessions: services.sessions,
    publicOrigin,
    programTokens: options.programTokens,
    purposes: services.purposes,
    refused: services.refusedActions,
  });
  await app.register(rateLimit, { global: false, errorResponseBuilder: () => tooManyRequests() });
  await describeRoutes(app, version);

  registerRoutes(app, services);
  roadRoutes(app, join(options.dataDir, 'roads.geojson'));
  purposeRoutes(app, services.purposes, publicOrigin?.startsWith('https:') ?? false);
  metricsRoutes(app, services);
  app.get('/api/openapi.json', { config: { action: 'public' }, schema: { hide: true } }, () => app.swagger());
  if (options.consoleDir !== null) await serveConsole(app, options.consoleDir);

  app.addHook('preClose', async () => services.updates[Symbol.dispose]());
  await app.ready();
  return app;
}

/** Says goodbye to viewers, and does not wait for those that do not answer. */
function endViewers(this: FastifyInstance, done: () => void): void {
  for (const viewer of this.websocketServer.clients) {
    viewer.close(1001, 'The server is stopping.');
    setTimeout(() => viewer.terminate(), GOODBYE_MS).unref();
  }
  this.websocketServer.close();
  done();
}

function tooManyRequests(): HttpError {
  return new HttpError(
    429,
    'TOO_MANY_REQUESTS',
    'Too many attempts from this address; wait a minute and try again.',
  );
}
