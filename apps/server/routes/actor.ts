import type { RecordAuthor } from '@amaan/contracts/governance/record';
import type { FastifyRequest } from 'fastify';
import type { Principal } from '../access/decide.ts';
import { HttpError } from '../http/http-errors.ts';

/** The person who makes a request on a route that is not public. */
export function actorOf(request: FastifyRequest): Principal {
  if (request.principal === null) throw new HttpError(401, 'SIGN_IN_REQUIRED', 'Sign in first.');
  return request.principal;
}

/** The same person as records and the ledger name them. */
export function authorOf(request: FastifyRequest): RecordAuthor {
  const { id, name, person, role } = actorOf(request);
  return { actor: `user:${id}`, name, person, role };
}
