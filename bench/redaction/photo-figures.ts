import { openEvaluationFinder } from '@amaan/cli/redact/evaluation-finder';
import type { SamplePhoto } from '../faces/sample-photos.ts';
import { allShrunkTo } from '../faces/scale-photo.ts';
import type { Figure } from '../figure.ts';
import { askedOf, coveredIn } from './mask-photo.ts';
import { share } from './redaction-figure.ts';

/** How many faces of the sample photographs are covered, as they are and with their smallest face so high. */
export async function* photoFigures(photos: readonly SamplePhoto[]): AsyncGenerator<Figure> {
  await using finder = await openEvaluationFinder(['face'], 1);
  for (const height of [null, 32, 20]) {
    const sized = height === null ? photos : await allShrunkTo(photos, height);
    const covered = await coveredIn(sized.map(askedOf), finder);
    const name = height === null ? 'as they are' : `smallest face ${height} px`;
    const count = covered.filter(Boolean).length;
    yield share(`photographs, ${name}: faces of ≥ 20 px covered`, count, covered.length, 0.98);
  }
}
