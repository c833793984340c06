import { WALK_CYCLE_CM, WALK_PHASES, type WalkerLook, walker } from './art/walker.ts';
import { renderSprite, type Sprite } from './sprite.ts';
import type { PlacedSprite } from './stage.ts';

const WALKING_SPEED = 1.3;

/** A walk along the picture: metres as in `GroundCamera`, seconds into the scene. */
export interface Walk {
  readonly from: number;
  readonly start: number;
  /** 1 to the right, −1 to the left. */
  readonly heading: 1 | -1;
  readonly length: number;
  readonly ahead: number;
  /** Stands still once it has walked this far, for so many seconds. */
  readonly pause?: { readonly after: number; readonly seconds: number };
}

/** Renders all poses of a walker. */
export async function walkerPoses(look: WalkerLook, pixelsPerCentimetre: number): Promise<readonly Sprite[]> {
  const sprites: Sprite[] = [];
  for (let phase = 0; phase < WALK_PHASES; phase++) {
    sprites.push(await renderSprite(walker(look, phase), pixelsPerCentimetre, pixelsPerCentimetre / 2));
  }
  return sprites;
}

/** Where a walker is at a second of the scene, or null when it is not there. */
export function placeWalker(poses: readonly Sprite[], walk: Walk, seconds: number): PlacedSprite | null {
  const walked = walkedAt(walk, seconds - walk.from);
  if (walked < 0 || walked > walk.length) return null;
  const pose = Math.floor((walked * 100 * WALK_PHASES) / WALK_CYCLE_CM) % WALK_PHASES;
  return {
    sprite: poses[pose]!,
    right: walk.start + walk.heading * walked,
    ahead: walk.ahead,
    mirrored: walk.heading < 0,
  };
}

function walkedAt({ pause }: Walk, since: number): number {
  const walked = since * WALKING_SPEED;
  if (pause === undefined || walked <= pause.after) return walked;
  return Math.max(pause.after, walked - pause.seconds * WALKING_SPEED);
}
