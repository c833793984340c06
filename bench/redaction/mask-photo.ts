import { CoverPlan } from '@amaan/redaction/covers/cover-plan';
import { maskPicture } from '@amaan/redaction/masks/mask-picture';
import { coverOptions } from '@amaan/redaction/system';
import type { SightingFinder } from '@amaan/redactor/finding/sighting-finder';
import type { Picture } from '@amaan/vision/image/picture';
import type { SamplePhoto } from '../faces/sample-photos.ts';
import { COVERED, filledShare } from './masked-share.ts';

/** Height in pixels from which on a face is asked for. */
export const LEAST_FACE = 20;

/** A copy of a picture in which what was found is filled, as in a file. */
export async function maskPhoto(picture: Picture, finder: SightingFinder): Promise<Picture> {
  const masked = { ...picture, pixels: picture.pixels.slice() };
  const plan = new CoverPlan(coverOptions(), { framesPerSecond: 1, interval: 1 });
  plan.see(0, await finder.find(masked, 'picture'), false);
  plan.finish();
  const boxes = plan.coversAt(0).map(({ box }) => box);
  maskPicture(masked, boxes, 'fill');
  return masked;
}

type Box = readonly [x: number, y: number, width: number, height: number];

/** For each marked box of pictures whether it is covered. */
export async function coveredIn(
  photos: Iterable<{ readonly picture: Picture; readonly boxes: readonly Box[] }>,
  finder: SightingFinder,
): Promise<boolean[]> {
  const covered: boolean[] = [];
  for (const { picture, boxes } of photos) {
    const masked = await maskPhoto(picture, finder);
    covered.push(...boxes.map((box) => filledShare(masked, box, 0) >= COVERED));
  }
  return covered;
}

/** A photograph with the boxes of its faces that are large enough to be asked for. */
export function askedOf({ picture, faces }: SamplePhoto) {
  return { picture, boxes: faces.map(({ box }) => box).filter((box) => box[3] >= LEAST_FACE - 0.5) };
}
