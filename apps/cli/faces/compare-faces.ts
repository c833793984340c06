import { AmaanError } from '@amaan/contracts/problem';
import { type FaceTemplate, similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import type { FaceReader } from '@amaan/face-recognition/face-reader';
import { qualityAdvice } from '@amaan/face-recognition/quality/quality-advice';
import { faceRecognition, qualityFloor } from '@amaan/face-recognition/system';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import { mainFace } from './main-face.ts';
import { openFaceReader } from './open-face-reader.ts';
import type { PicturePair } from './pair-file.ts';
import { readPicture } from './read-picture.ts';

/** One pair as `amaan faces compare --json` prints it. */
export interface ComparedPair {
  readonly a: string;
  readonly b: string;
  /** Cosine of the two templates, −1 to 1. */
  readonly similarity: number;
  /** Least similarity of a match. */
  readonly threshold: number;
  readonly match: boolean;
}

export interface CompareFacesOptions {
  /** Size of the list that the threshold is for; two pictures are a list of one. */
  readonly listSize?: number | undefined;
  /** Greatest probability of a false match in a search of such a list; the configured one when left out. */
  readonly falseMatches?: number | undefined;
  /** A pair that could not be compared; the others are still done. */
  readonly onFailure: (error: AmaanError) => void;
  /** Something worth knowing about a picture that was compared all the same. */
  readonly onRemark: (remark: string) => void;
}

/** A picture that many pairs name is looked at once; so many are remembered. */
const REMEMBERED = 1_000;

/** Compares the faces of pairs of pictures. Templates live as long as the call and are kept nowhere. */
export async function* compareFaces(
  pairs: readonly PicturePair[],
  options: CompareFacesOptions,
): AsyncGenerator<ComparedPair, void, undefined> {
  if (pairs.length === 0) return;
  const target = options.falseMatches ?? faceRecognition.thresholds.falseMatchesPerSearch;
  const { threshold } = searchThreshold(options.listSize ?? 1, target);
  await using open = await openFaceReader(pairs.length * 2, 'faces compare');
  const templates = new Map<string, Promise<FaceTemplate>>();
  const templateOf = (path: string): Promise<FaceTemplate> => {
    const known = templates.get(path);
    if (known) return known;
    const template = readTemplate(path, open.reader, options.onRemark);
    template.catch(() => {});
    templates.set(path, template);
    if (templates.size > REMEMBERED) templates.delete(templates.keys().next().value!);
    return template;
  };
  for (const { a, b, pathA, pathB } of pairs) {
    try {
      const similarity = similarityOf(await templateOf(pathA), await templateOf(pathB));
      yield {
        a,
        b,
        similarity: rounded(similarity),
        threshold: rounded(threshold),
        match: similarity >= threshold,
      };
    } catch (error) {
      if (!(error instanceof AmaanError)) throw error;
      options.onFailure(
        new AmaanError(error.code, `${a} and ${b} were not compared: ${error.message}`, { cause: error }),
      );
    }
  }
}

async function readTemplate(
  path: string,
  reader: FaceReader,
  onRemark: (remark: string) => void,
): Promise<FaceTemplate> {
  const picture = await readPicture(path);
  const faces = await reader.examineAll(picture, null);
  const face = mainFace(faces, picture);
  if (face === null) throw new AmaanError('FACE_NOT_FOUND', `No face is found in ${path}.`);
  if (faces.length > 1)
    onRemark(`${path} shows ${faces.length} faces; the largest one near the middle is compared.`);
  const advice = qualityAdvice(face.quality, qualityFloor());
  if (advice) onRemark(`${path} is below the quality that a search asks for. ${advice.en}`);
  return reader.embed(face, null);
}

function rounded(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
