import { constants } from 'node:fs';
import { access, stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { redactWholeUrl } from './redact-url.ts';
import { SourceError } from './source-error.ts';

/** A URL or path that has been looked at, before ffmpeg sees it. */
export interface SourceInput {
  readonly kind: 'file' | 'rtsp' | 'http';
  /** What ffmpeg is given; may carry credentials. */
  readonly target: string;
  /** How people see it; never with credentials. */
  readonly shown: string;
  /** Size and time of last change of a file. */
  readonly file: { readonly bytes: number; readonly modifiedAt: number } | null;
}

const SCHEME = /^([a-z][a-z0-9+.-]+):\/\//i;

/**
 * Tells files from streams and refuses what ffmpeg would explain badly.
 *
 * @throws SourceError `SOURCE_URL_INVALID`, `SOURCE_NOT_FOUND`, `SOURCE_UNREADABLE`, `SOURCE_NOT_VIDEO`
 */
export async function inspectInput(url: string): Promise<SourceInput> {
  const scheme = SCHEME.exec(url)?.[1]?.toLowerCase();
  const shown = redactWholeUrl(url);
  if (scheme === undefined) return inspectFile(url);
  if (!['rtsp', 'rtsps', 'http', 'https'].includes(scheme)) {
    throw new SourceError(
      'SOURCE_URL_INVALID',
      `${shown} cannot be read: give a file's path or an rtsp, rtsps, http or https URL.`,
    );
  }
  if (!URL.canParse(url)) throw new SourceError('SOURCE_URL_INVALID', `${shown} is not a valid URL.`);
  return { kind: scheme.startsWith('rtsp') ? 'rtsp' : 'http', target: url, shown, file: null };
}

async function inspectFile(path: string): Promise<SourceInput> {
  const target = resolve(path);
  try {
    const { size, mtimeMs, isDirectory } = await statOf(target);
    if (isDirectory)
      throw new SourceError('SOURCE_NOT_VIDEO', `${path} is a folder; give a video file in it.`);
    await access(target, constants.R_OK);
    if (size === 0) throw new SourceError('SOURCE_NOT_VIDEO', `${path} is empty.`);
    return { kind: 'file', target, shown: path, file: { bytes: size, modifiedAt: mtimeMs } };
  } catch (error) {
    if (error instanceof SourceError) throw error;
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'ENOTDIR') {
      throw new SourceError('SOURCE_NOT_FOUND', `There is no file ${path}.`, { cause: error });
    }
    const reason = code === 'EACCES' || code === 'EPERM' ? 'its permissions forbid it' : String(code);
    throw new SourceError('SOURCE_UNREADABLE', `${path} cannot be read: ${reason}.`, { cause: error });
  }
}

async function statOf(path: string): Promise<{ size: number; mtimeMs: number; isDirectory: boolean }> {
  const found = await stat(path);
  return { size: found.size, mtimeMs: found.mtimeMs, isDirectory: found.isDirectory() };
}
