import { mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import { DemoAccountMessage } from '@amaan/server/parent-messages';
import { z } from 'zod';

/** How the command line of the same machine finds and talks to the deployment that runs in a data folder. */
export const RunningDeployment = z.object({
  pid: z.int().positive(),
  /** The console's address. Null while it is starting. */
  url: z.string().nullable(),
  /** What the machine's own command line shows the server instead of a sign-in. */
  localToken: z.string(),
  /** It holds a password. Null while it is starting. */
  databaseUrl: z.string().nullable(),
  /** Who can sign in to a demonstration; the file is its owner's alone. */
  demoAccounts: z.array(DemoAccountMessage).default([]),
});
export type RunningDeployment = z.infer<typeof RunningDeployment>;

const FILE = 'run.json';

/** One deployment at a time in a data folder: the claim is released when it is disposed of. */
export class DataFolderClaim implements AsyncDisposable {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * @throws AmaanError `ALREADY_RUNNING` when a living process holds the folder, `DATA_FOLDER_UNWRITABLE`.
   */
  static async take(folder: string, deployment: RunningDeployment): Promise<DataFolderClaim> {
    try {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const running = await findRunningDeployment(folder);
      if (running) {
        const where = running.url ? ` at ${running.url}` : '';
        throw new AmaanError(
          'ALREADY_RUNNING',
          `Amaan already runs in ${folder}${where} (process ${running.pid}). Stop it first, or name another folder with --data.`,
        );
      }
      await rm(join(folder, FILE), { force: true });
      // `wx`: of two that start at the same moment only one creates the file.
      const file = await open(join(folder, FILE), 'wx', 0o600);
      await file.close();
      const claim = new DataFolderClaim(folder);
      await claim.update(deployment);
      return claim;
    } catch (cause) {
      if (cause instanceof AmaanError) throw cause;
      const why = cause instanceof Error ? cause.message : String(cause);
      throw new AmaanError('DATA_FOLDER_UNWRITABLE', `The data folder ${folder} cannot be used: ${why}`, {
        cause,
      });
    }
  }

  async update(deployment: RunningDeployment): Promise<void> {
    const part = join(this.#folder, `${FILE}.part`);
    await writeFile(part, JSON.stringify(deployment), { mode: 0o600 });
    await rename(part, join(this.#folder, FILE));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(join(this.#folder, FILE), { force: true });
  }
}

/** The deployment that runs in a data folder, or null. A file left by a process that is gone counts as none. */
export async function findRunningDeployment(folder: string): Promise<RunningDeployment | null> {
  const text = await readFile(join(folder, FILE), 'utf8').catch(() => null);
  if (!text) return null;
  const parsed = RunningDeployment.safeParse(JSON.parse(text));
  return parsed.success && isAlive(parsed.data.pid) ? parsed.data : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
