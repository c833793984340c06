import { openFaceReader } from '@amaan/cli/faces/open-face-reader';
import type { FaceReader } from '@amaan/face-recognition/face-reader';
import type { Figure } from '../figure.ts';
import { figure, share } from './face-figure.ts';
import { matchFaces } from './match-faces.ts';
import type { SamplePhoto } from './sample-photos.ts';
import { shrunkTo } from './scale-photo.ts';

const LEAST = 24;
const HEIGHTS = [48, 32, 24];

/** How many marked faces are found: as the photographs are, and made so small that their smallest face is of a height. */
export async function* detectionFigures(
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<Figure> {
  yield* detected('photographs as they are', photos, reader);
  for (const height of HEIGHTS)
    yield* detected(`smallest face ${height} px`, await shrunk(photos, height), reader);
  await using live = await openFaceReader(photos.length, 'bench', 'liveSeenAs');
  yield* detected('as frames of a camera, photographs as they are', photos, live.reader);
  for (const height of HEIGHTS)
    yield* detected(
      `as frames of a camera, smallest face ${height} px`,
      await shrunk(photos, height),
      live.reader,
    );
}

async function* detected(
  name: string,
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<Figure> {
  let found = 0;
  let marked = 0;
  let extra = 0;
  for (const { picture, faces } of photos) {
    const matched = matchFaces(faces, await reader.examineAll(picture, null));
    const asked = matched.pairs.filter((pair) => pair.marked.box[3] >= LEAST - 0.5);
    marked += asked.length;
    found += asked.filter((pair) => pair.found !== null).length;
    extra += matched.extra.length;
  }
  yield share(`faces of ≥ ${LEAST} px found, ${name}`, found, marked, { text: '≥ 0.95', least: 0.95 });
  yield figure(`… found where no face is marked, in ${photos.length} pictures`, extra, 'faces');
}

async function shrunk(photos: readonly SamplePhoto[], height: number): Promise<SamplePhoto[]> {
  const small: SamplePhoto[] = [];
  for (const photo of photos) {
    const one = await shrunkTo(photo, height);
    if (one) small.push(one);
  }
  return small;
}
