import { mkdir, open, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { AmaanError } from '@amaan/contracts/problem';
import { isFileError, syncFolder } from './durable-file.ts';

/** `CHECKPOINT_FILE_FAILED`: the file cannot be read or written. */
export class CheckpointFileError extends AmaanError {}

/**
 * Signed checkpoints outside the database, a JSON string a line, oldest first: who cuts off or rewrites the
 * ledger in the database does not reach them. The better the place (another disk, another machine, paper),
 * the more they prove.
 */
export class CheckpointFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  /** All checkpoints; none when there is no file yet. A line that a crash cut off does not count. */
  async read(): Promise<string[]> {
    const text = await readFile(this.#path, 'utf8').catch((error: unknown) => {
      if (isFileError(error, 'ENOENT')) return '';
      throw failed(this.#path, error);
    });
    return text.split('\n').slice(0, -1).map(noteOf);
  }

  /** Adds a checkpoint; it is on the disk once this resolves. */
  async append(note: string): Promise<void> {
    try {
      await mkdir(dirname(this.#path), { recursive: true });
      await using file = await open(this.#path, 'a+', 0o644);
      const written = await file.readFile();
      const whole = written.lastIndexOf('\n') + 1;
      if (whole < written.length) await file.truncate(whole);
      await file.appendFile(`${JSON.stringify(note)}\n`);
      await file.sync();
      if (written.length === 0) await syncFolder(dirname(this.#path));
    } catch (error) {
      throw failed(this.#path, error);
    }
  }
}

/** A damaged line is handed on as it is: whoever checks the notes finds that it is none. */
function noteOf(line: string): string {
  try {
    const note: unknown = JSON.parse(line);
    return typeof note === 'string' ? note : line;
  } catch {
    return line;
  }
}

function failed(path: string, cause: unknown): CheckpointFileError {
  return new CheckpointFileError(
    'CHECKPOINT_FILE_FAILED',
    `The file of ledger checkpoints ${path} cannot be used: ${cause instanceof Error ? cause.message : String(cause)}. The ledger itself is not affected.`,
    { cause },
  );
}
