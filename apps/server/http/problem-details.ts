import { STATUS_CODES } from 'node:http';
import type { Problem } from '@amaan/contracts/problem';
import type { FastifyReply } from 'fastify';
import { hasZodFastifySchemaValidationErrors, isResponseSerializationError } from 'fastify-type-provider-zod';
import type { App } from './app.ts';
import { HttpError } from './http-errors.ts';

/** Fastify's own error codes that a client can cause, in words of this API. */
const FRAMEWORK_PROBLEMS: Readonly<Record<string, { code: string; detail: string }>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: { code: 'BODY_TOO_LARGE', detail: 'The request body is too large.' },
  FST_ERR_CTP_INVALID_MEDIA_TYPE: {
    code: 'MEDIA_TYPE_UNSUPPORTED',
    detail: 'This media type is not understood; send application/json.',
  },
  FST_ERR_CTP_EMPTY_JSON_BODY: { code: 'BODY_INVALID', detail: 'The request body is empty.' },
  FST_ERR_CTP_INVALID_JSON_BODY: { code: 'BODY_INVALID', detail: 'The request body is not valid JSON.' },
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: {
    code: 'BODY_INVALID',
    detail: 'The request body is not as long as its Content-Length says.',
  },
};

function problem(status: number, code: string, detail: string): Problem {
  return { type: 'about:blank', title: STATUS_CODES[status] ?? 'Error', status, detail, code };
}

function validationDetail(
  issues: readonly { instancePath?: string; message?: string }[],
  place: string,
): string {
  const first = issues[0];
  const where = [place, ...(first?.instancePath ?? '').split('/').filter(Boolean)].join('.');
  const more = issues.length > 1 ? ` (and ${issues.length - 1} more)` : '';
  return `${where}: ${first?.message ?? 'is not valid'}${more}.`;
}

/** The RFC 9457 problem that a client is told for an error. Unexpected errors say nothing of their cause. */
export function problemOf(error: unknown): Problem {
  if (error instanceof HttpError) {
    const { status, code, message, policies } = error;
    const details = problem(status, code, message);
    return policies.length === 0 ? details : { ...details, policies: [...policies] };
  }
  if (hasZodFastifySchemaValidationErrors(error)) {
    const place = 'validationContext' in error ? String(error.validationContext) : 'request';
    return problem(400, 'REQUEST_INVALID', validationDetail(error.validation, place));
  }
  if (error instanceof Error && !isResponseSerializationError(error) && 'statusCode' in error) {
    const status = Number(error.statusCode);
    const code = 'code' in error ? String(error.code) : '';
    const known = FRAMEWORK_PROBLEMS[code];
    if (known !== undefined) return problem(status, known.code, known.detail);
    if (status === 429)
      return problem(429, 'TOO_MANY_REQUESTS', 'Too many attempts; wait a minute and try again.');
    if (status >= 400 && status < 500) return problem(status, 'REQUEST_INVALID', error.message);
  }
  return problem(
    500,
    'INTERNAL_ERROR',
    'Something failed on the server; nothing of this request was kept. The log names the cause.',
  );
}

/** Sends a problem as `application/problem+json`. */
export function sendProblem(reply: FastifyReply, details: Problem): FastifyReply {
  return reply
    .code(details.status)
    .header('cache-control', 'no-store')
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(details));
}

/** Makes every error of the API an RFC 9457 problem. */
export function answerProblems(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const details = problemOf(error);
    const retryAfter = error instanceof HttpError ? error.retryAfterSeconds : null;
    if (retryAfter !== null) reply.header('retry-after', retryAfter);
    if (details.status >= 500 && retryAfter === null) request.log.error({ err: error }, 'request failed');
    else request.log.debug({ code: details.code }, 'request refused');
    return sendProblem(reply, details);
  });
  app.setNotFoundHandler((_request, reply) =>
    sendProblem(reply, problem(404, 'ROUTE_NOT_FOUND', 'There is nothing at this address.')),
  );
}
