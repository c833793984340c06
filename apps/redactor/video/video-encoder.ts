import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { notWritten, type OutputFile } from '../files/output-file.ts';
import { inputArguments, type VideoInput } from './video-input.ts';

/**
 * Encodes masked frames to H.264 in an MP4 without any metadata of the original. `ultrafast` because the machine has
 * other work; the constant rate factor keeps the picture, the file is larger.
 */
export class VideoEncoder implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #output: OutputFile;
  readonly #said: string[] = [];
  readonly #ended: Promise<number | null>;
  #isOver = false;

  /** @param keepAudio encodes the original's first sound track again and adds it. */
  constructor(input: VideoInput, output: OutputFile, keepAudio: boolean) {
    this.#output = output;
    this.#child = spawn(input.ffmpeg.path, encoderArguments(input, output.temporary, keepAudio), {
      stdio: ['pipe', 'ignore', 'pipe'],
    });
    this.#child.stdin?.on('error', () => {});
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
   * @throws RedactError `REDACT_OUTPUT_NOT_WRITTEN` when ffmpeg has given up.
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

  /** All frames were written: waits until the file is whole. */
  async finish(): Promise<void> {
    this.#child.stdin?.end();
    if ((await this.#ended) !== 0) throw await this.#failure();
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#child.kill('SIGKILL');
    await this.#ended;
  }

  async #failure() {
    this.#child.stdin?.destroy();
    const code = await this.#ended;
    const said = this.#said.join('').trim().split('\n');
    const full = said.find((line) => /no space left/i.test(line));
    const reason = full ?? `ffmpeg ended with ${code === null ? 'a signal' : `code ${code}`}`;
    return notWritten(this.#output.path, new Error(reason));
  }
}

function encoderArguments(input: VideoInput, file: string, keepAudio: boolean): string[] {
  const { rate, width, height } = input;
  const size = ['-s', `${width}x${height}`, '-r', `${rate.numerator}/${rate.denominator}`];
  const audio = keepAudio && input.hasAudio;
  return [
    ...['-hide_banner', '-nostdin', '-v', 'error', '-y'],
    ...['-f', 'rawvideo', '-pix_fmt', 'yuv420p', ...size, '-i', 'pipe:0'],
    ...(audio ? ['-vn', '-sn', '-dn', ...inputArguments(input.source)] : []),
    ...['-map', '0:v:0', ...(audio ? ['-map', '1:a:0', '-c:a', 'aac', '-b:a', '128k'] : ['-an'])],
    ...['-map_metadata', '-1', '-map_chapters', '-1', '-map_metadata:s', '-1'],
    ...['-c:v', 'libx264', '-preset', 'ultrafast', '-crf', '21', '-pix_fmt', 'yuv420p', ...input.colours],
    ...['-movflags', '+faststart', '-f', 'mp4', `file:${file}`],
  ];
}
