import { connect } from 'node:net';
import { SourceError } from './source-error.ts';
import type { SourceInput } from './source-input.ts';

const TIMEOUT_MS = 5000;
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'rtsp:': 554,
  'rtsps:': 322,
  'http:': 80,
  'https:': 443,
};

/**
 * Connects to the host of a camera and hangs up: a camera that is gone then costs a socket, not a process,
 * however many of them are tried again and again.
 *
 * @throws SourceError `SOURCE_UNREACHABLE`, or the signal's reason
 */
export async function reachHost(input: SourceInput, signal?: AbortSignal): Promise<void> {
  const url = new URL(input.target);
  // Behind a proxy only ffmpeg knows the way.
  if (input.kind === 'http' && process.env.http_proxy !== undefined) return;
  const port = url.port === '' ? DEFAULT_PORTS[url.protocol] : Number(url.port);
  // URL keeps the brackets of IPv6 addresses, sockets do not want them.
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const socket = connect({ host, port: port ?? 0, timeout: TIMEOUT_MS });
  const unreachable = (reason: string, cause?: Error) =>
    reject(new SourceError('SOURCE_UNREACHABLE', `The host of ${input.shown} ${reason}.`, { cause }));
  const abort = () => reject(signal?.reason);
  signal?.addEventListener('abort', abort, { once: true });
  socket
    .once('connect', resolve)
    .once('timeout', () => unreachable('does not answer'))
    .once('error', (error: NodeJS.ErrnoException) => unreachable(reasonFor(error.code), error));
  try {
    await promise;
  } finally {
    signal?.removeEventListener('abort', abort);
    socket.destroy();
  }
}

function reasonFor(code: string | undefined): string {
  switch (code) {
    case 'ECONNREFUSED':
      return 'refuses the connection';
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
      return 'has a name that is not known';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'cannot be reached from here';
    case 'ETIMEDOUT':
      return 'does not answer';
    default:
      return `cannot be reached (${code ?? 'unknown reason'})`;
  }
}
