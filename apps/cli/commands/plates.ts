import { FORMAT_IDS } from '@amaan/number-plates/formats/formats';
import { type Command, InvalidArgumentError } from 'commander';

/** `amaan plates`. */
export function registerPlates(program: Command): void {
  program
    .command('plates')
    .description('read the number plates in pictures')
    .argument('<path...>', 'pictures, or folders of them; one that cannot be read does not stop the others')
    .option(
      '--formats <names>',
      `plates to expect, separated by commas, of: ${FORMAT_IDS.join(', ')}; left out: all`,
      parseFormats,
    )
    .option('--json', 'print JSON lines, one for each picture; boxes are in pixels')
    .action(async (paths: string[], options: { formats?: string[]; json?: boolean }) => {
      const { readPlates } = await import('../plates/read-plates.ts');
      const { reportFailure } = await import('../report-failure.ts');
      const { printJson } = await import('../print-rows.ts');
      const onFailure = (error: Error) => {
        process.exitCode = reportFailure(error);
      };
      for await (const read of readPlates(paths, { formats: options.formats, onFailure })) {
        if (options.json) printJson(read);
        else {
          const plates = read.plates.map(
            ({ text, confidence, format }) =>
              `${text} ${confidence.toFixed(2)}${format === null ? '' : ` (${format})`}`,
          );
          process.stdout.write(`${read.file}  ${plates.join(', ') || '-'}\n`);
        }
      }
    });
}

function parseFormats(text: string): string[] {
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !FORMAT_IDS.includes(name));
  if (unknown === undefined) return names;
  throw new InvalidArgumentError(`There is no format "${unknown}"; there are: ${FORMAT_IDS.join(', ')}.`);
}
