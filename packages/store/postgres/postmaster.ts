import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isFileError } from '../durable-file.ts';

const PID_FILE = 'postmaster.pid';

/** A server as its `postmaster.pid` describes it (PostgreSQL's `miscadmin.h`, `LOCK_FILE_LINE_…`). */
export interface Postmaster {
  readonly pid: number;
  readonly port: number;
}

/**
 * The living server of a data directory, or null. A `postmaster.pid` that a crash left behind does not
 * count, also not when its number meanwhile belongs to another program.
 */
export async function readPostmaster(dataDirectory: string): Promise<Postmaster | null> {
  const postmaster = await readPidFile(dataDirectory);
  return postmaster !== null && isAlive(postmaster.pid) && (await isPostgres(postmaster.pid))
    ? postmaster
    : null;
}

/**
 * Removes a `postmaster.pid` whose number belongs to another program now, as happens when a container
 * starts again: PostgreSQL would take that program for its server. Any other stale file is left to
 * PostgreSQL, which also sees whether children of the dead server still work on the data.
 */
export async function removeMisleadingPidFile(dataDirectory: string): Promise<void> {
  const postmaster = await readPidFile(dataDirectory);
  if (postmaster !== null && isAlive(postmaster.pid) && !(await isPostgres(postmaster.pid))) {
    await rm(join(dataDirectory, PID_FILE), { force: true });
  }
}

async function readPidFile(dataDirectory: string): Promise<Postmaster | null> {
  try {
    const lines = (await readFile(join(dataDirectory, PID_FILE), 'utf8')).split('\n');
    // The number is negative in single-user mode.
    return { pid: Math.abs(Number(lines[0])), port: Number(lines[3]) };
  } catch (error) {
    if (isFileError(error, 'ENOENT')) return null;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return isFileError(error, 'EPERM');
  }
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return readFile(`/proc/${pid}/comm`, 'utf8').then(
    (name) => name.trim() === 'postgres',
    () => false,
  );
}
