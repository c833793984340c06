import { readFile } from 'node:fs/promises';
import { AmaanError } from '@amaan/contracts/problem';
import type { PlateRead } from '@amaan/number-plates/reading/plate-read';
import { decodePicture } from '@amaan/vision/image/decode-picture';
import { openPlateReader } from './open-plate-reader.ts';
import { pictureFiles } from './picture-files.ts';

/** One file as `amaan plates --json` prints it. */
export interface ReadFile {
  readonly file: string;
  /** Best first. */
  readonly plates: readonly {
    readonly text: string;
    readonly confidence: number;
    /** `[x, y, width, height]` in pixels of the picture. */
    readonly box: readonly [number, number, number, number];
    readonly rows: 1 | 2;
    readonly format: string | null;
  }[];
}

export interface ReadPlatesOptions {
  /** Identifiers of the formats to expect; all when left out. */
  readonly formats?: readonly string[] | undefined;
  /** A file that could not be read; the others are still done. */
  readonly onFailure: (error: AmaanError) => void;
}

/** Reads the plates of pictures, one file after the other. */
export async function* readPlates(
  paths: readonly string[],
  { formats, onFailure }: ReadPlatesOptions,
): AsyncGenerator<ReadFile, void, undefined> {
  const files = await pictureFiles(paths, onFailure);
  if (files.length === 0) return;
  await using opened = await openPlateReader(files.length, formats);
  for (const file of files) {
    try {
      const picture = await decodePicture(await bytesOf(file), file);
      yield { file, plates: (await opened.reader.read(picture, null)).map(shown) };
    } catch (error) {
      if (!(error instanceof AmaanError)) throw error;
      onFailure(error);
    }
  }
}

function shown({ text, confidence, found, box, rows, format }: PlateRead): ReadFile['plates'][number] {
  const { x, y, width, height } = box;
  const rounded = (pixels: number) => Math.round(pixels * 10) / 10;
  return {
    text,
    confidence: Math.round(confidence * found * 1000) / 1000,
    box: [rounded(x), rounded(y), rounded(width), rounded(height)],
    rows,
    format,
  };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new AmaanError('FILE_NOT_READABLE', `${file} cannot be read.`, { cause });
  }
}
