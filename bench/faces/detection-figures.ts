import { openFaceReader } from '@amaan/cli/faces/open-face-reader';
import type { FaceReader } from '@amaan/face-recognition/face-reader';
import type { Figure } from '../figure.ts';
import { countFound, LEAST_FACE } from './count-found.ts';
import { figure, share } from './face-figure.ts';
import type { SamplePhoto } from './sample-photos.ts';
import { allShrunkTo } from './scale-photo.ts';

const HEIGHTS = [48, 32, 24];

/** How many marked faces are found: as the photographs are, and made so small that their smallest face is of a height. */
export async function* detectionFigures(
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<Figure> {
  yield* detected('photographs as they are', photos, reader);
  for (const height of HEIGHTS)
    yield* detected(`smallest face ${height} px`, await allShrunkTo(photos, height), reader);
  await using live = await openFaceReader(photos.length, 'bench', 'liveSeenAs');
  yield* detected('as frames of a camera, photographs as they are', photos, live.reader);
  for (const height of HEIGHTS)
    yield* detected(
      `as frames of a camera, smallest face ${height} px`,
      await allShrunkTo(photos, height),
      live.reader,
    );
}

async function* detected(
  name: string,
  photos: readonly SamplePhoto[],
  reader: FaceReader,
): AsyncGenerator<Figure> {
  const { sought, extra } = await countFound(photos, reader);
  const found = sought.filter(({ isFound }) => isFound).length;
  const aim = { text: '≥ 0.95', least: 0.95 };
  yield share(`faces of ≥ ${LEAST_FACE} px found, ${name}`, found, sought.length, aim);
  yield figure(`… found where no face is marked, in ${photos.length} pictures`, extra, 'faces');
}
