import { lookup } from 'node:dns/promises';
import { connect, isIP } from 'node:net';
import { redactUrl } from './redact-url.ts';
import { SourceError } from './source-error.ts';
import type { SourceInput } from './source-input.ts';
import { StartGate } from './start-gate.ts';

const TIMEOUT_MS = 5000;
const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  'rtsp:': 554,
  'rtsps:': 322,
  'http:': 80,
  'https:': 443,
};

/** Looking up a name blocks one of four threads that all file access shares: never more than two. */
const lookups = new StartGate(2);

/**
 * Knocks at a camera's door: connects, and where it should speak RTSP, waits for a first word. A camera that
 * is gone then costs a socket, not a process, however many of them are tried again and again.
 *
 * @throws SourceError `SOURCE_UNREACHABLE` or `SOURCE_NOT_VIDEO`; or the signal's reason
 */
export async function reachHost(input: SourceInput, signal: AbortSignal): Promise<void> {
  const url = new URL(input.target);
  // Behind a proxy only ffmpeg knows the way.
  if (input.kind === 'http' && process.env.http_proxy !== undefined) return;
  const fail = (reason: string, cause?: unknown) =>
    new SourceError('SOURCE_UNREACHABLE', `The host of ${input.shown} ${reason}.`, { cause });
  let host: string;
  try {
    host = await addressOf(url.hostname, signal);
  } catch (cause) {
    signal.throwIfAborted();
    throw fail('has a name that is not known', cause);
  }
  const { promise, resolve, reject } = Promise.withResolvers<Buffer | null>();
  const socket = connect({ host, port: Number(url.port) || (DEFAULT_PORTS[url.protocol] ?? 0) });
  const asks = url.protocol === 'rtsp:';
  const abort = () => reject(signal.reason);
  signal.addEventListener('abort', abort, { once: true });
  socket
    .setTimeout(TIMEOUT_MS)
    .once('connect', () => (asks ? socket.write(rtspOptions(url)) : resolve(null)))
    .once('data', (answer) => resolve(answer))
    .once('timeout', () => reject(fail('does not answer')))
    .once('end', () => reject(fail('hangs up')))
    .once('error', (error: NodeJS.ErrnoException) => reject(fail(reasonFor(error.code), error)));
  try {
    const answer = await promise;
    if (answer !== null && !answer.toString('latin1').startsWith('RTSP/')) {
      throw new SourceError('SOURCE_NOT_VIDEO', `The host of ${input.shown} does not speak RTSP.`);
    }
  } finally {
    signal.removeEventListener('abort', abort);
    socket.destroy();
  }
}

/** The request that every RTSP server answers, without credentials (RFC 2326, 10.1). */
function rtspOptions(url: URL): string {
  const bare = redactUrl(url.href).replace('***@', '');
  return `OPTIONS ${bare} RTSP/1.0\r\nCSeq: 1\r\nUser-Agent: Amaan\r\n\r\n`;
}

async function addressOf(hostname: string, signal: AbortSignal): Promise<string> {
  // URL keeps the brackets of IPv6 addresses, sockets do not want them.
  const host = hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) return host;
  using _turn = await lookups.enter('new', signal);
  return (await lookup(host)).address;
}

function reasonFor(code: string | undefined): string {
  switch (code) {
    case 'ECONNREFUSED':
      return 'refuses the connection';
    case 'EHOSTUNREACH':
    case 'ENETUNREACH':
      return 'cannot be reached from here';
    case 'ETIMEDOUT':
      return 'does not answer';
    case 'ECONNRESET':
      return 'hangs up';
    default:
      return `cannot be reached (${code ?? 'unknown reason'})`;
  }
}
