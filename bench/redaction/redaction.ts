import { samplePhotos } from '../faces/sample-photos.ts';
import type { Benchmark } from '../figure.ts';
import { crowdFigures } from './crowd-figures.ts';
import { irreversibilityFigures } from './irreversibility-figures.ts';
import { markedClipFigures } from './marked-clips.ts';
import { movingCrowd } from './moving-crowd.ts';
import { photoFigures } from './photo-figures.ts';
import { plateFigures } from './plate-figures.ts';
import { speedFigures } from './speed-figures.ts';
import { WorkFolder } from './work-folder.ts';

/**
 * Whether redaction leaves faces bare, what it covers needlessly, whether a masked face can still be recognised, and how
 * fast it is. What is covered is read from the masked files, pixel by pixel.
 */
export const benchRedaction: Benchmark = async function* () {
  const photos = await Array.fromAsync(samplePhotos());
  await using folder = await WorkFolder.create();
  const crowd = await movingCrowd(photos, folder);
  yield* speedFigures(crowd, folder);
  yield* crowdFigures(crowd, folder);
  yield* photoFigures(photos);
  yield* plateFigures();
  yield* irreversibilityFigures(photos);
  yield* markedClipFigures(folder);
};
