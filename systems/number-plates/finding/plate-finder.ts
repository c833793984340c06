import type { Identifier } from '@amaan/contracts/identifier';
import type { Picture } from '@amaan/vision/image/picture';
import { pictureTensor } from '@amaan/vision/image/picture-tensor';
import { resizePicture } from '@amaan/vision/image/resize-picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { CELL, decodePlateFinder } from './decode-plate-finder.ts';
import { type FoundQuad, overlapOf, scaled } from './plate-quad.ts';

export interface PlateFinderOptions {
  /** Least confidence that a plate is there, 0–1. */
  readonly confidence: number;
  /** Long sides of the picture as it is looked at, in pixels: a plate is found at the size that suits it. */
  readonly sides: readonly number[];
}

/** A second look at nearly the same size would find nothing else: the next must be this much smaller. */
const NEXT_SIZE = 0.75;
/** Of plates found at several sizes whose boxes overlap more, the surest stays. */
const SAME_PLATE = 0.25;

/**
 * Where plates are in a picture, surest first.
 * @param cameraId the camera that the picture is from; null for a file under an evaluation permit.
 */
export async function findPlates(
  picture: Picture,
  session: InferenceSession,
  options: PlateFinderOptions,
  cameraId: Identifier | null,
): Promise<FoundQuad[]> {
  const found: FoundQuad[] = [];
  const longSide = Math.max(picture.width, picture.height);
  let last = Number.POSITIVE_INFINITY;
  for (const side of options.sides) {
    // A picture is never enlarged: there is nothing more in it to be seen.
    const scale = Math.min(1, side / longSide);
    if (scale > last * NEXT_SIZE) continue;
    last = scale;
    const small = resizePicture(picture, multiple(picture.width * scale), multiple(picture.height * scale));
    const [map] = await session.run(cameraId, pictureTensor(small, session.model.manifest.input), small);
    const plates = decodePlateFinder(
      { width: small.width / CELL, height: small.height / CELL, values: map!.data },
      options.confidence,
    );
    for (const { quad, confidence } of plates) {
      found.push({
        quad: scaled(quad, picture.width / small.width, picture.height / small.height),
        confidence,
      });
    }
  }
  const kept: FoundQuad[] = [];
  for (const plate of found.sort((a, b) => b.confidence - a.confidence)) {
    if (kept.every(({ quad }) => overlapOf(quad, plate.quad) < SAME_PLATE)) kept.push(plate);
  }
  return kept;
}

/** Sizes that the finder's strides divide. */
function multiple(pixels: number): number {
  return Math.max(32, Math.round(pixels / 16) * 16);
}
