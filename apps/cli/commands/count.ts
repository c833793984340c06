import { LineSegment } from '@amaan/contracts/geometry';
import { OBJECT_CLASSES, ObjectClass } from '@amaan/contracts/object-class';
import { type Command, InvalidArgumentError } from 'commander';
import { parseRate } from '../parse-rate.ts';

interface Options {
  readonly line: LineSegment;
  readonly classes: ObjectClass[];
  readonly rate: number;
  readonly json?: boolean;
}

/** `amaan count`. */
export function registerCount(program: Command): void {
  program
    .command('count')
    .description('count what crosses a line in a video or stream, by class and direction')
    .argument('<file|url>', 'what to look at; a live stream is counted until Ctrl-C')
    .requiredOption(
      '--line <x1,y1,x2,y2>',
      'two points, in fractions of the picture from its top left corner; forward is from the left to the right of whoever walks from the first to the second',
      parseLine,
    )
    .option(
      '--classes <names>',
      'only these, separated by commas; left out: people and vehicles',
      parseClasses,
      [],
    )
    .option('--rate <frames>', 'frames per second to look at', parseRate, 5)
    .option('--json', 'print JSON lines')
    .action(count);
}

async function count(url: string, { line, classes, rate, json }: Options): Promise<void> {
  const { countCrossings } = await import('../vision/count-crossings.ts');
  const { reportFailure } = await import('../report-failure.ts');
  const { printRows } = await import('../print-rows.ts');
  const interruption = new AbortController();
  const interrupt = () => interruption.abort();
  process.once('SIGINT', interrupt);
  try {
    const onFailure = (error: Error) => {
      process.exitCode = reportFailure(error);
    };
    const counts = await countCrossings(url, { line, classes, rate, signal: interruption.signal, onFailure });
    printRows(
      counts.map((row) => ({ ...row })),
      json === true,
    );
    if (!json && counts.length === 0) process.stdout.write('Nothing crossed the line.\n');
  } finally {
    process.off('SIGINT', interrupt);
  }
}

function parseLine(text: string): LineSegment {
  const [x1, y1, x2, y2, ...rest] = text
    .split(',')
    .map((part) => (part.trim() === '' ? Number.NaN : Number(part)));
  const line = LineSegment.safeParse([
    [x1, y1],
    [x2, y2],
  ]);
  if (rest.length > 0 || !line.success || (x1 === x2 && y1 === y2)) {
    throw new InvalidArgumentError('It must be two different points x1,y1,x2,y2, each number from 0 to 1.');
  }
  return line.data;
}

function parseClasses(text: string): ObjectClass[] {
  return text.split(',').map((name) => {
    const known = ObjectClass.safeParse(name.trim());
    if (known.success) return known.data;
    throw new InvalidArgumentError(`There is no class "${name}"; there are: ${OBJECT_CLASSES.join(', ')}.`);
  });
}
