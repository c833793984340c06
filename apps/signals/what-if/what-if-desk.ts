import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Bus, Subscription } from '@amaan/bus/bus';
import { type Identifier, newIdentifier } from '@amaan/contracts/identifier';
import { AmaanError } from '@amaan/contracts/problem';
import type { SignalProblem } from '@amaan/contracts/traffic/signal-live';
import {
  type NetworkAnswer,
  NetworkRequest,
  SIGNAL_SUBJECTS,
  WhatIfCancelled,
  type WhatIfReport,
  type WhatIfRequest,
  WhatIfWork,
} from '@amaan/contracts/traffic/signal-messages';
import type { WhatIfResult } from '@amaan/contracts/traffic/what-if';
import type { Logger } from 'pino';
import { networkJunctions } from './network-junctions.ts';
import type { WhatIfJob } from './run-what-if.ts';

/** What a thread says. */
export type WhatIfThreadMessage =
  | { readonly type: 'progress'; readonly progress: number }
  | { readonly type: 'ended'; readonly results: WhatIfResult[]; readonly problem: SignalProblem | null };

export interface WhatIfDeskOptions {
  readonly bus: Bus;
  readonly processId: Identifier;
  /** Writes an object of the deployment to a file with this ending and says where; the file goes with what is returned. */
  readonly fetch: (digest: string) => Promise<FetchedFile>;
  readonly logger: Logger;
}

export interface FetchedFile extends AsyncDisposable {
  readonly path: string;
}

/** Work is asked for so often, beside being told that something changed. */
const ASK_MS = 15_000;
/** A long run says so often that it lives. */
const ALIVE_MS = 10_000;
/** How long a thread that was cancelled may take to end SUMO before it is ended itself. */
const CANCELLING_MS = 5_000;

/** Reads networks for the server, and works off replays, one at a time. */
export class WhatIfDesk implements AsyncDisposable {
  readonly #options: WhatIfDeskOptions;
  readonly #subscriptions: Subscription[];
  readonly #timer: NodeJS.Timeout;
  #isStopped = false;
  #working: Promise<void> | null = null;
  #running: { readonly id: Identifier; readonly cancel: () => void } | null = null;

  constructor(options: WhatIfDeskOptions) {
    const { bus } = options;
    this.#options = options;
    this.#subscriptions = [
      bus.respond(SIGNAL_SUBJECTS.network, (payload) => this.#readNetwork(payload)),
      bus.listen(SIGNAL_SUBJECTS.assignmentChanged, () => this.#look()),
      bus.listen(SIGNAL_SUBJECTS.whatIfCancelled, (payload) => {
        const cancelled = WhatIfCancelled.safeParse(payload);
        if (cancelled.success && this.#running?.id === cancelled.data.whatIfId) this.#running.cancel();
      }),
    ];
    this.#timer = setInterval(() => this.#look(), ASK_MS);
    this.#look();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#isStopped = true;
    clearInterval(this.#timer);
    await Promise.all(this.#subscriptions.map((subscription) => subscription.stop()));
    this.#running?.cancel();
    await this.#working;
  }

  #look(): void {
    this.#working ??= this.#workOff()
      .catch((error: unknown) => this.#options.logger.debug({ err: error }, 'no replay was asked for'))
      .finally(() => {
        this.#working = null;
      });
  }

  async #workOff(): Promise<void> {
    const { bus, processId, logger } = this.#options;
    while (!this.#isStopped) {
      const request: WhatIfRequest = { processId };
      const job = WhatIfWork.parse(await bus.request(SIGNAL_SUBJECTS.whatIf, request));
      if (job === null) return;
      logger.info({ whatIf: job.whatIfId, attempt: job.attempt }, 'a replay begins');
      await this.#run(job);
    }
  }

  async #run(job: WhatIfJob): Promise<void> {
    const { fetch } = this.#options;
    try {
      if (job.network === null)
        throw new AmaanError(
          'NETWORK_MISSING',
          'This junction was not read from a SUMO network, so there is no road to replay its traffic on.',
        );
      await using file = await fetch(job.network.digest);
      await this.#replay(job, file.path);
    } catch (error) {
      const code = error instanceof AmaanError ? error.code : 'REPLAY_FAILED';
      const message = error instanceof Error ? error.message : String(error);
      await this.#say({ ...this.#of(job), type: 'what-if-ended', results: [], problem: { code, message } });
    }
  }

  async #replay(job: WhatIfJob, network: string): Promise<void> {
    const thread = new Worker(new URL('./what-if-thread.ts', import.meta.url), {
      workerData: { job, network },
    });
    let isCancelled = false;
    let killing: NodeJS.Timeout | undefined;
    this.#running = {
      id: job.whatIfId,
      cancel: () => {
        isCancelled = true;
        thread.postMessage('cancel');
        killing = setTimeout(() => void thread.terminate(), CANCELLING_MS);
      },
    };
    let progress = 0;
    let ended: Extract<WhatIfThreadMessage, { type: 'ended' }> | null = null;
    const tell = () =>
      void this.#say({ ...this.#of(job), type: 'what-if-progress', progress }).catch(() => undefined);
    thread.on('message', (message: WhatIfThreadMessage) => {
      if (message.type === 'ended') ended = message;
      else {
        progress = message.progress;
        tell();
      }
    });
    const alive = setInterval(tell, ALIVE_MS);
    try {
      await once(thread, 'exit');
    } finally {
      clearInterval(alive);
      clearTimeout(killing);
      this.#running = null;
    }
    // What was cancelled has its end already; what a stopping process leaves is begun anew by the next one.
    if (isCancelled) return;
    const { results, problem } = ended ?? {
      results: [],
      problem: { code: 'REPLAY_FAILED', message: 'The replay ended without a result; run it again.' },
    };
    await this.#say({ ...this.#of(job), type: 'what-if-ended', results, problem });
  }

  #of({ whatIfId, attempt }: WhatIfJob): Pick<WhatIfReport, 'whatIfId' | 'attempt'> {
    return { whatIfId, attempt };
  }

  async #say(report: WhatIfReport): Promise<void> {
    await this.#options.bus.publish(SIGNAL_SUBJECTS.reports, [{ id: newIdentifier(), payload: report }]);
  }

  async #readNetwork(payload: unknown): Promise<NetworkAnswer> {
    const { digest } = NetworkRequest.parse(payload);
    await using file = await this.#options.fetch(digest);
    return { junctions: await networkJunctions(file.path) };
  }
}
