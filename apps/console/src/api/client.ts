import createClient from 'openapi-fetch';
import { fetchWithProof } from '../step-up/fetch-with-proof.ts';
import { ApiProblem } from './api-problem.ts';
import type { paths } from './schema.generated.ts';

/**
 * The HTTP API, typed by the server's own OpenAPI description. The session is a cookie of this origin. Where the
 * server wants a fresh proof of identity, the person is asked for it and the call is made once more.
 */
export const api = createClient<paths>({ fetch: fetchWithProof });

/** The JSON body that an operation takes. */
export type BodyOf<Operation extends { requestBody?: unknown }> =
  NonNullable<Operation['requestBody']> extends { content: { 'application/json': infer Body } }
    ? Body
    : never;

/**
 * The body of a successful answer. Its type is the contract that the OpenAPI description was generated from:
 * openapi-fetch 0.17 turns the tuples of an answer (boxes, positions) into arrays and loses `null` members.
 * @throws ApiProblem with the server's code and sentence, or `NETWORK` when there was no answer.
 */
export async function unwrap<Answer>(
  call: Promise<{ data?: unknown; error?: unknown; response: Response }>,
): Promise<Answer> {
  let result: Awaited<typeof call>;
  try {
    result = await call;
  } catch (cause) {
    throw new ApiProblem(0, 'NETWORK', '', { cause });
  }
  const { ok, status, headers } = result.response;
  if (!ok) throw ApiProblem.of(status, result.error, headers.get('retry-after'));
  return result.data as Answer;
}
