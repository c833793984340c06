import sharp from 'sharp';
import { barrierArm } from './art/barrier.ts';
import { gateBackground } from './art/gate-background.ts';
import { PUNJAB_OFFICIAL, PUNJAB_PRIVATE } from './art/number-plate.ts';
import { PAINTS } from './art/paint.ts';
import { tree } from './art/tree.ts';
import { motorcycleFront, saloonFront, vanFront } from './art/vehicle-front.ts';
import { WALK_CYCLE_CM, WALK_PHASES, WALKERS, walker } from './art/walker.ts';
import { simulatedCaption } from './caption.ts';
import { GroundCamera } from './ground-camera.ts';
import { type GateVisit, goesOnAt, leavesAt, visitPosition } from './journey.ts';
import { type Drawing, renderSprite, type Sprite } from './sprite.ts';
import type { PlacedSprite, Stage } from './stage.ts';

const SECONDS = 60;
const BARRIER_SECONDS = 1.6;
const BARRIER_OPEN_RADIANS = 1.45;
const WALKING_SPEED = 1.3;

/** A guarded gate: vehicles drive up, stop at the barrier and pass; a person walks across. */
export async function prepareGateStage(seed: number): Promise<Stage> {
  const camera = new GroundCamera({ width: 1280, height: 720, focal: 1800, mount: 2.3, horizon: 176 });
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
  const walkers = [
    { poses: await poses(WALKERS.cream), from: 16.5, ahead: 13.2, start: -5.6, heading: 1 },
    { poses: await poses(WALKERS.grey), from: 37, ahead: 14.2, start: 6.2, heading: -1 },
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
      const placed: PlacedSprite[] = trees.map((one, index) => ({ ...one, lean: sway(seconds, index) }));
      for (const { visit, sprite } of visits) {
        const at = visitPosition(visit, seconds);
        if (at !== null) placed.push({ sprite, ...at });
      }
      for (const one of walkers) {
        const walked = (seconds - one.from) * WALKING_SPEED;
        if (walked < 0 || walked > 12.5) continue;
        const phase = Math.floor((walked * 100 * WALK_PHASES) / WALK_CYCLE_CM) % WALK_PHASES;
        placed.push({
          sprite: one.poses[phase]!,
          right: one.start + one.heading * walked,
          ahead: one.ahead,
          mirrored: one.heading < 0,
        });
      }
      const opened = Math.max(...visits.map(({ visit }) => barrierOpening(visit, seconds)));
      placed.push({ sprite: arm, right: 2.5, ahead: 9.2, up: 1.0, rotation: opened * BARRIER_OPEN_RADIANS });
      return placed;
    },
  };
}

async function poses(look: (typeof WALKERS)[keyof typeof WALKERS]): Promise<readonly Sprite[]> {
  const sprites: Sprite[] = [];
  for (let phase = 0; phase < WALK_PHASES; phase++) {
    sprites.push(await renderSprite(walker(look, phase), 1.6, 1.6));
  }
  return sprites;
}

/** How far a tree's crown leans in the wind: two slow waves that fit the loop a whole number of times. */
function sway(seconds: number, index: number): number {
  const turn = (2 * Math.PI * seconds) / SECONDS;
  return 0.008 * Math.sin(13 * turn + index * 2) + 0.004 * Math.sin(31 * turn + index);
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
