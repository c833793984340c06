import type { GroundCamera } from './ground-camera.ts';
import { drawSprite, type Picture } from './picture.ts';
import type { Sprite } from './sprite.ts';

/** A sprite standing in space; metres as in `GroundCamera`. */
export interface PlacedSprite {
  readonly sprite: Sprite;
  readonly right: number;
  readonly ahead: number;
  readonly up?: number;
  readonly rotation?: number;
  readonly lean?: number;
  readonly mirrored?: boolean;
}

/** A scene ready to be rendered: what never moves, and who stands where at any second. */
export interface Stage {
  readonly camera: GroundCamera;
  /** RGB of everything that never moves. */
  readonly background: Uint8Array;
  /** Drawn last, in pixels from the top left corner. */
  readonly caption: Sprite;
  /** Length of the loop. */
  readonly seconds: number;
  spritesAt(seconds: number): readonly PlacedSprite[];
}

const CENTIMETRES_PER_METRE = 100;
const CAPTION_CORNER = { x: 16, y: 16 };

/** Renders the moment into `picture`, which must have the camera's size: farthest sprites first. */
export function renderStage(stage: Stage, seconds: number, picture: Picture): void {
  picture.pixels.set(stage.background);
  const sprites = stage.spritesAt(seconds).toSorted((a, b) => b.ahead - a.ahead);
  for (const placed of sprites) {
    const { x, y } = stage.camera.project(placed.right, placed.ahead, placed.up);
    const pixelsPerUnit = stage.camera.pixelsPerMetre(placed.ahead) / CENTIMETRES_PER_METRE;
    drawSprite(picture, placed.sprite, { ...placed, x, y, pixelsPerUnit });
  }
  drawSprite(picture, stage.caption, { ...CAPTION_CORNER, pixelsPerUnit: 1 });
}
