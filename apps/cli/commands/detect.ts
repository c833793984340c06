import type { Command } from 'commander';
import { parseRate } from '../parse-rate.ts';

/** `amaan detect`. */
export function registerDetect(program: Command): void {
  program
    .command('detect')
    .description('find and track people, vehicles, animals and bags in pictures, videos or streams')
    .argument('<file|url...>', 'what to look at; a file that cannot be read does not stop the others')
    .option('--rate <frames>', 'frames per second to look at', parseRate, 5)
    .option('--json', 'print JSON lines, one for each frame; boxes are fractions of the picture')
    .action(async (urls: string[], options: { rate: number; json?: boolean }) => {
      const { detectObjects } = await import('../vision/detect-objects.ts');
      const { reportFailure } = await import('../report-failure.ts');
      const { printJson } = await import('../print-rows.ts');
      const onFailure = (error: Error) => {
        process.exitCode = reportFailure(error);
      };
      for await (const frame of detectObjects(urls, { rate: options.rate, onFailure })) {
        if (options.json) printJson(frame);
        else printFrame(frame, urls.length > 1);
      }
    });
}

interface Frame {
  readonly file: string;
  readonly timeMs: number;
  readonly objects: readonly {
    readonly class: string;
    readonly confidence: number;
    readonly track: number;
  }[];
}

function printFrame({ file, timeMs, objects }: Frame, withFile: boolean): void {
  const found = objects.map((object) => `${object.class} #${object.track} ${object.confidence.toFixed(2)}`);
  const columns = [(timeMs / 1000).toFixed(2).padStart(9), 's ', found.join(', ') || '-'];
  process.stdout.write(`${withFile ? `${file}  ` : ''}${columns.join(' ')}\n`);
}
