import { Command, CommanderError } from 'commander';
import { expect, test } from 'vitest';
import { registerRedact } from './redact.ts';

/** What is written on stderr for a command line that is wrong; fails when it is not. */
async function complaint(...args: string[]): Promise<string> {
  let written = '';
  const program = new Command('amaan').exitOverride();
  program.configureOutput({
    writeErr: (text) => {
      written += text;
    },
  });
  registerRedact(program);
  await expect(program.parseAsync(['redact', ...args], { from: 'user' })).rejects.toBeInstanceOf(
    CommanderError,
  );
  return written;
}

test('amaan redact asks for both names, and knows its styles and rates before it opens anything', async () => {
  expect(await complaint('in.mp4')).toContain("missing required argument 'out'");
  expect(await complaint('in.mp4', 'out.mp4', '--style', 'smear')).toContain('fill, pixelate, blur');
  expect(await complaint('in.mp4', 'out.mp4', '--analyse', '0')).toContain('from 0.1 to 60');
});
