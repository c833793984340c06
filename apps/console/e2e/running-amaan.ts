import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Credentials } from './browser.ts';

const projectRoot = join(import.meta.dirname, '../../..');
/** Preparing models and building the console come first on a machine that never ran it. */
const START_TIMEOUT_MS = 280_000;

/** `amaan up` as a user runs it, on a free port with a data folder of its own. */
export class RunningAmaan implements AsyncDisposable {
  readonly url: string;
  readonly firstSignIn: Credentials;
  readonly #process: ChildProcess;
  readonly #folder: string;

  private constructor(process: ChildProcess, folder: string, url: string, firstSignIn: Credentials) {
    this.#process = process;
    this.#folder = folder;
    this.url = url;
    this.firstSignIn = firstSignIn;
  }

  /** Resolves once the address and the first sign-in are printed. */
  static async start(): Promise<RunningAmaan> {
    const folder = await mkdtemp(join(tmpdir(), 'amaan-e2e-'));
    const child = spawn(
      process.execPath,
      [join(projectRoot, 'apps/cli/main.ts'), 'up', '--port', '0', '--data', folder],
      { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'] },
    );
    let printed = '';
    const ready = Promise.withResolvers<RunningAmaan>();
    const read = (part: Buffer) => {
      printed += part.toString();
      const url = printed.match(/Amaan is at\s+(http:\S+)/)?.[1];
      const signIn = printed.match(/first sign-in\s+(\S+)\s+(\S+)/);
      if (url && signIn) {
        ready.resolve(new RunningAmaan(child, folder, url, { username: signIn[1]!, password: signIn[2]! }));
      }
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    const fail = (why: string) => ready.reject(new Error(`${why} It printed:\n${printed}`));
    child.once('exit', (code) => fail(`amaan up ended with code ${code}.`));
    const timer = setTimeout(() => fail('amaan up did not become ready in time.'), START_TIMEOUT_MS);
    try {
      return await ready.promise;
    } catch (error) {
      await stop(child);
      await rm(folder, { recursive: true, force: true });
      throw error;
    } finally {
      clearTimeout(timer);
    }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await stop(this.#process);
    await rm(this.#folder, { recursive: true, force: true });
  }
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  await ended;
}
