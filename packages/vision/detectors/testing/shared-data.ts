import { existsSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(import.meta.dirname, '../../../../../shared/data');

/** A file of `../shared/data`, which is never part of the repository. */
export function sharedData(path: string): string {
  return join(FOLDER, path);
}

/**
 * For `test.skipIf`: whether some of the files are not there, after saying which.
 *
 * @example
 * test.skipIf(lacksSharedData('media/suburban-road.mp4'))('finds the parked cars', …)
 */
export function lacksSharedData(...paths: string[]): boolean {
  const missing = paths.filter((path) => !existsSync(sharedData(path)));
  for (const path of missing) console.warn(`Skipped: ../shared/data/${path} is not here.`);
  return missing.length > 0;
}
