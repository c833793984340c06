import { openFaceReader } from '@amaan/cli/faces/open-face-reader';
import type { FaceReader } from '@amaan/face-recognition/face-reader';
import type { Picture } from '@amaan/vision/image/picture';
import { cpuMilliseconds } from '../cpu-milliseconds.ts';
import type { Benchmark, Figure } from '../figure.ts';
import { percentile } from '../percentile.ts';
import { composeFrame } from './compose-frame.ts';
import { detectionFigures } from './detection-figures.ts';
import { figure, share } from './face-figure.ts';
import { matchFaces } from './match-faces.ts';
import { qualityFigures } from './quality-figures.ts';
import { type SamplePhoto, samplePhotos } from './sample-photos.ts';
import { separationFigures } from './separation-figures.ts';

const REPETITIONS = 15;
/** A face with a higher attack score counts as a picture of a face. */
const ATTACK = 0.5;

/**
 * How well faces are found and people told apart, whether quality tells what a face is worth, and what a 1080p frame
 * with five faces costs, on photographs that npm packages carry.
 */
export const benchFaces: Benchmark = async function* () {
  const photos = await Array.fromAsync(samplePhotos());
  await using open = await openFaceReader(photos.length, 'bench');
  yield* speedFigures(photos);
  yield* detectionFigures(photos, open.reader);
  yield* separationFigures(photos, open.reader);
  yield* attackFigures(photos, open.reader);
  yield* qualityFigures(photos, open.reader);
};

async function* speedFigures(photos: readonly SamplePhoto[]): AsyncGenerator<Figure> {
  const frame = await composeFrame(photos);
  for (const size of ['liveSeenAs', 'seenAs'] as const) {
    await using open = await openFaceReader(1, 'bench', size);
    const { reader } = open;
    const name = size === 'liveSeenAs' ? '1080p frame of a camera' : '1080p picture';
    const faces = await readFrame(reader, frame);
    yield figure(`${name}: faces found of 5`, faces.length, 'faces');
    const value = await medianCpu(() => readFrame(reader, frame));
    const timed = figure(`${name} with five faces, one thread, median`, value, 'ms CPU');
    yield size === 'liveSeenAs' ? { ...timed, aim: '≤ 200 ms', met: value <= 200 } : timed;
    const stages = {
      finding: () => reader.find(frame, null),
      'landmarks, alignment and quality': () => each(faces, (face) => reader.examine(frame, face, null)),
      templates: () => each(faces, (face) => reader.embed(face, null)),
      'attack scores, for matches alone': () => each(faces, (face) => reader.attackScore(frame, face, null)),
    };
    for (const [stage, work] of Object.entries(stages))
      yield figure(`… ${stage}`, await medianCpu(work), 'ms CPU');
  }
}

async function each<Item>(items: readonly Item[], work: (item: Item) => Promise<unknown>): Promise<void> {
  for (const item of items) await work(item);
}

async function medianCpu(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < REPETITIONS; run++) times.push(await cpuMilliseconds(work));
  return percentile(times, 0.5);
}

/** What a frame under an authorisation costs at most: find, judge and make a template of each face. */
async function readFrame(reader: FaceReader, frame: Picture) {
  const faces = await reader.examineAll(frame, null);
  for (const face of faces) await reader.embed(face, null);
  return faces;
}

/** The attack score on photographs of people, and on the one screen that shows faces. */
async function* attackFigures(photos: readonly SamplePhoto[], reader: FaceReader): AsyncGenerator<Figure> {
  const counts = { photograph: [0, 0], screen: [0, 0] };
  for (const { name, picture, faces } of photos) {
    // The thumbnails are cut so tightly that nothing of what the model looks at is left beside a face.
    if (faces.length > 10) continue;
    const count = counts[name.includes('screenshot') ? 'screen' : 'photograph'];
    for (const { found } of matchFaces(faces, await reader.examineAll(picture, null)).pairs) {
      const score = found && (await reader.attackScore(picture, found, null));
      if (score === null) continue;
      count[0]! += score >= ATTACK ? 1 : 0;
      count[1]! += 1;
    }
  }
  yield share(
    'photographs of people taken for pictures of a face',
    counts.photograph[0]!,
    counts.photograph[1]!,
  );
  yield share('faces on a screen taken for pictures of a face', counts.screen[0]!, counts.screen[1]!);
}
