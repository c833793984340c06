import type { FaceReader } from '@amaan/face-recognition/face-reader';
import { faceRecognition } from '@amaan/face-recognition/system';
import { fitTail } from '@amaan/face-recognition/threshold/fit-tail';
import { IMPOSTOR_TAIL } from '@amaan/face-recognition/threshold/impostor-distribution';
import { searchThreshold } from '@amaan/face-recognition/threshold/search-threshold';
import type { Figure } from '../figure.ts';
import { figure } from './face-figure.ts';
import { knownFaces } from './known-faces.ts';
import type { SamplePhoto } from './sample-photos.ts';
import {
  bootstrapPeople,
  comparePairs,
  middle95,
  type ScoredPair,
  withoutMostFrequent,
} from './separation.ts';

const CURVE = [0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.55];
const LISTS = [1, 100, 10_000, 1_000_000, 20_000_000];
const DRAWS = 400;

/** How well people are told apart: the errors over the threshold, and the thresholds of lists of several sizes. */
export async function* separationFigures(
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<Figure> {
  const { people, genuine, impostor, doubtful } = comparePairs(await knownFaces(photos, reader));
  const others = withoutMostFrequent(genuine);
  yield figure('people', people, 'people');
  yield figure('pairs of different people', impostor.length, 'pairs');
  yield figure('pairs of one person', genuine.length, 'pairs');
  yield figure('… without the person who has most of them', others.length, 'pairs');
  yield figure('pairs left out, since nobody could say by eye', doubtful, 'pairs');
  for (const threshold of CURVE) {
    yield rate(`false match rate at ${threshold}`, impostor, (score) => score >= threshold);
    yield rate(`false non-match rate at ${threshold}`, genuine, (score) => score < threshold);
    yield rate(`… without the person who has most pairs`, others, (score) => score < threshold);
  }
  const target = faceRecognition.thresholds.falseMatchesPerSearch;
  for (const size of LISTS) {
    const { threshold, interval, isExtrapolated } = searchThreshold(size, target);
    const how = `${isExtrapolated ? 'extrapolated, ' : ''}95 % interval ${interval.low.toFixed(3)}–${interval.high.toFixed(3)}`;
    yield figure(`threshold of a list of ${size.toLocaleString('en')} (${how})`, threshold, 'similarity');
    yield rate('… false non-match rate', genuine, (score) => score < threshold);
  }
  const again = fitTail(
    impostor.map(({ similarity }) => similarity),
    IMPOSTOR_TAIL.share,
  );
  yield figure('shape of the fitted tail', again.shape, '');
  yield figure('scale of the fitted tail', again.scale, 'similarity');
}

function rate(name: string, pairs: readonly ScoredPair[], isWrong: (score: number) => boolean): Figure {
  const shareOf = (scores: readonly number[]) => scores.filter(isWrong).length / scores.length;
  const value = shareOf(pairs.map(({ similarity }) => similarity));
  const { low, high } = middle95(bootstrapPeople(pairs, DRAWS, shareOf));
  return figure(`${name} (95 % interval over people ${low.toFixed(4)}–${high.toFixed(4)})`, value, 'share');
}
