import { execFile } from 'node:child_process';
import { createRequire } from 'node:module';
import { promisify } from 'node:util';
import { SourceError } from './source-error.ts';

const run = promisify(execFile);

/** An ffmpeg that runs, and what its build can do where builds differ. */
export interface Ffmpeg {
  readonly path: string;
  /** As it names itself, for example `5.1.9-0+deb12u1` or `N-47683-g0e8eb07980-static`. */
  readonly version: string;
  /** `AMAAN_FFMPEG`, the search path, or the binary of npm's `@ffmpeg-installer/ffmpeg`. */
  readonly origin: 'environment' | 'path' | 'npm';
  /** Arguments that stand for "never duplicate or drop a frame": `-vsync` became `-fps_mode` in 5.1. */
  readonly passthroughArguments: readonly string[];
  /** RTSP's socket timeout in microseconds: before 5.0 `timeout` meant to wait for incoming connections. */
  readonly rtspTimeoutOption: 'stimeout' | 'timeout';
  /** Whether `showinfo` can leave out its checksums, which cost time. */
  readonly plainShowinfo: boolean;
}

let found: { readonly wanted: string | undefined; readonly ffmpeg: Promise<Ffmpeg> } | undefined;

/**
 * Finds the ffmpeg to use: the one that `AMAAN_FFMPEG` names, else `ffmpeg` on the search path, else the
 * binary from npm. The answer is kept for the life of the process.
 *
 * @throws SourceError `SOURCE_FFMPEG_MISSING`
 */
export function findFfmpeg(): Promise<Ffmpeg> {
  const wanted = process.env.AMAAN_FFMPEG;
  if (found?.wanted !== wanted || found === undefined) found = { wanted, ffmpeg: search(wanted) };
  return found.ffmpeg;
}

async function search(wanted: string | undefined): Promise<Ffmpeg> {
  if (wanted !== undefined && wanted !== '') {
    const ffmpeg = await examine(wanted, 'environment');
    if (ffmpeg !== null) return ffmpeg;
    throw new SourceError(
      'SOURCE_FFMPEG_MISSING',
      `AMAAN_FFMPEG names ${wanted}, which does not run as ffmpeg.`,
    );
  }
  const fromNpm = binaryOfNpm();
  const ffmpeg = (await examine('ffmpeg', 'path')) ?? (fromNpm && (await examine(fromNpm, 'npm')));
  if (ffmpeg) return ffmpeg;
  throw new SourceError(
    'SOURCE_FFMPEG_MISSING',
    'No ffmpeg was found: install it (apt-get install ffmpeg) or name it in AMAAN_FFMPEG.',
  );
}

/** Path of the binary that npm installed, or null where it has none for this platform. */
export function binaryOfNpm(): string | null {
  try {
    return createRequire(import.meta.url)('@ffmpeg-installer/ffmpeg').path;
  } catch {
    return null;
  }
}

/** What a binary is, or null where it does not run. */
async function examine(path: string, origin: Ffmpeg['origin']): Promise<Ffmpeg | null> {
  try {
    const [version, options, rtsp, showinfo] = await Promise.all([
      run(path, ['-hide_banner', '-version']),
      run(path, ['-hide_banner', '-h', 'long'], { maxBuffer: 1 << 24 }),
      run(path, ['-hide_banner', '-h', 'demuxer=rtsp']),
      run(path, ['-hide_banner', '-h', 'filter=showinfo']),
    ]);
    const name = /^ffmpeg version (\S+)/.exec(version.stdout)?.[1];
    if (name === undefined) return null;
    return {
      path,
      version: name,
      origin,
      passthroughArguments: options.stdout.includes('-fps_mode')
        ? ['-fps_mode', 'passthrough']
        : ['-vsync', 'passthrough'],
      rtspTimeoutOption: rtsp.stdout.includes('-stimeout') ? 'stimeout' : 'timeout',
      plainShowinfo: showinfo.stdout.includes('checksum'),
    };
  } catch {
    return null;
  }
}
