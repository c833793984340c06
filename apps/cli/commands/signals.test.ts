import { Command, CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { registerSignals } from './signals.ts';

/** What is written on stderr for a command line that is wrong; fails when it is not. */
async function complaint(...args: string[]): Promise<string> {
  let written = '';
  const program = new Command('amaan').exitOverride();
  const configure = (command: Command): void => {
    command.exitOverride().configureOutput({
      writeErr: (text) => {
        written += text;
      },
    });
    command.commands.forEach(configure);
  };
  registerSignals(program);
  configure(program);
  await expect(program.parseAsync(args, { from: 'user' })).rejects.toBeInstanceOf(CommanderError);
  return written;
}

it.each([
  [['--controller', 'clever'], 'Allowed choices are fixed, actuated, max-pressure, look-ahead'],
  [['--view', 'guess'], 'Allowed choices are camera, truth'],
  [['--seed', '-1'], 'a whole number from 0 on'],
  [['--seed', ''], 'a whole number from 0 on'],
  [['--yellow', '0'], 'a time from 1 to 10 seconds'],
  [['--fail-camera', 'J7'], 'a junction, an @ and a second'],
  [['--fail-camera', '@7'], 'a junction, an @ and a second'],
])('amaan signals run refuses %j before it opens anything', async (flags, sentence) => {
  expect(await complaint('signals', 'run', 'absent', ...flags)).toContain(sentence);
});
