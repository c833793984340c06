import type { Figure } from '../figure.ts';
import { type CrowdSight, crowdCoverage, HEIGHT_BANDS, neverBare } from './crowd-coverage.ts';
import type { MovingCrowd } from './moving-crowd.ts';
import { figure, share } from './redaction-figure.ts';
import type { WorkFolder } from './work-folder.ts';

/** How many faces of the made-up recording are covered, by frame and by face, and what else is. */
export async function* crowdFigures(crowd: MovingCrowd, folder: WorkFolder): AsyncGenerator<Figure> {
  const { sights, needless } = await crowdCoverage(crowd, folder);
  const coveredOf = (of: readonly CrowdSight[]) => of.filter(({ isCovered }) => isCovered).length;
  yield share('moving crowd: faces of ≥ 20 px covered, by frame', coveredOf(sights), sights.length, 0.98);
  for (const { name, least, below } of HEIGHT_BANDS) {
    const band = sights.filter(({ height }) => height >= least && height < below);
    if (band.length > 0) yield share(`… of ${name}`, coveredOf(band), band.length);
  }
  const { covered, faces } = neverBare(sights);
  yield share('moving crowd: faces of ≥ 20 px never bare in any frame', covered, faces);
  yield figure('moving crowd: covered where no face is marked', 100 * needless, '% of a frame');
}
