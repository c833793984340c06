import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PixelBox } from '@amaan/number-plates/finding/plate-quad';

/** A photograph with one plate whose text is known. */
export interface LabelledPlate {
  readonly path: string;
  readonly text: string;
  readonly box: PixelBox;
}

/** The photographs of a folder that have a `.txt` beside them: `file  x  y  width  height  TEXT`, by tabs. */
export async function labelledPlates(folder: string): Promise<LabelledPlate[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.txt')).sort();
  return Promise.all(
    names.map(async (name) => {
      const [file, x, y, width, height, text] = (await readFile(join(folder, name), 'utf8'))
        .trim()
        .split('\t');
      const box = { x: Number(x), y: Number(y), width: Number(width), height: Number(height) };
      return { path: join(folder, file!), text: text!, box };
    }),
  );
}

/** Texts compared with what no picture can tell apart folded: O is 0, I is 1. */
export function sameText(one: string, other: string): boolean {
  return folded(one) === folded(other);
}

export function folded(text: string): string {
  return text.replaceAll('O', '0').replaceAll('I', '1');
}
