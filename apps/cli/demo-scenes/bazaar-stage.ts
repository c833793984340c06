import sharp from 'sharp';
import { bazaarBackground } from './art/bazaar-background.ts';
import { PAINTS } from './art/paint.ts';
import { tree } from './art/tree.ts';
import { busSide, motorcycleSide, saloonSide } from './art/vehicle-side.ts';
import { WALKERS } from './art/walker.ts';
import { simulatedCaption } from './caption.ts';
import { BAZAAR_CAMERA } from './scene-lanes.ts';
import { renderSprite } from './sprite.ts';
import type { PlacedSprite, Stage } from './stage.ts';
import { sway } from './sway.ts';
import { placeWalker, type Walk, walkerPoses } from './walkers.ts';

const SECONDS = 48;
/** Lanes by their distance; Pakistan drives on the left, so the near lane runs to the left. */
const NEAR_LANE = { ahead: 13, heading: -1 } as const;
const FAR_LANE = { ahead: 17, heading: 1 } as const;
/** Metres from the middle where vehicles appear and vanish, out of sight. */
const OUT_OF_SIGHT = 15.5;

interface Drive {
  readonly from: number;
  readonly speed: number;
  readonly lane: { readonly ahead: number; readonly heading: 1 | -1 };
}

/** A bazaar road from the side: traffic both ways, one motorcycle against it, people on the footpaths. */
export async function prepareBazaarStage(seed: number): Promise<Stage> {
  const camera = BAZAAR_CAMERA;
  const [white, red, blue, sand] = await Promise.all(
    [PAINTS.white, PAINTS.red, PAINTS.blue, PAINTS.sand].map((paint) =>
      renderSprite(saloonSide(paint), 1, 0.5),
    ),
  );
  const bus = await renderSprite(busSide(PAINTS.green), 1, 0.5);
  const motorcycle = await renderSprite(motorcycleSide(PAINTS.red), 1, 0.5);
  const drives = [
    { sprite: white!, drive: { from: 1, speed: 7, lane: NEAR_LANE } },
    { sprite: motorcycle, drive: { from: 5.5, speed: 6.5, lane: FAR_LANE } },
    { sprite: red!, drive: { from: 9, speed: 7.5, lane: FAR_LANE } },
    { sprite: bus, drive: { from: 11, speed: 5, lane: NEAR_LANE } },
    { sprite: blue!, drive: { from: 19, speed: 8, lane: FAR_LANE } },
    { sprite: motorcycle, drive: { from: 24, speed: 5, lane: { ahead: 12.4, heading: 1 } } },
    { sprite: sand!, drive: { from: 31, speed: 6.5, lane: NEAR_LANE } },
    { sprite: bus, drive: { from: 32, speed: 5.5, lane: FAR_LANE } },
    { sprite: motorcycle, drive: { from: 39, speed: 7, lane: NEAR_LANE } },
    { sprite: white!, drive: { from: 40, speed: 7, lane: FAR_LANE } },
  ] satisfies { sprite: PlacedSprite['sprite']; drive: Drive }[];
  const walks: { poses: Awaited<ReturnType<typeof walkerPoses>>; walk: Walk }[] = [
    {
      poses: await walkerPoses(WALKERS.blue, 1),
      walk: { from: 0.5, start: -12.5, heading: 1, length: 25, ahead: 20.4 },
    },
    {
      poses: await walkerPoses(WALKERS.grey, 1.3),
      walk: {
        from: 6,
        start: 6.5,
        heading: -1,
        length: 12.5,
        ahead: 9.4,
        pause: { after: 4.2, seconds: 16 },
      },
    },
    {
      poses: await walkerPoses(WALKERS.cream, 1),
      walk: { from: 22, start: 12.5, heading: -1, length: 25, ahead: 20.9 },
    },
  ];
  const trees = [
    { sprite: await renderSprite(tree(640, seed + 11), 1.3, 0.65), right: -6.2, ahead: 18.9 },
    { sprite: await renderSprite(tree(580, seed + 12), 1.3, 0.65), right: 7.4, ahead: 18.9 },
  ];
  const background = await sharp(Buffer.from(bazaarBackground(camera, seed)))
    .removeAlpha()
    .blur(0.6)
    .raw()
    .toBuffer();

  return {
    camera,
    background,
    caption: await simulatedCaption('BAZAAR ROAD'),
    seconds: SECONDS,
    spritesAt(seconds) {
      const placed: PlacedSprite[] = trees.map((one, index) => ({
        ...one,
        lean: sway(seconds / SECONDS, index),
      }));
      for (const { sprite, drive } of drives) {
        const driven = (seconds - drive.from) * drive.speed;
        if (driven < 0 || driven > 2 * OUT_OF_SIGHT) continue;
        const { ahead, heading } = drive.lane;
        placed.push({ sprite, right: heading * (driven - OUT_OF_SIGHT), ahead, mirrored: heading < 0 });
      }
      for (const { poses, walk } of walks) {
        const at = placeWalker(poses, walk, seconds);
        if (at !== null) placed.push(at);
      }
      return placed;
    },
  };
}
