import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { glob, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { projectRoot } from '../project.ts';
import { projectTool, runStep } from './run-step.ts';

const consoleFolder = join(projectRoot, 'apps/console');
export const consoleDist = join(consoleFolder, 'dist');
const stampFile = join(consoleDist, '.built-from');

/** Builds the console when it was never built or its sources changed since. */
export async function prepareConsole(): Promise<void> {
  const want = await sourcesDigest();
  if (existsSync(stampFile) && (await readFile(stampFile, 'utf8')) === want) return;
  await runStep('building the console', projectTool('vite'), ['build', '--logLevel', 'warn', consoleFolder]);
  await writeFile(stampFile, want);
}

/** One digest over everything that goes into the bundle: the console's sources and the contracts. */
async function sourcesDigest(): Promise<string> {
  const files = await Array.fromAsync(
    glob(
      [
        'apps/console/{src,public}/**/*',
        'apps/console/*.{html,ts,json}',
        'packages/contracts/**/*.ts',
        'package-lock.json',
      ],
      { cwd: projectRoot, withFileTypes: true, exclude: (entry) => entry.name === 'node_modules' },
    ),
  );
  const paths = files.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const hash = createHash('sha256');
  for (const path of paths.sort()) hash.update(path.slice(projectRoot.length)).update(await readFile(path));
  return hash.digest('hex');
}
