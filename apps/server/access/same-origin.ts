import type { FastifyRequest } from 'fastify';
import { HttpError } from '../http/http-errors.ts';

const READING_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses what another site makes a browser send (cross-site request forgery, and WebSocket hijacking,
 * which `SameSite` cookies alone do not stop everywhere). Browsers name the origin of every request that
 * changes something and of every WebSocket; programs that are no browsers name none and carry no ambient
 * cookies.
 *
 * @param publicOrigin the only origin allowed, or null for the host that was asked for.
 * @throws HttpError 403 `ORIGIN_FORBIDDEN`
 */
export function assertSameOrigin(request: FastifyRequest, publicOrigin: string | null): void {
  const upgrading = request.headers.upgrade?.toLowerCase() === 'websocket';
  if (READING_METHODS.has(request.method) && !upgrading) return;
  const { origin } = request.headers;
  const site = request.headers['sec-fetch-site'];
  if (origin === undefined && (site === undefined || site === 'same-origin' || site === 'none')) return;
  if (origin !== undefined && isAllowed(origin, publicOrigin, request.host)) return;
  throw new HttpError(403, 'ORIGIN_FORBIDDEN', 'This request was started by another site; nothing was done.');
}

function isAllowed(origin: string, publicOrigin: string | null, host: string): boolean {
  if (publicOrigin !== null) return origin === publicOrigin;
  return URL.canParse(origin) && new URL(origin).host === host;
}
