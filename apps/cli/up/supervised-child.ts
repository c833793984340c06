import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import type { Hub } from '@amaan/bus/hub';

/** Restarts wait this long, doubling from the first to the second, in milliseconds. */
const BACK_OFF = { first: 250, longest: 10_000 };
/** A child that lived this long has recovered: the next restart is quick again. */
const HEALTHY_MS = 30_000;
/** What a child gets to finish its work after SIGTERM. */
const STOP_GRACE_MS = 10_000;

export interface ChildOptions {
  readonly name: string;
  /** TypeScript file that the child runs. */
  readonly entry: string;
  readonly env: Readonly<Record<string, string>>;
  readonly hub: Hub;
  readonly onMessage?: (message: unknown) => void;
  readonly log: (line: string) => void;
}

/** A child process that is started again whenever it ends by itself, until it is disposed of. */
export class SupervisedChild implements AsyncDisposable {
  readonly #options: ChildOptions;
  readonly #stopping = new AbortController();
  #process: ChildProcess | undefined;
  readonly #ended: Promise<void>;

  constructor(options: ChildOptions) {
    this.#options = options;
    this.#ended = this.#keepRunning();
  }

  /** Process id of the child as it runs now. */
  get pid(): number | undefined {
    return this.#process?.pid;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#stopping.abort();
    const child = this.#process;
    if (child && child.exitCode === null && child.signalCode === null) {
      const kill = setTimeout(() => child.kill('SIGKILL'), STOP_GRACE_MS);
      child.kill('SIGTERM');
      await this.#ended;
      clearTimeout(kill);
    }
    await this.#ended;
  }

  async #keepRunning(): Promise<void> {
    const { name, log } = this.#options;
    const { signal } = this.#stopping;
    let wait = BACK_OFF.first;
    while (!signal.aborted) {
      const startedAt = performance.now();
      const how = await this.#runOnce();
      if (signal.aborted) return;
      if (performance.now() - startedAt > HEALTHY_MS) wait = BACK_OFF.first;
      log(`The ${name} ended (${how}); it starts again in ${wait} ms.`);
      await delay(wait, undefined, { signal }).catch(() => undefined);
      wait = Math.min(wait * 2, BACK_OFF.longest);
    }
  }

  /** Runs the child until it ends. @returns how it ended, for the log. */
  async #runOnce(): Promise<string> {
    const { entry, env, hub, onMessage } = this.#options;
    const child = fork(entry, [], {
      env: { ...process.env, ...env },
      execArgv: ['--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      // Their logs go to stderr: stdout belongs to the command.
      stdio: ['ignore', 2, 2, 'ipc'],
      // A Ctrl-C in the terminal goes to the whole group; only the parent decides when children stop.
      detached: true,
    });
    this.#process = child;
    if (onMessage) child.on('message', onMessage);
    hub.attach(child);
    try {
      const [code, exitSignal] = await once(child, 'exit');
      return exitSignal ?? `exit code ${code}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
