import { execFile } from 'node:child_process';
import { mkdtemp, open, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findFfmpeg } from '../find-ffmpeg.ts';

const run = promisify(execFile);

/** A folder of its own for each test file, with clips that ffmpeg draws. */
export class TestClips implements AsyncDisposable {
  readonly folder: string;

  private constructor(folder: string) {
    this.folder = folder;
  }

  static async create(): Promise<TestClips> {
    return new TestClips(await mkdtemp(join(tmpdir(), 'amaan-clips-')));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.folder, { recursive: true, force: true });
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  /** A moving test picture of 25 frames/s, 320 × 240; `args` say how it is encoded. */
  draw(name: string, seconds: number, args: readonly string[] = []): Promise<string> {
    const source = ['-f', 'lavfi', '-i', `testsrc2=size=320x240:rate=25:duration=${seconds}`];
    return this.ffmpeg(name, [...source, ...args]);
  }

  /** H.264 with B-frames and a key frame each second, as most recordings are. */
  drawH264(name: string, seconds: number, args: readonly string[] = []): Promise<string> {
    const codec = ['-c:v', 'libx264', '-pix_fmt', 'yuv420p', '-bf', '3', '-g', '25'];
    return this.draw(name, seconds, [...codec, ...args]);
  }

  /** Runs ffmpeg to make a file. */
  async ffmpeg(name: string, args: readonly string[]): Promise<string> {
    const { path } = await findFfmpeg();
    await run(path, ['-hide_banner', '-nostdin', '-loglevel', 'error', '-y', ...args, this.path(name)]);
    return this.path(name);
  }

  /** A copy of which only the first `fraction` is left, less one byte. */
  async cut(from: string, name: string, fraction: number): Promise<string> {
    const { size } = await stat(from);
    await using source = await open(from);
    const { buffer } = await source.read(Buffer.alloc(Math.floor(size * fraction) - 1), 0, undefined, 0);
    return this.write(name, buffer);
  }

  async write(name: string, bytes: Uint8Array): Promise<string> {
    await using file = await open(this.path(name), 'w');
    await file.writeFile(bytes);
    return this.path(name);
  }
}
