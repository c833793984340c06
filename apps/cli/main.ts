import { CommanderError } from 'commander';
import { createProgram } from './program.ts';
import { reportFailure } from './report-failure.ts';

// Whoever reads our output may stop early (`amaan detect … | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const program = createProgram();
try {
  await program.parseAsync();
} catch (error) {
  process.exitCode = error instanceof CommanderError ? usageExitCode(error) : reportFailure(error);
}

/** Commander has already printed what is wrong; asking for help is not an error. */
function usageExitCode(error: CommanderError): number {
  return error.exitCode === 0 ? 0 : 2;
}
