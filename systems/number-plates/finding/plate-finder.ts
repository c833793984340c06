import type { Identifier } from '@amaan/contracts/identifier';
import { cropPicture } from '@amaan/vision/image/crop-picture';
import type { Picture } from '@amaan/vision/image/picture';
import { pictureTensor } from '@amaan/vision/image/picture-tensor';
import { resizePicture } from '@amaan/vision/image/resize-picture';
import type { InferenceSession } from '@amaan/vision/sessions/open-session';
import { CELL, decodePlateFinder } from './decode-plate-finder.ts';
import { type FoundQuad, overlapOf, type PixelBox, placed } from './plate-quad.ts';

export interface PlateFinderOptions {
  /** Least confidence that a plate is there, 0–1. */
  readonly confidence: number;
  /** Long sides of the picture as it is looked at, in pixels: a plate is found at the size that suits it. */
  readonly sides: readonly number[];
  /** Long side at which one vehicle is looked at, in pixels. */
  readonly vehicleSide: number;
}

/** A second look at nearly the same size would find nothing else: the next must be this much smaller. */
const NEXT_SIZE = 0.75;
/** Of plates found in several looks whose boxes overlap more, the surest stays. */
const SAME_PLATE = 0.4;
/** A vehicle is looked at with so much of its size around it: a detector's box may cut its bumper off. */
const ROOM = 0.06;
/** A vehicle with a shorter long side has no plate that could be read; a small one is enlarged no more than so often. */
const LEAST_VEHICLE = 48;
const MOST_ENLARGED = 2;
/** Vehicles of one picture that are looked at by themselves, the largest first; the whole picture shows the others. */
const MOST_VEHICLES = 6;

/**
 * Where plates are in a picture, surest first. The whole picture is looked at, for a plate whose vehicle nobody found;
 * each vehicle is looked at by itself, larger, in place of further looks at the whole.
 *
 * @param vehicles boxes of detected vehicles in pixels; none where nothing looks for vehicles.
 * @param cameraId the camera that the picture is from; null for a file under an evaluation permit.
 */
export async function findPlates(
  picture: Picture,
  session: InferenceSession,
  options: PlateFinderOptions,
  cameraId: Identifier | null,
  vehicles: readonly PixelBox[] = [],
): Promise<FoundQuad[]> {
  const regions = vehicles
    .filter(({ width, height }) => Math.max(width, height) >= LEAST_VEHICLE)
    .toSorted((a, b) => b.width * b.height - a.width * a.height)
    .slice(0, MOST_VEHICLES);
  const found: FoundQuad[] = [];
  for (const scale of scalesOf(picture, regions.length > 0 ? options.sides.slice(0, 1) : options.sides)) {
    found.push(...(await look(picture, scale, session, options.confidence, cameraId)));
  }
  for (const region of regions) {
    const crop = cropPicture(picture, withRoom(region));
    if (!crop) continue;
    const scale = Math.min(MOST_ENLARGED, options.vehicleSide / Math.max(crop.width, crop.height));
    for (const { quad, confidence } of await look(crop, scale, session, options.confidence, cameraId)) {
      found.push({ quad: placed(quad, 1, 1, crop), confidence });
    }
  }
  const kept: FoundQuad[] = [];
  for (const plate of found.sort((a, b) => b.confidence - a.confidence)) {
    if (kept.every(({ quad }) => overlapOf(quad, plate.quad) < SAME_PLATE)) kept.push(plate);
  }
  return kept;
}

/** Sizes at which the whole picture is looked at. It is never enlarged: there is nothing more in it to be seen. */
function scalesOf({ width, height }: Picture, sides: readonly number[]): number[] {
  const scales: number[] = [];
  for (const side of sides) {
    const scale = Math.min(1, side / Math.max(width, height));
    if (scale <= (scales.at(-1) ?? Number.POSITIVE_INFINITY) * NEXT_SIZE) scales.push(scale);
  }
  return scales;
}

async function look(
  picture: Picture,
  scale: number,
  session: InferenceSession,
  confidence: number,
  cameraId: Identifier | null,
): Promise<FoundQuad[]> {
  const seen = resizePicture(picture, multiple(picture.width * scale), multiple(picture.height * scale));
  const [map] = await session.run(cameraId, pictureTensor(seen, session.model.manifest.input), seen);
  const plates = decodePlateFinder(
    { width: seen.width / CELL, height: seen.height / CELL, values: map!.data },
    confidence,
  );
  return plates.map((plate) => ({
    ...plate,
    quad: placed(plate.quad, picture.width / seen.width, picture.height / seen.height),
  }));
}

function withRoom({ x, y, width, height }: PixelBox): PixelBox {
  return {
    x: x - width * ROOM,
    y: y - height * ROOM,
    width: width * (1 + 2 * ROOM),
    height: height * (1 + 2 * ROOM),
  };
}

/** Sizes that the finder's strides divide. */
function multiple(pixels: number): number {
  return Math.max(32, Math.round(pixels / 32) * 32);
}
