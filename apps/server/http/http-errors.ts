import { AmaanError } from '@amaan/contracts/problem';

/** An error that knows its HTTP status. */
export class HttpError extends AmaanError {
  readonly status: number;
  /** Identifiers of the access policies that refused; none where no policy was asked. */
  readonly policies: readonly string[];
  /** When to ask again, told as `Retry-After`; null: nothing is said of that. */
  readonly retryAfterSeconds: number | null;
  constructor(
    status: number,
    code: string,
    message: string,
    options?: ErrorOptions & { readonly policies?: readonly string[]; readonly retryAfterSeconds?: number },
  ) {
    super(code, message, options);
    this.status = status;
    this.policies = options?.policies ?? [];
    this.retryAfterSeconds = options?.retryAfterSeconds ?? null;
  }
}

/** What was asked for does not exist. */
export class NotFoundError extends HttpError {
  constructor(thing: string) {
    super(404, `${thing.toUpperCase().replaceAll(' ', '_')}_NOT_FOUND`, `There is no such ${thing}.`);
  }
}

/** The request contradicts the present state; nothing was changed. */
export class ConflictError extends HttpError {
  constructor(code: string, message: string) {
    super(409, code, message);
  }
}

/** Gives errors of the packages below their HTTP status; what is not listed stays as it is. */
export function asHttpError(error: unknown, statuses: Readonly<Record<string, number>>): unknown {
  if (!(error instanceof AmaanError) || error instanceof HttpError) return error;
  const status = statuses[error.code];
  return status === undefined ? error : new HttpError(status, error.code, error.message, { cause: error });
}
