import type { AmaanError } from '@amaan/contracts/problem';
import { type Command, InvalidArgumentError } from 'commander';

/** `amaan faces find|compare`. */
export function registerFaces(program: Command): void {
  const faces = program
    .command('faces')
    .description('find and compare faces in files, without any list of people; nothing is kept');
  faces
    .command('find')
    .description('find the faces in pictures and judge how fit they are to be compared')
    .argument('<path...>', 'pictures, or folders of them; one that cannot be read does not stop the others')
    .option('--json', 'print JSON lines, one for each picture; boxes are in pixels, quality is 0 to 1')
    .action(find);
  faces
    .command('compare')
    .description('say whether two pictures show one person: by the largest face near the middle of each')
    .argument('[a]', 'a picture')
    .argument('[b]', 'another one')
    .option('--pairs <csv>', 'compare the pairs of a CSV file: columns file_x,file_y, paths relative to it')
    .option('--list-size <n>', 'people on the list that the threshold is for', parseSize, 1)
    .option(
      '--false-matches <rate>',
      'greatest probability of a false match in one search of that list (default: as configured, 0.001)',
      parseProbability,
    )
    .option('--json', 'print JSON lines, one for each pair')
    .action(compare);
}

async function find(paths: string[], options: { json?: boolean }): Promise<void> {
  const { findFacesInFiles } = await import('../faces/find-faces.ts');
  const { reportFailure } = await import('../report-failure.ts');
  const { printJson } = await import('../print-rows.ts');
  const onFailure = (error: Error) => {
    process.exitCode = reportFailure(error);
  };
  for await (const found of findFacesInFiles(paths, { onFailure })) {
    if (options.json) printJson(found);
    else {
      const texts = found.faces.map(
        ({ box, confidence, quality }) =>
          `[${box.map(Math.round).join(' ')}] ${confidence.toFixed(2)} quality ${quality.toFixed(2)}`,
      );
      process.stdout.write(`${found.file}  ${texts.join(', ') || '-'}\n`);
    }
  }
}

interface CompareOptions {
  readonly pairs?: string;
  readonly listSize: number;
  readonly falseMatches?: number;
  readonly json?: boolean;
}

async function compare(
  a: string | undefined,
  b: string | undefined,
  options: CompareOptions,
  command: Command,
) {
  if ((options.pairs === undefined) === (a === undefined) || (a === undefined) !== (b === undefined))
    command.error('error: name two pictures, or a file of pairs with --pairs');
  const { compareFaces } = await import('../faces/compare-faces.ts');
  const { readPairFile } = await import('../faces/pair-file.ts');
  const { reportFailure } = await import('../report-failure.ts');
  const { printJson } = await import('../print-rows.ts');
  const onFailure = (error: AmaanError) => {
    process.exitCode = reportFailure(error);
  };
  const onRemark = (remark: string) => void process.stderr.write(`amaan: ${remark}\n`);
  const pairs =
    options.pairs === undefined
      ? [{ a: a!, b: b!, pathA: a!, pathB: b! }]
      : await readPairFile(options.pairs, onFailure);
  const { listSize, falseMatches } = options;
  for await (const pair of compareFaces(pairs, { listSize, falseMatches, onFailure, onRemark })) {
    if (options.json) printJson(pair);
    else
      process.stdout.write(
        `${pair.a}  ${pair.b}  ${pair.similarity.toFixed(3)} of ${pair.threshold.toFixed(3)}  ${pair.match ? 'match' : 'no match'}\n`,
      );
  }
}

function parseSize(text: string): number {
  const size = Number(text);
  if (Number.isSafeInteger(size) && size >= 1) return size;
  throw new InvalidArgumentError('It is a whole number, 1 or more.');
}

function parseProbability(text: string): number {
  const rate = Number(text);
  if (rate > 0 && rate < 1) return rate;
  throw new InvalidArgumentError('It is a number between 0 and 1.');
}
