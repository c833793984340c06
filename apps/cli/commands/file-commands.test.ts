import { Command, CommanderError } from 'commander';
import { expect, it } from 'vitest';
import { registerCount } from './count.ts';
import { registerDetect } from './detect.ts';

/** What is written on stderr for a command line that is wrong; fails when it is not. */
async function complaint(...args: string[]): Promise<string> {
  let written = '';
  const program = new Command('amaan').exitOverride();
  program.configureOutput({
    writeErr: (text) => {
      written += text;
    },
  });
  registerDetect(program);
  registerCount(program);
  await expect(program.parseAsync(args, { from: 'user' })).rejects.toBeInstanceOf(CommanderError);
  return written;
}

it.each(['0.1,0.1,0.9', '0.1,0.1,0.9,0.9,0.9', '0,0,640,480', '0.5,0.5,0.5,0.5', '0.1,,0.5,0.5', 'a,b,c,d'])(
  'amaan count refuses the line %s before it opens anything',
  async (line) => {
    expect(await complaint('count', 'absent.mp4', '--line', line)).toContain('two different points');
  },
);

it('amaan count asks for a line, and knows its classes', async () => {
  expect(await complaint('count', 'absent.mp4')).toContain('--line');
  const line = ['--line', '0,0.5,1,0.5'];
  expect(await complaint('count', 'absent.mp4', ...line, '--classes', 'car,lorry')).toContain('"lorry"');
});

it.each(['0', '-1', 'fast', '1000'])('amaan detect refuses the rate %s', async (rate) => {
  expect(await complaint('detect', 'absent.mp4', '--rate', rate)).toContain('from 0.1 to 60');
});
