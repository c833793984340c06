import { lookSize } from '@amaan/redaction/system';
import { maskStill } from '@amaan/redactor/files/mask-still';
import type { SightingFinder } from '@amaan/redactor/finding/sighting-finder';
import type { Picture } from '@amaan/vision/image/picture';
import type { SamplePhoto } from '../faces/sample-photos.ts';
import { resized } from '../faces/scale-photo.ts';
import { COVERED, filledShare } from './masked-share.ts';

/** Height in pixels from which on a face is asked for. */
export const LEAST_FACE = 20;

/** What is found in pictures, as for a file. */
type Finder = Pick<SightingFinder, 'find'>;

/** A finder that looks at each picture as at a frame of a recording that is looked at closely. */
export function asFrames(finder: Finder): Finder {
  return {
    async find(picture) {
      return finder.find(await resized(picture, lookSize(picture).width / picture.width), 'fine-frame');
    },
  };
}

type Box = readonly [x: number, y: number, width: number, height: number];

/** For each marked box of pictures whether it is covered. */
export async function coveredIn(
  photos: Iterable<{ readonly picture: Picture; readonly boxes: readonly Box[] }>,
  finder: Finder,
): Promise<boolean[]> {
  const covered: boolean[] = [];
  for (const { picture, boxes } of photos) {
    const masked = { ...picture, pixels: picture.pixels.slice() };
    await maskStill(masked, finder, 'fill');
    covered.push(...boxes.map((box) => filledShare(masked, box, 0) >= COVERED));
  }
  return covered;
}

/** A photograph with the boxes of its faces that are large enough to be asked for. */
export function askedOf({ picture, faces }: SamplePhoto) {
  return { picture, boxes: faces.map(({ box }) => box).filter((box) => box[3] >= LEAST_FACE - 0.5) };
}
