import sharp from 'sharp';
import { barrierArm } from './art/barrier.ts';
import { gateBackground } from './art/gate-background.ts';
import { PUNJAB_OFFICIAL, PUNJAB_PRIVATE } from './art/number-plate.ts';
import { PAINTS } from './art/paint.ts';
import { tree } from './art/tree.ts';
import { motorcycleFront, saloonFront, vanFront } from './art/vehicle-front.ts';
import { WALKERS } from './art/walker.ts';
import { simulatedCaption } from './caption.ts';
import { type GateVisit, goesOnAt, leavesAt, visitPosition } from './journey.ts';
import { GATE_CAMERA } from './scene-lanes.ts';
import { type Drawing, renderSprite, type Sprite } from './sprite.ts';
import type { PlacedSprite, Stage } from './stage.ts';
import { sway } from './sway.ts';
import { placeWalker, type Walk, walkerPoses } from './walkers.ts';

const SECONDS = 60;
const BARRIER_SECONDS = 1.6;
const BARRIER_OPEN_RADIANS = 1.45;

/** A guarded gate: vehicles drive up, stop at the barrier and pass; a person walks across. */
export async function prepareGateStage(seed: number): Promise<Stage> {
  const camera = GATE_CAMERA;
  const vehicle = (drawing: Drawing) => renderSprite(drawing, 4.8, 0.3);
  const visits: readonly { readonly visit: GateVisit; readonly sprite: Sprite }[] = [
    {
      visit: { from: 0.5, waits: 3 },
      sprite: await vehicle(saloonFront(PAINTS.white, 'LEA-4127', PUNJAB_PRIVATE)),
    },
    {
      visit: { from: 14, waits: 3 },
      sprite: await vehicle(motorcycleFront(PAINTS.red, 'LZN-608', PUNJAB_PRIVATE)),
    },
    {
      visit: { from: 25, waits: 8 },
      sprite: await vehicle(vanFront(PAINTS.silver, 'LES-9035', PUNJAB_PRIVATE)),
    },
    {
      visit: { from: 44, waits: 2.5 },
      sprite: await vehicle(saloonFront(PAINTS.black, 'GAG-117', PUNJAB_OFFICIAL)),
    },
  ];
  const arm = await renderSprite(barrierArm(510), 2.4, 1.2);
  const trees = [
    { sprite: await renderSprite(tree(620, seed + 1), 1.4, 0.35), right: -8.6, ahead: 26 },
    { sprite: await renderSprite(tree(760, seed + 2), 1.4, 0.35), right: 9.6, ahead: 31 },
    { sprite: await renderSprite(tree(560, seed + 3), 1.4, 0.35), right: -9.2, ahead: 44 },
  ];
  const walks: { poses: readonly Sprite[]; walk: Walk }[] = [
    {
      poses: await walkerPoses(WALKERS.cream, 1.6),
      walk: { from: 16.5, start: -5.6, heading: 1, length: 12, ahead: 13.2 },
    },
    {
      poses: await walkerPoses(WALKERS.grey, 1.6),
      walk: { from: 37, start: 6.2, heading: -1, length: 12.5, ahead: 14.2 },
    },
  ];
  const background = await sharp(Buffer.from(gateBackground(camera, seed)))
    .removeAlpha()
    .blur(0.6)
    .raw()
    .toBuffer();

  return {
    camera,
    background,
    caption: await simulatedCaption('GATE 2'),
    seconds: SECONDS,
    spritesAt(seconds) {
      const placed: PlacedSprite[] = trees.map((one, index) => ({
        ...one,
        lean: sway(seconds / SECONDS, index),
      }));
      for (const { visit, sprite } of visits) {
        const at = visitPosition(visit, seconds);
        if (at !== null) placed.push({ sprite, ...at });
      }
      for (const { poses, walk } of walks) {
        const at = placeWalker(poses, walk, seconds);
        if (at !== null) placed.push(at);
      }
      const opened = Math.max(...visits.map(({ visit }) => barrierOpening(visit, seconds)));
      placed.push({ sprite: arm, right: 2.5, ahead: 9.2, up: 1.0, rotation: opened * BARRIER_OPEN_RADIANS });
      return placed;
    },
  };
}

/** 0 closed … 1 open for one visit: it opens just before the vehicle goes on and closes behind it. */
function barrierOpening(visit: GateVisit, seconds: number): number {
  const opens = goesOnAt(visit) - BARRIER_SECONDS;
  const closes = leavesAt(visit) + 0.3;
  const progress = Math.min(
    (seconds - opens) / BARRIER_SECONDS,
    (closes + BARRIER_SECONDS - seconds) / BARRIER_SECONDS,
  );
  const clamped = Math.min(1, Math.max(0, progress));
  return clamped * clamped * (3 - 2 * clamped);
}
