import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';

export interface FrameEncoderOptions {
  /** ffmpeg that reads raw frames from `pipe:0`. */
  readonly path: string;
  readonly args: readonly string[];
  /** What it writes to `pipe:1`; left out: nothing is read there. */
  readonly onBytes?: (chunk: Uint8Array) => void;
  /** The error that says why nothing more can be written. */
  readonly failure: (reason: string) => Error;
}

/** One ffmpeg that encodes masked frames. */
export class FrameEncoder implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #failureOf: FrameEncoderOptions['failure'];
  readonly #said: string[] = [];
  readonly #ended: Promise<number | null>;
  #isOver = false;

  constructor({ path, args, onBytes, failure }: FrameEncoderOptions) {
    this.#failureOf = failure;
    this.#child = spawn(path, args, { stdio: ['pipe', onBytes ? 'pipe' : 'ignore', 'pipe'] });
    this.#child.stdin?.on('error', () => {});
    if (onBytes) (this.#child.stdout as Readable).on('data', onBytes);
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#said.push(text);
      if (this.#said.length > 50) this.#said.shift();
    });
    this.#ended = once(this.#child, 'close').then(
      ([code]) => {
        this.#isOver = true;
        return code as number | null;
      },
      (error: Error) => {
        this.#isOver = true;
        this.#said.push(error.message);
        return null;
      },
    );
  }

  /**
   * Writes a frame.
   * @param onWritten told once nobody holds its pixels any more.
   * @throws the error that `failure` makes when ffmpeg has given up.
   */
  async write(frame: Uint8Array, onWritten: () => void): Promise<void> {
    const { stdin } = this.#child;
    if (this.#isOver || !stdin?.writable) throw await this.#failure();
    const more = stdin.write(frame, (error) => {
      if (!error) onWritten();
    });
    if (more) return;
    const drained = new AbortController();
    const { signal } = drained;
    await Promise.race([once(stdin, 'drain', { signal }).catch(() => {}), this.#ended]);
    drained.abort();
    if (this.#isOver) throw await this.#failure();
  }

  /** All frames were written: waits until everything is encoded. */
  async finish(): Promise<void> {
    this.#child.stdin?.end();
    if ((await this.#ended) !== 0) throw await this.#failure();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async #failure(): Promise<Error> {
    this.#child.stdin?.destroy();
    const code = await this.#ended;
    const said = this.#said.join('').trim().split('\n');
    const full = said.find((line) => /no space left/i.test(line));
    return this.#failureOf(full ?? `ffmpeg ended with ${code === null ? 'a signal' : `code ${code}`}`);
  }
}
