import { type Command, InvalidArgumentError } from 'commander';
import type { UpOptions } from '../up/up.ts';

/** `amaan up`. */
export function registerUp(program: Command): void {
  program
    .command('up')
    .description('start everything on this machine; print the address and the first sign-in')
    .option('--demo', 'with rendered scenes and a simulated district of 200 cameras')
    .option('--media <dir>', 'every video in this folder becomes a camera that plays it over and over')
    .option('--port <number>', 'where the console answers', parsePort, 8080)
    .option(
      '--host <address>',
      'address to listen on; others than 127.0.0.1 want a TLS proxy in front',
      '127.0.0.1',
    )
    .option('--data <dir>', 'where everything is kept')
    .action(async (options: UpOptions) => {
      const { up } = await import('../up/up.ts');
      await up(options);
    });
}

function parsePort(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new InvalidArgumentError('It must be a whole number from 0 to 65535; 0 takes a free one.');
  }
  return port;
}
