import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { MarkedFace } from '../faces/sample-photos.ts';

/** A photograph of a street with the boxes of its plates, in pixels. */
export interface MarkedStreet {
  readonly path: string;
  readonly boxes: readonly MarkedFace['box'][];
}

const Columns = z.tuple([
  z.string().min(1),
  z.string().min(1),
  z.coerce.number(),
  z.coerce.number(),
  z.coerce.number().positive(),
  z.coerce.number().positive(),
]);

/**
 * The photographs of one part of a folder with a `boxes.csv`: `file,split,x,y,w,h,…`.
 * @param split which part: what the finder of plates was trained on says nothing about it
 */
export async function markedStreets(folder: string, split: string): Promise<MarkedStreet[]> {
  const [, ...lines] = (await readFile(join(folder, 'boxes.csv'), 'utf8')).trim().split('\n');
  const rows = lines
    .map((line) => Columns.parse(line.split(',').slice(0, 6)))
    .filter((row) => row[1] === split);
  return [...Map.groupBy(rows, ([file]) => file)].map(([file, own]) => ({
    path: join(folder, file),
    boxes: own.map(([, , x, y, width, height]) => [x, y, width, height]),
  }));
}
