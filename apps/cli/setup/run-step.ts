import { spawn } from 'node:child_process';
import { AmaanError } from '@amaan/contracts/problem';
import { projectRoot } from '../project.ts';

/**
 * Runs one program of the project's own tools and shows what it prints on stderr, so that stdout stays
 * the command's.
 * @throws AmaanError `STEP_FAILED` when it cannot start or ends with another code than 0.
 */
export async function runStep(title: string, file: string, args: readonly string[]): Promise<void> {
  process.stderr.write(`amaan: ${title} …\n`);
  const child = spawn(file, args, { cwd: projectRoot, stdio: ['ignore', process.stderr, process.stderr] });
  const ended = Promise.withResolvers<string | null>();
  child.once('error', (error) => ended.resolve(error.message));
  child.once('exit', (code, signal) => ended.resolve(code === 0 ? null : `it ended with ${signal ?? code}`));
  const problem = await ended.promise;
  if (problem) throw new AmaanError('STEP_FAILED', `${title}: ${problem}; what it said stands above.`);
}

/** The path of a tool that npm installed for the project. */
export function projectTool(name: string): string {
  return `${projectRoot}/node_modules/.bin/${name}`;
}
