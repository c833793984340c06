import { openSightingFinder } from '@amaan/cli/redact/sighting-finder';
import { CoverPlan } from '@amaan/redaction/covers/cover-plan';
import { maskPicture } from '@amaan/redaction/masks/mask-picture';
import { coverOptions } from '@amaan/redaction/system';
import type { SamplePhoto } from '../faces/sample-photos.ts';
import { shrunkTo } from '../faces/scale-photo.ts';
import type { Figure } from '../figure.ts';
import { COVERED, filledShare } from './masked-share.ts';
import { share } from './redaction-figure.ts';

/** How many faces of the sample photographs are covered, as they are and with their smallest face so high. */
export async function* photoFigures(photos: readonly SamplePhoto[]): AsyncGenerator<Figure> {
  await using finder = await openSightingFinder(['face'], 1);
  for (const height of [null, 32, 20]) {
    let covered = 0;
    let count = 0;
    for (const photo of photos) {
      const one = height === null ? photo : await shrunkTo(photo, height);
      if (!one) continue;
      const picture = { ...one.picture, pixels: one.picture.pixels.slice() };
      const plan = new CoverPlan(coverOptions(), { framesPerSecond: 1, interval: 1 });
      plan.see(0, await finder.find(picture, 'picture'), false);
      plan.finish();
      maskPicture(
        picture,
        plan.coversAt(0).map(({ box }) => box),
        'fill',
      );
      for (const { box } of one.faces.filter(({ box }) => box[3] >= 19.5)) {
        covered += filledShare(picture, box) >= COVERED ? 1 : 0;
        count += 1;
      }
    }
    const name = height === null ? 'as they are' : `smallest face ${height} px`;
    yield share(`photographs, ${name}: faces of ≥ 20 px covered`, covered, count, 0.98);
  }
}
