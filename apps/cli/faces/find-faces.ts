import { AmaanError } from '@amaan/contracts/problem';
import type { ExaminedFace } from '@amaan/face-recognition/face-reader';
import type { QualityPart } from '@amaan/face-recognition/quality/face-quality';
import { pictureFiles } from '../plates/picture-files.ts';
import { openFaceReader } from './open-face-reader.ts';
import { readPicture } from './read-picture.ts';

/** One file as `amaan faces find --json` prints it. */
export interface FacesOfFile {
  readonly file: string;
  /** Surest first. */
  readonly faces: readonly {
    /** `[x, y, width, height]` in pixels of the picture. */
    readonly box: readonly [number, number, number, number];
    readonly confidence: number;
    /** How fit the face is to be compared, 0–1, and of what that is made up. */
    readonly quality: number;
    readonly qualityParts: Readonly<Record<QualityPart, number>>;
  }[];
}

export interface FindFacesOptions {
  /** A file that could not be looked at; the others are still done. */
  readonly onFailure: (error: AmaanError) => void;
}

/** Finds the faces in pictures, one file after the other. No template of anybody is made. */
export async function* findFacesInFiles(
  paths: readonly string[],
  { onFailure }: FindFacesOptions,
): AsyncGenerator<FacesOfFile, void, undefined> {
  const files = await pictureFiles(paths, onFailure);
  if (files.length === 0) return;
  await using open = await openFaceReader(files.length, 'faces find');
  for (const file of files) {
    try {
      const faces = await open.reader.examineAll(await readPicture(file), null);
      yield { file, faces: faces.map(shown) };
    } catch (error) {
      if (!(error instanceof AmaanError)) throw error;
      onFailure(error);
    }
  }
}

function shown({ box, confidence, quality }: ExaminedFace): FacesOfFile['faces'][number] {
  const { parts, total } = quality;
  return {
    box: [rounded(box.x, 1), rounded(box.y, 1), rounded(box.width, 1), rounded(box.height, 1)],
    confidence: rounded(confidence, 3),
    quality: rounded(total, 3),
    qualityParts: {
      size: rounded(parts.size, 3),
      pose: rounded(parts.pose, 3),
      sharpness: rounded(parts.sharpness, 3),
      light: rounded(parts.light, 3),
      visibility: rounded(parts.visibility, 3),
    },
  };
}

function rounded(value: number, digits: number): number {
  return Math.round(value * 10 ** digits) / 10 ** digits;
}
