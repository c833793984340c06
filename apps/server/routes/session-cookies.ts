import type { FastifyReply, FastifyRequest } from 'fastify';
import { HttpError } from '../http/http-errors.ts';

/** Hands the cookies of a session to the browser. */
export function setCookies(reply: FastifyReply, headers: Headers): void {
  for (const cookie of headers.getSetCookie()) reply.header('set-cookie', cookie);
}

export function userAgentOf(request: FastifyRequest): string {
  return request.headers['user-agent'] ?? '';
}

/**
 * The session that a request came with.
 * @throws HttpError 422 `SESSION_NEEDED` for programs, which have none
 */
export function sessionOf(request: FastifyRequest): string {
  if (request.sessionId === null)
    throw new HttpError(422, 'SESSION_NEEDED', 'Programs have no session; this is for people who sign in.');
  return request.sessionId;
}
