import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { Identifier } from '@amaan/contracts/identifier';
import type { PermitRevocation } from '@amaan/governance/permits/revoked-permits';
import { InferenceFailed } from './inference-failed.ts';
import {
  errorOf,
  type ThreadAnswer,
  type ThreadOrder,
  type ThreadRequest,
  type ThreadTask,
} from './thread-messages.ts';

/**
 * One thread with sessions of its own, as its owner sees it. ONNX Runtime blocks the thread that it
 * runs on, so fitting, inference and decoding all happen there and the owner's event loop stays free.
 */
export class InferenceThread<Work, Result> implements AsyncDisposable {
  readonly #worker: Worker;
  readonly #calls = new Map<number, PromiseWithResolvers<Result | null>>();
  #nextCall = 1;
  #isLost = false;

  private constructor(order: ThreadOrder, body: URL) {
    this.#worker = new Worker(body, { workerData: order });
    this.#worker.on('message', (answer: ThreadAnswer<Result>) => this.#settle(answer));
    this.#worker.on('error', (error) => this.#lose(error));
    this.#worker.on('exit', () => this.#lose());
  }

  /**
   * Starts a thread and waits for its sessions.
   * @param body the module that the thread runs, which calls `serveInferenceThread`.
   * @throws PermitDenied or another AmaanError when a session did not open.
   */
  static async start<Work, Result>(order: ThreadOrder, body: URL): Promise<InferenceThread<Work, Result>> {
    const thread = new InferenceThread<Work, Result>(order, body);
    await thread.#answerTo(0);
    return thread;
  }

  /** Whether the thread has ended, of itself or by `asyncDispose`. */
  get isLost(): boolean {
    return this.#isLost;
  }

  /**
   * Does a piece of work; pixels in it are copied (0.3 MB: far cheaper than the caller doing without).
   * @throws PermitDenied when the permit does not cover this, now.
   * @throws InferenceFailed `INFERENCE_THREAD_LOST` when the thread ended meanwhile.
   */
  async run(work: Work, cameraId: Identifier | null): Promise<Result> {
    return (await this.#call({ type: 'run', work, cameraId })) as Result;
  }

  async replacePermit(token: string): Promise<void> {
    await this.#call({ type: 'replace-permit', token });
  }

  async revoke(revocation: PermitRevocation): Promise<void> {
    await this.#call({ type: 'revoke', revocation });
  }

  /**
   * Ends the thread after what it was given. Do so before the process exits: a thread that is stopped in the
   * middle of an inference takes the whole process down with it.
   */
  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#isLost) return;
    const ended = once(this.#worker, 'exit');
    await this.#call({ type: 'close' });
    await ended;
  }

  #call(task: ThreadTask<Work>): Promise<Result | null> {
    if (this.#isLost) return Promise.reject(threadLost());
    const call = this.#nextCall++;
    const answer = this.#answerTo(call);
    const request: ThreadRequest<Work> = { call, task };
    this.#worker.postMessage(request);
    return answer;
  }

  #answerTo(call: number): Promise<Result | null> {
    const pending = Promise.withResolvers<Result | null>();
    this.#calls.set(call, pending);
    return pending.promise;
  }

  #settle(answer: ThreadAnswer<Result>): void {
    const pending = this.#calls.get(answer.call);
    this.#calls.delete(answer.call);
    if ('error' in answer) pending?.reject(errorOf(answer.error));
    else pending?.resolve(answer.result);
  }

  #lose(cause?: unknown): void {
    this.#isLost = true;
    for (const pending of this.#calls.values()) pending.reject(threadLost(cause));
    this.#calls.clear();
  }
}

function threadLost(cause?: unknown): InferenceFailed {
  return new InferenceFailed(
    'INFERENCE_THREAD_LOST',
    'An inference thread ended unexpectedly; its frame was skipped and another thread takes over.',
    { cause },
  );
}
