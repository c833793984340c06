import { similarityOf } from '@amaan/face-recognition/embedding/embed-face';
import type { ExaminedFace, FaceReader } from '@amaan/face-recognition/face-reader';
import { overlapOf } from '@amaan/face-recognition/finding/face-box';
import { failedPart } from '@amaan/face-recognition/quality/face-quality';
import { qualityFloor } from '@amaan/face-recognition/system';
import type { Picture } from '@amaan/vision/image/picture';
import type { Figure } from '../figure.ts';
import { cleanCut, degradedFaces } from './degraded-faces.ts';
import { figure } from './face-figure.ts';
import { matchFaces } from './match-faces.ts';
import type { SamplePhoto } from './sample-photos.ts';

/** Faces from which degraded ones are made: enough, without making the benchmark long. */
const FACES = 24;

interface Judged {
  readonly kind: string;
  readonly quality: number;
  readonly similarity: number;
  readonly isFit: boolean;
}

/**
 * Whether quality tells what a face is worth: faces are made worse in six ways, and the quality of each is held against
 * how similar it still is to the face that it was.
 */
export async function* qualityFigures(
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<Figure> {
  const judged: Judged[] = [];
  let faces = 0;
  let lost = 0;
  for await (const { cut, face } of cleanFaces(photos, reader)) {
    if (faces++ === FACES) break;
    const clean = await reader.embed(face, null);
    for await (const { kind, picture } of degradedFaces(cut, face)) {
      const found = sameFace(await reader.examineAll(picture, null), face, picture.width / cut.width);
      if (!found) {
        lost += 1;
        continue;
      }
      judged.push({
        kind,
        quality: found.quality.total,
        similarity: similarityOf(clean, await reader.embed(found, null)),
        isFit: failedPart(found.quality, qualityFloor()) === null,
      });
    }
  }
  yield figure('degraded faces', judged.length + lost, 'faces');
  yield figure('… not found any more', lost, 'faces');
  yield figure('rank correlation of quality and similarity to the clean face', spearman(judged), 'Spearman');
  for (const [kind, own] of Map.groupBy(judged, (one) => one.kind))
    yield figure(`… ${kind}`, spearman(own), 'Spearman');
  for (const isFit of [true, false]) {
    const own = judged.filter((one) => one.isFit === isFit);
    const kept = own.filter(({ similarity }) => similarity >= 0.7).length / Math.max(1, own.length);
    yield figure(
      `${isFit ? 'above' : 'below'} the floor: as similar as 0.7 to the clean face (n = ${own.length})`,
      kept,
      'share',
    );
  }
}

async function* cleanFaces(photos: readonly SamplePhoto[], reader: FaceReader) {
  for (const { picture, faces } of photos) {
    if (faces.length > 10) continue;
    for (const { found } of matchFaces(faces, await reader.examineAll(picture, null)).pairs) {
      if (!found || found.box.height < 60 || failedPart(found.quality, qualityFloor()) !== null) continue;
      const cut: Picture = await cleanCut(picture, found);
      const [middle] = (await reader.examineAll(cut, null)).toSorted(
        (a, b) => fromMiddle(a, cut) - fromMiddle(b, cut),
      );
      if (middle) yield { cut, face: middle };
    }
  }
}

function fromMiddle({ box }: ExaminedFace, { width, height }: Picture): number {
  return Math.hypot(box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2);
}

function sameFace(
  found: readonly ExaminedFace[],
  { box }: ExaminedFace,
  by: number,
): ExaminedFace | undefined {
  const there = { x: box.x * by, y: box.y * by, width: box.width * by, height: box.height * by };
  return found.find((one) => overlapOf(one.box, there) > 0.3);
}

/** Spearman's rank correlation of quality and similarity; ties share their mean rank. */
function spearman(judged: readonly Judged[]): number {
  const a = ranksOf(judged.map(({ quality }) => quality));
  const b = ranksOf(judged.map(({ similarity }) => similarity));
  const mean = (a.length + 1) / 2;
  const product = (x: readonly number[], y: readonly number[]) =>
    x.reduce((sum, rank, index) => sum + (rank - mean) * (y[index]! - mean), 0);
  return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, index) => ({ value, index })).toSorted((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length).fill(0);
  for (let start = 0; start < order.length; ) {
    let end = start;
    while (end < order.length && order[end]!.value === order[start]!.value) end += 1;
    for (const { index } of order.slice(start, end)) ranks[index] = (start + 1 + end) / 2;
    start = end;
  }
  return ranks;
}
