import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's root folder. */
export const projectRoot = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Set-up's own folder: Node, models, stamps. Safe to delete: it is made again. */
export const setupFolder = join(projectRoot, '.amaan');

/** Where a deployment keeps everything: `--data`, else `AMAAN_DATA`, else `data/` of the project. */
export function dataFolder(option?: string): string {
  return resolve(option ?? process.env.AMAAN_DATA ?? join(projectRoot, 'data'));
}
