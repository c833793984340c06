import type { IncomingHttpHeaders } from 'node:http';
import { Identifier } from '@amaan/contracts/identifier';

const NAME = 'amaan.purpose';
/** For programs, which keep no cookies. */
const HEADER = 'amaan-purpose';

/**
 * The purpose that a request names. It is a cookie, because pictures, clips and the stream of updates are
 * fetched by the browser itself, which sends no headers of ours; it opens nothing without the session of
 * the person who stated it.
 */
export function purposeOf(headers: IncomingHttpHeaders): Identifier | null {
  const header = headers[HEADER];
  const cookie = headers.cookie
    ?.split(';')
    .map((part) => part.trim().split('='))
    .find(([name]) => name === NAME)?.[1];
  const named = Identifier.safeParse(typeof header === 'string' ? header : cookie);
  return named.success ? named.data : null;
}

export function purposeCookie(id: Identifier, seconds: number, https: boolean): string {
  return cookie(id, seconds, https);
}

export function clearedPurposeCookie(https: boolean): string {
  return cookie('', 0, https);
}

function cookie(value: string, seconds: number, https: boolean): string {
  const parts = [`${NAME}=${value}`, 'Path=/api', `Max-Age=${seconds}`, 'HttpOnly', 'SameSite=Strict'];
  return [...parts, ...(https ? ['Secure'] : [])].join('; ');
}
