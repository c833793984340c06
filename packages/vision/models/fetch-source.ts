import { execFile } from 'node:child_process';
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import pacote from 'pacote';
import { ModelError } from './model-error.ts';

/**
 * Hands the bytes of a manifest's `source` to `receive`: the gzipped tarball of an `npm:` source, the file of this
 * repository of a `project:` source, or the file behind an https URL. When a try goes wrong `receive` may be called again, with the bytes from the
 * start.
 * @throws whatever `receive` throws, and ModelError `MODEL_SOURCE_UNREACHABLE` without a network,
 * `MODEL_SOURCE_REFUSED` when the other side answers with anything but the file.
 */
export type FetchSource = (
  source: string,
  receive: (bytes: AsyncIterable<Uint8Array>) => Promise<void>,
  signal?: AbortSignal,
) => Promise<void>;

const PROJECT = join(import.meta.dirname, '../../..');

/**
 * Fetches from npm's registry with npm's own client library, from this repository what was trained in it, and
 * everything else by HTTP.
 */
export const fetchSource: FetchSource = (source, receive, signal) => {
  if (source.startsWith('npm:')) return fetchPackage(source.slice('npm:'.length), receive);
  if (source.startsWith('project:')) return readProject(source.slice('project:'.length), receive);
  return fetchUrl(source, receive, signal);
};

const readProject: FetchSource = async (path, receive) => {
  try {
    await receive(createReadStream(join(PROJECT, path)));
  } catch (cause) {
    if (codeOf(cause) !== 'ENOENT') throw cause;
    throw new ModelError(
      'MODEL_SOURCE_UNREACHABLE',
      `The repository has no ${path}; nothing was installed. Check out the whole repository.`,
      { cause },
    );
  }
};

/** Pacote checks the tarball against the integrity that the registry publishes while it streams. */
const fetchPackage: FetchSource = async (spec, receive) => {
  try {
    await pacote.tarball.stream(spec, receive, { ...(await npmRegistry()), preferOffline: true });
  } catch (cause) {
    throw sourceError(`the package ${spec} from npm’s registry`, cause);
  }
};

/** The registry that the user's npm is set up for; the public one is pacote's own default. */
async function npmRegistry(): Promise<{ registry?: string }> {
  try {
    const { stdout } = await promisify(execFile)('npm', ['config', 'get', 'registry']);
    return { registry: new URL(stdout.trim()).href };
  } catch {
    return {};
  }
}

const fetchUrl: FetchSource = async (url, receive, signal) => {
  try {
    const response = await fetch(url, signal ? { signal } : {});
    if (!response.ok || response.body === null) {
      await response.body?.cancel();
      throw new ModelError(
        'MODEL_SOURCE_REFUSED',
        `${url} answered ${response.status} ${response.statusText}; nothing was installed.`,
      );
    }
    await receive(response.body);
  } catch (cause) {
    throw sourceError(url, cause);
  }
};

/** Leaves what the receiver found (a full disk, a wrong digest) as it is, names the rest. */
function sourceError(what: string, cause: unknown): unknown {
  if (cause instanceof ModelError || isDiskError(cause) || isAbort(cause)) return cause;
  const code = codeOf(cause);
  if (code === 'E404' || code === 'ETARGET' || code === 'EINTEGRITY') {
    return new ModelError('MODEL_SOURCE_REFUSED', `Could not get ${what} (${code}); nothing was installed.`, {
      cause,
    });
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
