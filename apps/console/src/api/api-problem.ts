import type { Problem } from '@amaan/contracts/problem';

/** An answer of the server that is not a success, or no answer at all (`status` 0). */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** The access policies that refused; none where no policy was asked. */
  readonly policies: readonly string[];
  /** Seconds after which it may be asked again, where the server says so. */
  readonly retryAfterSeconds: number | null;

  constructor(
    status: number,
    code: string,
    detail: string,
    options?: ErrorOptions & {
      readonly policies?: readonly string[];
      readonly retryAfterSeconds?: number | null;
    },
  ) {
    super(detail, options);
    this.name = 'ApiProblem';
    this.status = status;
    this.code = code;
    this.policies = options?.policies ?? [];
    this.retryAfterSeconds = options?.retryAfterSeconds ?? null;
  }

  /** From RFC 9457 problem details; a proxy in between may have answered with something else. */
  static of(status: number, body: unknown, retryAfter: string | null = null): ApiProblem {
    const problem = (typeof body === 'object' && body !== null ? body : {}) as Partial<Problem>;
    return new ApiProblem(status, problem.code ?? `HTTP_${status}`, problem.detail ?? '', {
      policies: problem.policies ?? [],
      // It may be a date, too, which this server does not send.
      retryAfterSeconds: /^\d+$/.test(retryAfter ?? '') ? Number(retryAfter) : null,
    });
  }
}
