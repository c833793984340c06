import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { openFaceReader } from '@amaan/cli/faces/open-face-reader';
import { projectRoot } from '@amaan/cli/project';
import { faceRecognition } from '@amaan/face-recognition/system';
import { fitTail, similarityAt } from '@amaan/face-recognition/threshold/fit-tail';
import { manifestOf } from '@amaan/vision/models/manifest';
import { knownFaces } from './known-faces.ts';
import { samplePhotos } from './sample-photos.ts';
import { bootstrapPeople, comparePairs, middle95 } from './separation.ts';

/** Share of the impostor scores that make the tail. */
const SHARE = 0.05;
const DRAWS = 400;
/** The interval of the similarity is recorded at these powers of ten of the rate. */
const POWERS = [-2, -3, -4, -5, -6, -7, -8, -9, -10, -11, -12];

const photos = await Array.fromAsync(samplePhotos());
await using open = await openFaceReader(photos.length, 'bench');
const { people, impostor, doubtful } = comparePairs(await knownFaces(photos, open.reader));
const scores = impostor.map(({ similarity }) => similarity);
const tail = fitTail(scores, SHARE);
const draws = bootstrapPeople(impostor, DRAWS, (drawn) => {
  const fitted = fitTail(drawn, SHARE);
  return POWERS.map((power) => similarityAt(fitted, 10 ** power));
});
const round = (value: number) => Math.round(value * 10_000) / 10_000;
const record = {
  about:
    'The upper tail of the similarities of different people, from which thresholds of searches follow. Made by `node bench/faces/fit-impostor-tail.ts` from the photographs of bench/faces/sample-photos.json: generalised Pareto distribution by probability-weighted moments, 95 % interval by drawing people with replacement. It holds no template and no score of anybody.',
  embedding: (await manifestOf(faceRecognition.models[2])).digest,
  people,
  impostorPairs: scores.length,
  doubtfulPairsLeftOut: doubtful,
  tail: {
    above: round(tail.above),
    share: round(tail.share),
    shape: round(tail.shape),
    scale: round(tail.scale),
  },
  interval: POWERS.map((power, index) => {
    const { low, high } = middle95(draws.map((draw) => Math.min(1, draw[index]!)));
    return { power, low: round(low), high: round(high) };
  }),
};
const path = join(projectRoot, 'systems/face-recognition/threshold/impostor-tail.json');
await writeFile(path, `${JSON.stringify(record, null, 2)}\n`);
process.stdout.write(`${path}\n`);
