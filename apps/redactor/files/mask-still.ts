import type { MaskStyle } from '@amaan/contracts/redaction/masking';
import { CoverPlan } from '@amaan/redaction/covers/cover-plan';
import { maskPicture } from '@amaan/redaction/masks/mask-picture';
import { coverOptions } from '@amaan/redaction/system';
import type { Picture } from '@amaan/vision/image/picture';
import type { SightingFinder } from '../finding/sighting-finder.ts';

/**
 * Masks a picture by itself, in place.
 * @returns what was covered and what needs a look
 */
export async function maskStill(
  picture: Picture,
  finder: Pick<SightingFinder, 'find'>,
  style: MaskStyle,
): Promise<CoverPlan> {
  const plan = new CoverPlan(coverOptions(), { framesPerSecond: 1, interval: 1 });
  plan.see(0, await finder.find(picture, 'picture'), false);
  plan.finish();
  maskPicture(
    picture,
    plan.coversAt(0).map(({ box }) => box),
    style,
  );
  return plan;
}
