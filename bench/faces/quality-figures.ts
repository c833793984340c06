import type { FaceReader } from '@amaan/face-recognition/face-reader';
import type { Figure } from '../figure.ts';
import { type DegradedSight, degradedSights } from './degraded-recognition.ts';
import { figure } from './face-figure.ts';
import type { SamplePhoto } from './sample-photos.ts';

type Seen = NonNullable<DegradedSight['seen']>;

/**
 * Whether quality tells what a face is worth: faces are made worse in six ways, and the quality of each is held against
 * how similar it still is to the face that it was.
 */
export async function* qualityFigures(
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<Figure> {
  const sights = await Array.fromAsync(degradedSights(photos, reader));
  const judged = seenOf(sights);
  yield figure('degraded faces', sights.length, 'faces');
  yield figure('… not found any more', sights.length - judged.length, 'faces');
  yield figure('rank correlation of quality and similarity to the clean face', spearman(judged), 'Spearman');
  for (const [kind, own] of Map.groupBy(sights, (one) => one.kind))
    yield figure(`… ${kind}`, spearman(seenOf(own)), 'Spearman');
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

function seenOf(sights: readonly DegradedSight[]): Seen[] {
  return sights.flatMap(({ seen }) => (seen === null ? [] : [seen]));
}

/** Spearman's rank correlation of quality and similarity; ties share their mean rank. */
function spearman(judged: readonly Seen[]): number {
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
