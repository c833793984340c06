import { type Command, InvalidArgumentError } from 'commander';
import { BENCHMARKS } from '../../../bench/benchmarks.ts';

/** `amaan bench NAME`. */
export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('run one benchmark: its figures, and the ratio to a floor measured in the same run')
    .argument('<name>', `one of: ${Object.keys(BENCHMARKS).join(', ')}`, parseName)
    .argument('[file]', 'the clip to use, or the part to run, where a benchmark takes one')
    .option('--json', 'print JSON lines')
    .action(async (name: string, file: string | undefined, options: { json?: boolean }) => {
      const { printRows } = await import('../print-rows.ts');
      for await (const figure of (await BENCHMARKS[name]!())({ file })) {
        printRows([{ ...figure }], options.json === true);
      }
    });
}

function parseName(name: string): string {
  if (Object.hasOwn(BENCHMARKS, name)) return name;
  throw new InvalidArgumentError(
    `There is no such benchmark; there are: ${Object.keys(BENCHMARKS).join(', ')}.`,
  );
}
