import type { HttpError } from './http-errors.ts';

/**
 * What a route shares that says in its own words that a body is too large.
 * @param bodyLimit bytes
 * @param refusal what is answered to more
 */
export function largestBody(bodyLimit: number, refusal: () => HttpError) {
  return {
    bodyLimit,
    errorHandler(error: Error): never {
      if ('code' in error && error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') throw refusal();
      throw error;
    },
  } as const;
}
