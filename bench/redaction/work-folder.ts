import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { openEvaluationFinder } from '@amaan/cli/redact/evaluation-finder';
import type { CoveredKind } from '@amaan/contracts/redaction/masking';
import { redactFile } from '@amaan/redactor/files/redact-file';
import type { RedactionReport } from '@amaan/redactor/files/redaction-report';
import { findFfmpeg } from '@amaan/vision/sources/find-ffmpeg';

/** A folder of a benchmark's own, removed with what is in it. */
export class WorkFolder implements AsyncDisposable {
  readonly #path: string;
  #count = 0;

  private constructor(path: string) {
    this.#path = path;
  }

  static async create(): Promise<WorkFolder> {
    return new WorkFolder(await mkdtemp(join(tmpdir(), 'amaan-redaction-')));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await rm(this.#path, { recursive: true, force: true });
  }

  /** A name that nothing has yet. */
  fresh(extension: string): string {
    this.#count += 1;
    return join(this.#path, `${this.#count}${extension}`);
  }

  /** Runs ffmpeg to make an MP4. */
  async encode(args: readonly string[]): Promise<string> {
    const { path } = await findFfmpeg();
    const file = this.fresh('.mp4');
    await promisify(execFile)(path, ['-v', 'error', '-nostdin', ...args, file], { maxBuffer: 1 << 24 });
    return file;
  }

  /** Masks a video as the command line does. */
  redact(
    file: string,
    kinds: readonly CoveredKind[] = ['face'],
  ): Promise<{ out: string; report: RedactionReport }> {
    const out = this.fresh('.mp4');
    return redactFile(file, out, {
      openFinder: openEvaluationFinder,
      kinds,
      style: 'fill',
      analyse: 5,
      keepAudio: false,
      writeReport: false,
      signal: new AbortController().signal,
      onTruncated: (error) => {
        throw error;
      },
    }).then((report) => ({ out, report }));
  }
}
