import { frameOfClip } from '@amaan/vision/sources/frame-of-clip';
import type { Figure } from '../figure.ts';
import { COVERED, filledShare, needlessShare } from './masked-share.ts';
import type { MovingCrowd } from './moving-crowd.ts';
import { figure, share } from './redaction-figure.ts';
import type { WorkFolder } from './work-folder.ts';

/** Every so many frames one is looked at: most of them lie between those that redaction looked at. */
const EVERY = 9;
const BANDS = [
  [20, 32],
  [32, 64],
  [64, Number.POSITIVE_INFINITY],
] as const;

/** How many faces of the made-up recording are covered, by frame and by face, and what else is. */
export async function* crowdFigures(crowd: MovingCrowd, folder: WorkFolder): AsyncGenerator<Figure> {
  const { out } = await folder.redact(crowd.file);
  const frames: { covered: number; height: number; face: string }[] = [];
  let needless = 0;
  let looked = 0;
  for (let frame = 0; frame < crowd.frames; frame += EVERY) {
    const masked = await frameOfClip(out, frame, crowd, crowd);
    const faces = crowd.facesAt(frame);
    for (const { face, box } of faces)
      frames.push({ covered: filledShare(masked, box), height: box[3], face });
    needless += needlessShare(
      masked,
      await frameOfClip(crowd.file, frame, crowd, crowd),
      faces.map(({ box }) => box),
    );
    looked += 1;
  }
  const asked = frames.filter(({ height }) => height >= 20);
  const isCovered = ({ covered }: { covered: number }) => covered >= COVERED;
  yield share(
    'moving crowd: faces of ≥ 20 px covered, by frame',
    asked.filter(isCovered).length,
    asked.length,
    0.98,
  );
  for (const [least, below] of BANDS) {
    const band = asked.filter(({ height }) => height >= least && height < below);
    const size = below === Number.POSITIVE_INFINITY ? `≥ ${least} px` : `${least}–${below} px`;
    if (band.length > 0) yield share(`… of ${size}`, band.filter(isCovered).length, band.length);
  }
  const byFace = [...Map.groupBy(asked, ({ face }) => face).values()];
  yield share(
    'moving crowd: faces of ≥ 20 px never bare in any frame',
    byFace.filter((of) => of.every(isCovered)).length,
    byFace.length,
  );
  yield figure('moving crowd: covered where no face is marked', (100 * needless) / looked, '% of a frame');
}
