import { execFile } from 'node:child_process';

export interface ProgramOutcome {
  readonly ok: boolean;
  readonly stdout: Buffer;
  /** First line of what it complained about, or why it did not start. */
  readonly complaint: string;
}

/** Runs a program without a shell and without throwing; at most 20 s. */
export function runQuietly(
  file: string,
  args: readonly string[],
  input?: Uint8Array,
): Promise<ProgramOutcome> {
  return new Promise((resolve) => {
    const child = execFile(
      file,
      args,
      { encoding: 'buffer', timeout: 20_000, maxBuffer: 1 << 24 },
      (error, stdout, stderr) => {
        const complaint = stderr.toString().trim().split('\n')[0] || error?.message.split('\n')[0] || '';
        resolve({ ok: error === null, stdout, complaint });
      },
    );
    // A program that does not want the input closes the pipe; its exit code tells.
    child.stdin?.on('error', () => {});
    child.stdin?.end(input);
  });
}
