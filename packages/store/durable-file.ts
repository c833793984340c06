import { randomBytes } from 'node:crypto';
import { link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/** Whether an error of `node:fs` has this code, for example `ENOENT`. */
export function isFileError(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}

/**
 * Writes a file that is complete or absent whatever happens, and on the disk once this resolves: a temporary
 * file, fsync, then its final name, fsync of the folder.
 *
 * @param options `mode` of the file; `ifAbsent`: leave a file that is there already as it is;
 *   `temporaryFolder`: on the same file system, the file's own folder when left out
 * @returns false when `ifAbsent` and the file was there already
 */
export async function writeFileDurably(
  path: string,
  content: Uint8Array,
  options: { readonly mode: number; readonly ifAbsent: boolean; readonly temporaryFolder?: string },
): Promise<boolean> {
  const name = `${basename(path)}.${randomBytes(6).toString('hex')}.tmp`;
  const temporary = join(options.temporaryFolder ?? dirname(path), name);
  try {
    await using file = await open(temporary, 'wx', options.mode);
    await file.writeFile(content);
    await file.sync();
    // Unlike a rename, a link fails when another process was faster.
    await (options.ifAbsent ? link(temporary, path) : rename(temporary, path));
  } catch (error) {
    if (options.ifAbsent && isFileError(error, 'EEXIST')) return false;
    throw error;
  } finally {
    await rm(temporary, { force: true });
  }
  await syncFolder(dirname(path));
  return true;
}

/** Makes names in a folder durable. Windows cannot open a folder and needs no such thing. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  await using folder = await open(path, 'r');
  await folder.sync();
}
