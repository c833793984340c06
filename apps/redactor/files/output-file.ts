import { randomUUID } from 'node:crypto';
import { link, lstat, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { RedactError } from './redact-error.ts';

/**
 * A result that appears under its name only when it is whole. Until `keep` it lies beside it under another name;
 * disposing it before that leaves nothing.
 */
export class OutputFile implements AsyncDisposable {
  readonly path: string;
  /** Where to write. */
  readonly temporary: string;

  private constructor(path: string) {
    const extension = extname(path);
    this.path = path;
    this.temporary = join(
      dirname(path),
      `.${basename(path, extension)}.${randomUUID().slice(0, 8)}.part${extension}`,
    );
  }

  /**
   * @throws RedactError `REDACT_OUTPUT_EXISTS`: nothing is ever overwritten, so the original cannot be, either.
   * @throws RedactError `REDACT_OUTPUT_NOT_WRITTEN` when its folder is missing or may not be written.
   */
  static async begin(path: string): Promise<OutputFile> {
    const output = new OutputFile(path);
    await output.#assertFree();
    try {
      await (await open(output.temporary, 'wx')).close();
    } catch (cause) {
      throw notWritten(path, cause);
    }
    return output;
  }

  /**
   * Gives the result its name.
   * @throws RedactError `REDACT_OUTPUT_EXISTS` when something took it meanwhile.
   */
  async keep(): Promise<void> {
    try {
      const file = await open(this.temporary, 'r+');
      await file.datasync().finally(() => file.close());
      await this.#name();
    } catch (cause) {
      if (cause instanceof RedactError) throw cause;
      throw notWritten(this.path, cause);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.temporary, { force: true });
  }

  /** A link refuses a name that is taken, which a rename would overwrite. */
  async #name(): Promise<void> {
    try {
      await link(this.temporary, this.path);
    } catch (cause) {
      const { code } = cause as NodeJS.ErrnoException;
      if (code === 'EEXIST') throw exists(this.path);
      if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP') throw cause;
      // Some network and memory-card file systems have no links.
      await this.#assertFree();
      await rename(this.temporary, this.path);
    }
  }

  async #assertFree(): Promise<void> {
    const found = await lstat(this.path).catch(() => null);
    if (found !== null) throw exists(this.path);
  }
}

function exists(path: string): RedactError {
  return new RedactError(
    'REDACT_OUTPUT_EXISTS',
    `${path} exists already and was left as it is; give another name for the result.`,
  );
}

/** @param cause what the file system or ffmpeg said. */
export function notWritten(path: string, cause: unknown): RedactError {
  const { code } = cause as NodeJS.ErrnoException;
  const said = cause instanceof Error ? cause.message : String(cause);
  const reason =
    code === 'ENOSPC' || /no space left/i.test(said)
      ? 'the disk is full'
      : code === 'ENOENT'
        ? 'its folder does not exist'
        : code === 'EACCES' || code === 'EPERM'
          ? 'its folder may not be written'
          : said;
  return new RedactError(
    'REDACT_OUTPUT_NOT_WRITTEN',
    `${path} could not be written (${reason}); nothing of it was kept.`,
    { cause },
  );
}
