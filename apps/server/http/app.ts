import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ZodTypeProvider } from 'fastify-type-provider-zod';
import type { Action } from '../access/actions.ts';
import type { Principal } from '../access/decide.ts';

/** Fastify with zod schemas: what every route file registers on. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  ZodTypeProvider
>;

declare module 'fastify' {
  interface FastifyContextConfig {
    /** The action that the route performs. A route without one fails at registration. */
    action?: Action;
  }
  interface FastifyRequest {
    /** Who is signed in; null on public routes. */
    principal: Principal | null;
    /** Of whoever is signed in; a program has none. It is no secret. */
    sessionId: string | null;
  }
}
