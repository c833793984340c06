import { readFile } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import { readNumber } from '@amaan/contracts/tables/read-number';
import type { ScanPlaces } from '@amaan/crime-analytics/scan/scan-question';

export interface SatscanFiles {
  /** `id cases [time …]` a line. */
  readonly cases: string;
  /** `id x y` a line, Cartesian. */
  readonly coordinates: string;
  /** `id year population` a line, the mean of the years counts; `id population`, as well. */
  readonly population: string;
}

export interface CountedPlaces {
  /** As the files name the places, in the order of the coordinates. */
  readonly ids: readonly string[];
  readonly places: ScanPlaces & { readonly population: Float64Array };
  /** A place for each case. */
  readonly casePlace: Int32Array;
}

/**
 * Reads the files that SaTScan's Poisson model takes (M. Kulldorff, SaTScan user guide, "ASCII input file format"), their
 * columns divided by spaces, tabs or commas. Time is not looked at.
 * @throws AmaanError `FILE_NOT_FOUND`, `SATSCAN_FILE_INVALID`
 */
export async function readSatscanFiles(files: SatscanFiles): Promise<CountedPlaces> {
  const coordinates = await readLines(files.coordinates, 3);
  const placeOf = new Map(coordinates.map(({ cells: [id] }, place) => [id!, place]));
  const placed = ({ file, line, cells: [id] }: Line): number => {
    const place = placeOf.get(id!);
    if (place !== undefined) return place;
    throw invalid(file, line, `Place "${id}" has no coordinates`);
  };
  const years = Array.from(coordinates, () => [] as number[]);
  for (const line of await readLines(files.population, 2))
    years[placed(line)]!.push(numberAt(line, Math.min(2, line.cells.length - 1)));
  const population = Float64Array.from(
    years,
    (counts) => counts.reduce((sum, count) => sum + count, 0) / Math.max(1, counts.length),
  );
  const casePlace: number[] = [];
  for (const line of await readLines(files.cases, 2)) {
    const count = numberAt(line, 1);
    if (!Number.isInteger(count))
      throw invalid(line.file, line.line, 'The number of cases is no whole number');
    const place = placed(line);
    for (let one = 0; one < count; one += 1) casePlace.push(place);
  }
  return {
    ids: [...placeOf.keys()],
    places: {
      x: Float64Array.from(coordinates, (line) => numberAt(line, 1, -Infinity)),
      y: Float64Array.from(coordinates, (line) => numberAt(line, 2, -Infinity)),
      population,
    },
    casePlace: Int32Array.from(casePlace),
  };
}

interface Line {
  readonly file: string;
  readonly line: number;
  readonly cells: readonly string[];
}

async function readLines(file: string, least: number): Promise<Line[]> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new AmaanError('FILE_NOT_FOUND', `${file} cannot be found or read.`);
  });
  return text.split(/\r?\n/).flatMap((row, at) => {
    const cells = row.trim().split(/[\s,]+/);
    if (row.trim() === '') return [];
    if (cells.length >= least) return [{ file, line: at + 1, cells }];
    throw invalid(file, at + 1, `A line needs ${least} columns`);
  });
}

function numberAt({ file, line, cells }: Line, column: number, least = 0): number {
  const value = readNumber(cells[column]!);
  if (value !== null && value >= least) return value;
  throw invalid(file, line, `"${cells[column]}" is no number that can stand there`);
}

function invalid(file: string, line: number, what: string): AmaanError {
  return new AmaanError('SATSCAN_FILE_INVALID', `${what}: ${file}, line ${line}.`);
}
