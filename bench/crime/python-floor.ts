import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

/** Debian's own Python: numpy and scipy are its packages `python3-numpy` and `python3-scipy`. */
const PYTHON = '/usr/bin/python3';
const LONGEST_MS = 600_000;

/** What a plain version took, and what it found, to compare with. */
export interface PythonFloor {
  readonly seconds: number;
  readonly result: unknown;
}

/**
 * Lets a plain version with numpy and scipy do the same work on this machine.
 * @param script A file of `floors/`; `floor_input.py` says what it is handed and how it answers
 * @param arrays By name: floats of 64 bits or whole numbers of 32
 * @returns null where this machine has no Python with numpy and scipy
 */
export async function pythonFloor(
  script: string,
  {
    arrays,
    settings,
  }: {
    readonly arrays: Readonly<Record<string, Float64Array | Int32Array | Uint32Array>>;
    readonly settings: unknown;
  },
): Promise<PythonFloor | null> {
  const run = promisify(execFile);
  if (
    !(await run(PYTHON, ['-c', 'import numpy, scipy']).then(
      () => true,
      () => false,
    ))
  )
    return null;
  const folder = await mkdtemp(join(tmpdir(), 'amaan-floor-'));
  try {
    for (const [name, array] of Object.entries(arrays)) {
      const kind = array instanceof Float64Array ? 'f8' : 'i4';
      await writeFile(
        join(folder, `${name}.${kind}`),
        new Uint8Array(array.buffer, array.byteOffset, array.byteLength),
      );
    }
    await writeFile(join(folder, 'settings.json'), JSON.stringify(settings));
    const path = fileURLToPath(new URL(`./floors/${script}`, import.meta.url));
    const { stdout } = await run(PYTHON, [path, folder], { timeout: LONGEST_MS });
    return JSON.parse(stdout) as PythonFloor;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
