import { fetchWithProof } from '../step-up/fetch-with-proof.ts';
import { unwrap } from './client.ts';

type QueryValue = string | number | undefined;

/** A path with its query string; what is undefined is left out. */
export function pathWith(path: string, query: Readonly<Record<string, QueryValue>>): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/**
 * Calls a route by its path and gives the body of its answer.
 * @param body sent as JSON, or as it is when it is text
 * @throws ApiProblem with the server's code and sentence, or `NETWORK` when there was no answer.
 */
export async function call<Answer>(
  method: 'GET' | 'POST' | 'PUT' | 'DELETE',
  path: string,
  body?: unknown,
  options: { readonly type?: string; readonly signal?: AbortSignal } = {},
): Promise<Answer> {
  const { type = 'application/json', signal } = options;
  const request = new Request(new URL(path, location.href), {
    method,
    ...(signal && { signal }),
    ...(body !== undefined && {
      headers: { 'content-type': type },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    }),
  });
  return unwrap<Answer>(answerOf(request));
}

async function answerOf(request: Request) {
  const response = await fetchWithProof(request);
  const text = await response.text();
  const body: unknown = parsed(text);
  return response.ok ? { data: body, response } : { error: body, response };
}

/** A proxy in between may answer with something that is not JSON. */
function parsed(text: string): unknown {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return null;
  }
}
