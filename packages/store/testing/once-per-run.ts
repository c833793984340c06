import { mkdir, readFile, rename, rmdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isFileError } from '../durable-file.ts';

const PATIENCE_MS = 240_000;

/** The folder of this run of tests, which all of its processes share and which goes with it. */
export function testRunFolder(): string {
  const folder = process.env.AMAAN_TEST_RUN_FOLDER;
  if (folder === undefined) throw new Error('This works within a run of Vitest only.');
  return folder;
}

/**
 * What one file of tests makes and all others of the run share; whoever comes while it is being made waits for it.
 * @param name of the thing, usable in a file's name
 * @param make makes it, and says as JSON what others need to know to use it
 */
export async function oncePerRun<T>(name: string, make: () => Promise<T>): Promise<T> {
  const ready = join(testRunFolder(), `${name}.json`);
  for (const deadline = Date.now() + PATIENCE_MS; ; await delay(50)) {
    const known = await readFile(ready, 'utf8').catch(ignoring('ENOENT'));
    if (known !== undefined) return JSON.parse(known);
    if (await mkdir(`${ready}.making`).then(() => true, ignoring('EEXIST'))) break;
    if (Date.now() > deadline) throw new Error(`Another file of tests did not finish making ${name}.`);
  }
  try {
    const made = await make();
    // Whoever sees the file sees all of it.
    await writeFile(`${ready}.part`, JSON.stringify(made), { mode: 0o600 });
    await rename(`${ready}.part`, ready);
    return made;
  } catch (error) {
    // The next one tries it, and fails with the same words rather than after a long wait.
    await rmdir(`${ready}.making`);
    throw error;
  }
}

/** For `catch`: undefined for the error of a file with this code. */
function ignoring(code: string): (error: unknown) => undefined {
  return (error) => {
    if (!isFileError(error, code)) throw error;
  };
}
